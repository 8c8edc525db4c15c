package io.cardproof.inspection;

import io.cardproof.CardInspector;
import io.cardproof.InspectionOptions;
import io.cardproof.SimulatedLinks;
import io.cardproof.SimulatedParties;
import io.cardproof.access.AccessKey;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.inspection.InspectionCases;
import io.cardproof.trust.TrustStore;
import io.cardproof.verify.Expectation;
import io.cardproof.verify.Policy;
import io.cardproof.verify.Verifier;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** One inspection of one chip of a case, judged by both policies. */
record CaseRun(CaseOutcome strict, CaseOutcome counter) {
  private static final Instant NOW = InspectionCases.NOW;
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final long SEED = 5;

  /**
   * Makes the chip and inspects it once: the presets differ in what they conclude, not in what they
   * read.
   */
  static CaseRun of(String id) throws Exception {
    SimulatedCard card = card(id);
    TrustStore trust = SimulatedParties.trust(card);
    try {
      Evidence evidence = capture(card, trust);
      return new CaseRun(
          judged(trust, evidence, Policy.STRICT), judged(trust, evidence, Policy.COUNTER));
    } catch (InspectionException e) {
      return new CaseRun(CaseOutcome.of(e), CaseOutcome.of(e));
    }
  }

  /** What counter said, for the table: with its remarks where strict did not accept. */
  String counterText() {
    return counter.accepted() && !strict.accepted()
        ? "accepted, remarks: " + String.join(", ", counter.remarks())
        : counter.text();
  }

  /** What the chip of a case gave. */
  static Evidence evidence(String id) throws Exception {
    SimulatedCard card = card(id);
    return capture(card, SimulatedParties.trust(card));
  }

  private static SimulatedCard card(String id) throws IOException {
    return SimulatedCard.builder().fault(id).seed(SEED).clock(CLOCK).build();
  }

  private static Evidence capture(SimulatedCard card, TrustStore trust) throws InspectionException {
    CardInspector inspector =
        CardInspector.builder(trust).policy(Policy.STRICT).clock(CLOCK).build();
    try (CardLink link = SimulatedLinks.inProcess(card.newChip());
        AccessKey key = SimulatedLinks.mrz(card)) {
      return inspector.capture(link, key, options(card));
    }
  }

  private static InspectionOptions options(SimulatedCard card) throws MalformedInputException {
    InspectionOptions all = InspectionOptions.defaults().allFiles();
    return card.terminal().isPresent()
        ? all.terminal(SimulatedParties.terminal(card.terminal().get()))
        : all;
  }

  private static CaseOutcome judged(TrustStore trust, Evidence evidence, Policy policy) {
    return CaseOutcome.of(new Verifier(trust, policy).verify(evidence, Expectation.none(), NOW));
  }
}
