package io.cardproof.verify;

import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.TerminalRecord;
import io.cardproof.evidence.TerminalRecord.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evidence of a terminal that showed itself to the chip. */
final class Terminals {
  private Terminals() {}

  /** The same evidence, and how it went. */
  static Evidence with(Evidence evidence, Outcome outcome) {
    TerminalRecord record =
        new TerminalRecord(List.of(), Optional.empty(), List.of(), Set.of(), outcome, 0, "");
    return new Evidence(
        evidence.files(),
        evidence.access(),
        evidence.proofs(),
        evidence.presented(),
        evidence.reader(),
        evidence.capturedAt(),
        evidence.reading(),
        Optional.of(record),
        evidence.policy());
  }
}
