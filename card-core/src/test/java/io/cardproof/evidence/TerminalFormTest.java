package io.cardproof.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.access.Presented;
import io.cardproof.error.MalformedInputException;
import io.cardproof.evidence.TerminalRecord.Outcome;
import io.cardproof.terminal.TerminalRight;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How Terminal Authentication went, as a part of evidence. */
class TerminalFormTest {
  private static final EvidenceCodec CODEC = new EvidenceCodec();

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void theRecordSurvivesItsEncoding(Outcome outcome) throws Exception {
    boolean passed = outcome == Outcome.PASSED;
    TerminalRecord record =
        new TerminalRecord(
            List.of("UTCVCA00002", "UTCVCA00001"),
            passed ? Optional.of("UTCVCA00002") : Optional.empty(),
            passed ? List.of("UTDVDE00001", "UTISDE00001") : List.of(),
            EnumSet.allOf(TerminalRight.class),
            outcome,
            passed ? 0x9000 : 0x6300,
            passed ? "" : "UTISDE00001");
    Evidence decoded = CODEC.decode(CODEC.encode(evidence(record)), "evidence");
    assertEquals(Optional.of(record), decoded.terminal());
    assertEquals(
        passed ? EnumSet.allOf(TerminalRight.class) : Set.of(),
        decoded.terminal().orElseThrow().effectiveRights());
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void noChangedByteEndsInAnythingButEvidenceOrARefusal(Outcome outcome) {
    TerminalRecord record =
        new TerminalRecord(
            List.of("UTCVCA00002"),
            Optional.of("UTCVCA00002"),
            List.of("UTDVDE00001"),
            EnumSet.of(TerminalRight.READ_DG3),
            outcome,
            0x9000,
            "");
    Bytes whole = CODEC.encode(evidence(record));
    for (int at = 0; at < whole.length(); at++) {
      byte[] changed = whole.toByteArray();
      changed[at] ^= 0x41;
      Bytes content = Bytes.of(changed);
      try {
        assertEquals(content, CODEC.encode(CODEC.decode(content, "changed.der")));
      } catch (MalformedInputException e) {
        assertEquals("changed.der", e.source());
      }
    }
  }

  private static Evidence evidence(TerminalRecord record) {
    return new Evidence(
        List.of(),
        AccessRecord.none(),
        List.of(),
        new Presented.Nothing(),
        new ReaderRecord("reader", Bytes.ofHex("3B00")),
        Instant.parse("2026-11-23T00:00:00Z"),
        new ReadingStats(1, 2, 3, 4),
        Optional.of(record),
        Optional.empty());
  }
}
