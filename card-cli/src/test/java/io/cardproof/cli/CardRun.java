package io.cardproof.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cardproof.cli.talk.Surroundings;
import io.cardproof.cli.talk.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** One run of the real command in this JVM. */
record CardRun(int exit, String out, String err) {

  static CardRun of(String... args) {
    return with("", Terminal.none(), Map.of(), args);
  }

  /** The same with something on stdin. */
  static CardRun fed(String stdin, String... args) {
    return with(stdin, Terminal.none(), Map.of(), args);
  }

  static CardRun with(
      String stdin, Terminal terminal, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings here =
        new Surroundings(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            terminal,
            Clock.systemUTC(),
            new SecureRandom());
    int exit = new CardCommandLine(here).run(args);
    return new CardRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Stdout as the one object that it must be. */
  JsonNode json() {
    try {
      return new ObjectMapper().readTree(out);
    } catch (IOException e) {
      throw new AssertionError("stdout is no JSON: " + out, e);
    }
  }

  /** How many columns the longest line of stdout takes. */
  int widest() {
    return out.lines().mapToInt(String::length).max().orElse(0);
  }

  /** The status of a check, and its reason if it has one. */
  String check(String id) {
    for (JsonNode check : json().path("checks")) {
      if (check.path("id").asText().equals(id)) {
        String reason = check.path("reason").asText();
        return check.path("status").asText() + (reason.isEmpty() ? "" : " " + reason);
      }
    }
    return "absent";
  }
}
