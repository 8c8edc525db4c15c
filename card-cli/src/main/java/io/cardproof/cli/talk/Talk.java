package io.cardproof.cli.talk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Data on stdout, everything else on stderr, in one language. */
public final class Talk {
  private static final int LONGEST_ANSWER = 100;

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

  /** Asks a question that only a clear yes answers. */
  public boolean confirms(String key, Object... arguments) throws IOException {
    here.err().print(messages.text(key, arguments) + " ");
    here.err().flush();
    String answer = answer().strip().toLowerCase(Locale.ROOT);
    return List.of(messages.text("prompt.yes").split(" ")).contains(answer);
  }

  /** Asks for a secret without showing it. */
  public String askSecret(String key) throws IOException {
    return new SecretPrompt(here.err()).ask(messages.text(key));
  }

  private String answer() throws IOException {
    ByteArrayOutputStream typed = new ByteArrayOutputStream();
    for (int next = here.in().read(); next != '\n' && next >= 0; next = here.in().read()) {
      if (typed.size() < LONGEST_ANSWER) {
        typed.write(next);
      }
    }
    return typed.toString(StandardCharsets.UTF_8);
  }
}
