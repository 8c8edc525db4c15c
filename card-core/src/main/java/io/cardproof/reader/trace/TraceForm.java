package io.cardproof.reader.trace;

import io.cardproof.value.Bytes;

/** The words that the lines of a trace begin with. */
final class TraceForm {
  static final String FIRST_LINE = "# cardproof trace 2";
  static final String READER = "reader";
  static final String ATR = "atr";
  static final String LONGEST = "longest";
  static final String NOW = "now";
  static final String SET = "set";
  static final String COMMAND = ">";
  static final String ANSWER = "<";
  static final String SILENCE = "!";

  /** Stands where there are no bytes: a line that ends in a space loses it too easily. */
  static final String NOTHING = "-";

  private TraceForm() {}

  static String hex(Bytes bytes) {
    return bytes.isEmpty() ? NOTHING : bytes.toHex();
  }

  static String line(TraceEvent event) {
    if (event instanceof TraceEvent.Exchange exchange) {
      return COMMAND
          + " "
          + hex(exchange.command())
          + "\n"
          + ANSWER
          + " "
          + exchange.millis()
          + " "
          + hex(exchange.response());
    }
    if (event instanceof TraceEvent.Silence silence) {
      return COMMAND
          + " "
          + hex(silence.command())
          + "\n"
          + SILENCE
          + " "
          + silence.millis()
          + " "
          + silence.code().id();
    }
    TraceEvent.Drawn drawn = (TraceEvent.Drawn) event;
    return drawn.source().mark() + " " + hex(drawn.bytes());
  }
}
