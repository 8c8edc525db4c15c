package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a snapshot: each comes back as it was written, and no other bytes are taken. */
class SnapshotPartsTest {
  private enum Word {
    ONE,
    OTHER
  }

  @ParameterizedTest
  @CsvSource({"0, 00000000", "255, 000000ff", "65536, 00010000", "16909060, 01020304"})
  void aNumberHasFourBytes(int value, String encoded) throws Exception {
    Bytes written = written(out -> out.number(value));
    assertEquals(encoded, written.toHex());
    assertEquals(value, input(written).number(value));
    assertThrows(MalformedInputException.class, () -> input(written).number(value - 1));
  }

  @Test
  void aNumberIsNotNegative() {
    assertThrows(MalformedInputException.class, () -> input("FFFFFFFF").number(10));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0000000000",
    "a, 000000000161",
    "\u00ff, 0000000001ff",
    "\u0100, 01000000010100",
    "a\u1ec7, 010000000200611ec7",
    "\ud83d, 0100000001d83d",
  })
  void aTextTakesOneByteForEachCharacterWhereThatIsEnough(String text, String encoded)
      throws Exception {
    Bytes written = written(out -> out.text(text));
    assertEquals(encoded, written.toHex());
    SnapshotInput input = input(written);
    assertEquals(text, input.text());
    input.end();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2026-11-23T05:00:00.123456789Z",
        "1901-12-13T20:45:51Z",
        "2106-02-07T06:28:16Z",
        "9999-12-31T23:59:59.999999999Z"
      })
  void anInstantIsWhole(String text) throws Exception {
    Instant instant = Instant.parse(text);
    SnapshotInput input = input(written(out -> out.instant(instant)));
    assertEquals(instant, input.instant());
    input.end();
  }

  @Test
  void anInstantThatNobodyCanMeanIsRefused() {
    assertThrows(
        MalformedInputException.class, () -> input("7FFFFFFFFFFFFFFF" + "00000000").instant());
    assertThrows(
        MalformedInputException.class, () -> input("0000000000000000" + "3B9ACA00").instant());
  }

  @Test
  void whatIsOptionalOrARowSaysSo() throws Exception {
    Bytes written =
        written(
            out -> {
              out.optional(Optional.of(7), out::octet);
              out.optional(Optional.<Integer>empty(), out::octet);
              out.list(List.of(1, 2, 3), out::octet);
              out.name(Word.OTHER);
              out.octets(Bytes.ofHex("A1B2"));
              out.flag(true);
              out.flag(false);
            });
    SnapshotInput input = input(written);
    assertEquals(Optional.of(7), input.optional(input::octet));
    assertEquals(Optional.empty(), input.optional(input::octet));
    assertEquals(List.of(1, 2, 3), input.list(input::octet));
    assertEquals(Word.OTHER, input.name(Word.values()));
    assertEquals(Bytes.ofHex("A1B2"), input.octets(2));
    assertEquals(List.of(true, false), List.of(input.flag(), input.flag()));
    input.end();
  }

  @Test
  void moreThanBelongsThereIsRefused() throws Exception {
    SnapshotInput input = input("0102");
    assertEquals(1, input.octet());
    assertThrows(MalformedInputException.class, input::end);
  }

  @Test
  void whatIsCutOffIsRefused() {
    assertThrows(MalformedInputException.class, () -> input("").octet());
    assertThrows(MalformedInputException.class, () -> input("000000").number(10));
    assertThrows(MalformedInputException.class, () -> input("00000003A1B2").octets(10));
    assertThrows(MalformedInputException.class, () -> input("000000000261").text());
    assertThrows(MalformedInputException.class, () -> input("0100000002" + "006162").text());
  }

  @Test
  void octetsAreNoMoreThanMayBe() throws Exception {
    assertEquals(Bytes.ofHex("A1B2"), input("00000002A1B2").octets(2));
    assertThrows(MalformedInputException.class, () -> input("00000002A1B2").octets(1));
  }

  @Test
  void aWordOfAnotherLanguageIsRefused() {
    Bytes written = written(out -> out.text("NEITHER"));
    assertThrows(MalformedInputException.class, () -> input(written).name(Word.values()));
    assertThrows(MalformedInputException.class, () -> input("02").flag());
    assertThrows(MalformedInputException.class, () -> input("0200000000").text());
  }

  @Test
  void entriesOfAllRowsTogetherAreBounded() throws Exception {
    SnapshotInput input = input("000F4240" + "00000001" + "00");
    assertEquals(1_000_000, input.list(() -> 0).size());
    MalformedInputException refused =
        assertThrows(MalformedInputException.class, () -> input.list(input::octet));
    assertEquals("byte 8", refused.place());
  }

  private static Bytes written(Consumer<SnapshotOutput> parts) {
    SnapshotOutput out = new SnapshotOutput();
    parts.accept(out);
    return out.bytes();
  }

  private static SnapshotInput input(String hex) {
    return input(Bytes.ofHex(hex));
  }

  private static SnapshotInput input(Bytes content) {
    return new SnapshotInput(content.toByteArray(), 0, "snapshot");
  }
}
