package io.cardproof.reader.trace;

import io.cardproof.error.ErrorCode;
import io.cardproof.value.Bytes;

/** One thing that an inspection asked the world outside, and what came back. */
public sealed interface TraceEvent {
  /**
   * A command that the card answered.
   *
   * @param response with its status word
   * @param millis when it was there, counted from the beginning of the inspection
   */
  record Exchange(Bytes command, Bytes response, long millis) implements TraceEvent {}

  /**
   * A command that nobody answered.
   *
   * @param code why
   * @param millis when that was known
   */
  record Silence(Bytes command, ErrorCode code, long millis) implements TraceEvent {}

  /** Bytes that the terminal drew or had made for it; whoever knows them can read the channel. */
  record Drawn(Source source, Bytes bytes) implements TraceEvent {}

  /** Where bytes were drawn from. */
  enum Source {
    /** The terminal's source of randomness. */
    RANDOM('r'),
    /** Whether the terminal's key is that of a certificate: one byte, 00 or 01. */
    FIT('f'),
    /** A signature by the terminal's key. */
    SIGNATURE('s'),
    /** Why the terminal's key did not sign: a text. */
    REFUSAL('x');

    private final char mark;

    Source(char mark) {
      this.mark = mark;
    }

    /** What its line begins with. */
    char mark() {
      return mark;
    }
  }
}
