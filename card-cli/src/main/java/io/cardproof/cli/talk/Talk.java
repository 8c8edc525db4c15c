package io.cardproof.cli.talk;

import java.io.IOException;
import java.io.PrintStream;

/** Data on stdout, everything else on stderr, in one language. */
public final class Talk {
  private final Surroundings here;
  private final Messages messages;

  /** Talks to {@code here} in the language of {@code messages}. */
  public Talk(Surroundings here, Messages messages) {
    this.here = here;
    this.messages = messages;
  }

  /** Where the command runs. */
  public Surroundings here() {
    return here;
  }

  /** The texts. */
  public Messages messages() {
    return messages;
  }

  /** The colours of stdout. */
  public Style style() {
    return Style.of(here);
  }

  /** Where data goes. */
  public PrintStream out() {
    return here.out();
  }

  /** A line of data, seen at once even through a pipe. */
  public void line(String text) {
    here.out().println(text);
    here.out().flush();
  }

  /** A line of talk. */
  public void say(String key, Object... arguments) {
    here.err().println(messages.text(key, arguments));
    here.err().flush();
  }

  /** A line of talk that is only worth saying to somebody who looks. */
  public void mention(String key, Object... arguments) {
    if (here.terminal().err()) {
      say(key, arguments);
    }
  }

  /** Asks for a secret without showing it. */
  public String askSecret(String key) throws IOException {
    return new SecretPrompt(here.err()).ask(messages.text(key));
  }
}
