package io.cardproof.reader.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.error.ErrorCode;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceParserTest {
  private static final String HEAD =
      "# cardproof trace 2\nreader a reader\natr 3b00\nlongest 258\nnow 2026-11-25T10:00:00Z\n";

  @Test
  void everyKindOfLineIsRead() throws Exception {
    Trace trace =
        parse(HEAD + "set policy counter\n\nr 01ff\n> 00fe\n< 3 6d00\n> 00fd\n! 9 card-removed\n");
    assertEquals("a reader", trace.head().reader());
    assertEquals("counter", trace.head().setting("policy").orElseThrow());
    assertEquals(
        List.of(
            new TraceEvent.Drawn(TraceEvent.Source.RANDOM, Bytes.ofHex("01ff")),
            new TraceEvent.Exchange(Bytes.ofHex("00fe"), Bytes.ofHex("6d00"), 3),
            new TraceEvent.Silence(Bytes.ofHex("00fd"), ErrorCode.CARD_REMOVED, 9)),
        trace.events());
  }

  @ParameterizedTest
  @CsvSource({
    "> 00fe, 7, a command without an answer",
    "< 1 9000, 6, an answer without a command",
    "> 0g, 6, not hexadecimal",
    "> -, 6, an empty command",
    "q 00, 6, not a line of a trace",
    "nonsense, 6, not a line of a trace",
    "atr 00, 6, given twice",
    "longest -1, 6, given twice",
    "set x, 6, not a setting",
    "> 00fe|< 5 90, 7, an answer without a status word",
    "> 00fe|< x 9000, 7, not a number",
    "> 00fe|< 99999999999999 9000, 7, not a number",
    "> 00fe|< 9999999999999 9000, 7, too large a number",
    "> 00fe|! 1 nothing, 7, not an error of a card",
    "> 00fe|> 00fe, 7, a command without an answer",
    "> 00fe|r 00, 7, a command without an answer",
    "> 00fe|< 5 9000|> 00fe|< 4 9000, 9, earlier than the line before",
    "r 00|reader x, 7, the head goes before the first event"
  })
  void whatIsWrongIsNamedByItsLine(String lines, int line, String problem) {
    MalformedInputException wrong =
        assertThrows(
            MalformedInputException.class, () -> parse(HEAD + lines.replace('|', '\n') + "\n"));
    assertEquals("line " + line + " " + problem, wrong.place() + " " + wrong.problem());
  }

  @Test
  void theVersionAndTheHeadAreNeeded() {
    assertEquals("not a trace of this version", problem("# cardproof APDU trace 1\n"));
    assertEquals("the head is not complete", problem("# cardproof trace 2\nreader x\n"));
    assertEquals("the head is not complete", problem(""));
    assertEquals("the head cannot be read", problem(HEAD.replace("2026", "then")));
    assertEquals("too large a number", problem(HEAD.replace("258", "65547")));
    assertEquals("the head cannot be read", problem(HEAD + "set Policy counter\n"));
  }

  @Test
  void sizesAreBounded() {
    assertEquals("too large for a trace", problem("#".repeat(Trace.MAX_BYTES + 1)));
    assertEquals("too long", problem(HEAD + "> " + "00".repeat(65_547) + "\n"));
    assertEquals("too long", problem(HEAD + "#" + "x".repeat(300_001) + "\n"));
    assertEquals("too many lines", problem(HEAD + "#\n".repeat(40_001)));
    StringBuilder settings = new StringBuilder(HEAD);
    for (int i = 0; i < 33; i++) {
      settings.append("set ").append("abcdefghijklmnopqrstuvwxyzabcdefghi".substring(0, i + 1));
      settings.append(" x\n");
    }
    assertEquals("not a setting", problem(settings.toString()));
  }

  @Test
  void nothingIsQuoted() {
    String text = HEAD + "> secret\n";
    String said = String.valueOf(assertMalformed(text).getMessage());
    assertFalse(said.contains("secret"), said);
  }

  private static String problem(String text) {
    return assertMalformed(text).problem();
  }

  private static MalformedInputException assertMalformed(String text) {
    return assertThrows(MalformedInputException.class, () -> parse(text));
  }

  private static Trace parse(String text) throws MalformedInputException {
    return Trace.parse(Bytes.of(text.getBytes(StandardCharsets.UTF_8)), "test");
  }
}
