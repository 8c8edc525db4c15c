package io.cardproof.reader.trace;

import io.cardproof.error.ErrorCode;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a trace, which anybody may have written. */
final class TraceParser {
  private static final int MAX_LINES = 40_000;
  private static final int MAX_LINE = 300_000;
  private static final int MAX_SETTINGS = 32;
  private static final int MAX_APDU = 65_546;
  private static final long MAX_MILLIS = 1L << 40;

  private final String source;
  private final Map<String, String> head = new TreeMap<>();
  private final Map<String, String> settings = new TreeMap<>();
  private final List<TraceEvent> events = new ArrayList<>();
  private @Nullable Bytes command;
  private long millis;
  private int line;

  TraceParser(String source) {
    this.source = source;
  }

  Trace parse(Bytes content) throws MalformedInputException {
    if (content.length() > Trace.MAX_BYTES) {
      throw new MalformedInputException(source, "whole file", "too large for a trace");
    }
    byte[] text = content.toByteArray();
    int start = 0;
    while (start < text.length) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      next(text, start, end);
      start = end + 1;
    }
    line++;
    if (command != null) {
      throw malformed("a command without an answer");
    }
    return new Trace(source, head(), events);
  }

  private void next(byte[] text, int start, int end) throws MalformedInputException {
    line++;
    if (line > MAX_LINES || end - start > MAX_LINE) {
      throw malformed(line > MAX_LINES ? "too many lines" : "too long");
    }
    String words = new String(text, start, end - start, StandardCharsets.UTF_8);
    if (line == 1) {
      requireThat(words.equals(TraceForm.FIRST_LINE), "not a trace of this version");
    } else if (!words.isEmpty() && words.charAt(0) != '#') {
      int space = words.indexOf(' ');
      requireThat(space > 0, "not a line of a trace");
      word(words.substring(0, space), words.substring(space + 1));
    }
  }

  private void word(String word, String rest) throws MalformedInputException {
    switch (word) {
      case TraceForm.READER, TraceForm.ATR, TraceForm.LONGEST, TraceForm.NOW ->
          put(head, word, rest);
      case TraceForm.SET -> setting(rest);
      case TraceForm.COMMAND -> command(rest);
      case TraceForm.ANSWER -> answer(rest);
      case TraceForm.SILENCE -> silence(rest);
      default -> drawn(word, rest);
    }
  }

  private void setting(String rest) throws MalformedInputException {
    int space = rest.indexOf(' ');
    requireThat(space > 0 && settings.size() < MAX_SETTINGS, "not a setting");
    put(settings, rest.substring(0, space), rest.substring(space + 1));
  }

  private void put(Map<String, String> values, String name, String value)
      throws MalformedInputException {
    requireThat(events.isEmpty() && command == null, "the head goes before the first event");
    requireThat(values.put(name, value) == null, "given twice");
  }

  private void command(String rest) throws MalformedInputException {
    requireThat(command == null, "a command without an answer");
    Bytes bytes = hex(rest);
    requireThat(!bytes.isEmpty(), "an empty command");
    command = bytes;
  }

  private void answer(String rest) throws MalformedInputException {
    String[] parts = timed(rest);
    Bytes asked = asked();
    Bytes response = hex(parts[1]);
    requireThat(response.length() >= 2, "an answer without a status word");
    events.add(new TraceEvent.Exchange(asked, response, millis));
  }

  private void silence(String rest) throws MalformedInputException {
    String[] parts = timed(rest);
    Bytes asked = asked();
    for (ErrorCode code : ErrorCode.values()) {
      if (code.id().equals(parts[1])) {
        events.add(new TraceEvent.Silence(asked, code, millis));
        return;
      }
    }
    throw malformed("not an error of a card");
  }

  private String[] timed(String rest) throws MalformedInputException {
    int space = rest.indexOf(' ');
    requireThat(space > 0, "not a time and an answer");
    long at = number(rest.substring(0, space), MAX_MILLIS);
    requireThat(at >= millis, "earlier than the line before");
    millis = at;
    return new String[] {rest.substring(0, space), rest.substring(space + 1)};
  }

  private Bytes asked() throws MalformedInputException {
    Bytes asked = command;
    if (asked == null) {
      throw malformed("an answer without a command");
    }
    command = null;
    return asked;
  }

  private void drawn(String word, String rest) throws MalformedInputException {
    for (TraceEvent.Source drawnFrom : TraceEvent.Source.values()) {
      if (word.length() == 1 && word.charAt(0) == drawnFrom.mark()) {
        requireThat(command == null, "a command without an answer");
        events.add(new TraceEvent.Drawn(drawnFrom, hex(rest)));
        return;
      }
    }
    throw malformed("not a line of a trace");
  }

  private TraceHead head() throws MalformedInputException {
    String atr = head.getOrDefault(TraceForm.ATR, "");
    String now = head.get(TraceForm.NOW);
    String longest = head.get(TraceForm.LONGEST);
    if (now == null || longest == null) {
      throw malformed("the head is not complete");
    }
    try {
      return new TraceHead(
          head.getOrDefault(TraceForm.READER, ""),
          hex(atr),
          (int) number(longest, MAX_APDU),
          Instant.parse(now),
          settings);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw malformed("the head cannot be read");
    }
  }

  private long number(String digits, long most) throws MalformedInputException {
    requireThat(!digits.isEmpty() && digits.length() <= 13, "not a number");
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      requireThat(digit >= 0 && digit <= 9, "not a number");
      value = value * 10 + digit;
    }
    requireThat(value <= most, "too large a number");
    return value;
  }

  private Bytes hex(String digits) throws MalformedInputException {
    requireThat(digits.length() <= 2 * MAX_APDU, "too long");
    try {
      return Bytes.ofHex(digits.equals(TraceForm.NOTHING) ? "" : digits);
    } catch (IllegalArgumentException e) {
      throw malformed("not hexadecimal");
    }
  }

  private void requireThat(boolean holds, String problem) throws MalformedInputException {
    if (!holds) {
      throw malformed(problem);
    }
  }

  private MalformedInputException malformed(String problem) {
    return new MalformedInputException(source, "line " + line, problem);
  }
}
