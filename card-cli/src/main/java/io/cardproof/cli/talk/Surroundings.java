package io.cardproof.cli.talk;

import java.io.InputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/**
 * Everything that the command takes from the process it runs in, so that a test can hand it
 * something else.
 *
 * @param environment the environment variables
 * @param terminal which of the streams are a terminal
 * @param clock what tells <i>now</i> when {@code --at} does not
 */
public record Surroundings(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Terminal terminal,
    Clock clock,
    SecureRandom random) {

  /** An environment variable; empty if it is not set. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
