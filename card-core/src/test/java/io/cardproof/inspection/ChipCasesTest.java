package io.cardproof.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.cardproof.CardInspector;
import io.cardproof.SimulatedLinks;
import io.cardproof.SimulatedParties;
import io.cardproof.access.AccessKey;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Status;
import io.cardproof.error.InspectionException;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.ChipAuthenticationVariant;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Expectation;
import io.cardproof.verify.Policy;
import io.cardproof.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The cases of the plan that take more than one inspection of the same chip. */
class ChipCasesTest {
  @Test
  void twoInspectionsOfOneChipDrawTwoKeysOfTheTerminal() throws Exception {
    SimulatedCard card = card("ISO7816_D_10");
    VirtualCard chip = card.newChip();
    assertNotEquals(
        chipAuthentication(capture(card, chip)).terminalPublicKey(),
        chipAuthentication(capture(card, chip)).terminalPublicKey());
  }

  @Test
  void everyRefusalOfTheChipsKeyEndsInTheSameOpenQuestion() throws Exception {
    SimulatedCard card = card("ISO7816_D_15");
    VirtualCard chip = card.newChip();
    List<Integer> refusals = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Evidence evidence = capture(card, chip);
      refusals.add(chipAuthentication(evidence).statusWord());
      assertEquals(Optional.of(Reason.CHIP_PROOF_NOT_OBTAINED), open(card, evidence));
    }
    assertEquals(List.of(0x6A80, 0x6A86, 0x6A88, 0x6984, 0x6985, 0x6300, 0x6F00), refusals);
  }

  private static SimulatedCard card(String inspectionCase) throws Exception {
    return SimulatedCard.builder()
        .persona(
            PersonaBuilder.passport("chip-cases")
                .bac()
                .chipAuthentication(
                    ChipAuthenticationVariant.of(
                        StandardGroup.BRAINPOOL_P224R1, SessionCipher.TRIPLE_DES))
                .build())
        .fault(inspectionCase)
        .seed(5)
        .build();
  }

  private static Evidence capture(SimulatedCard card, VirtualCard chip) throws InspectionException {
    chip.reset();
    try (CardLink link = SimulatedLinks.inProcess(chip);
        AccessKey key = SimulatedLinks.mrz(card)) {
      return inspector(card).capture(link, key, Bytes.ofHex("0102030405060708"));
    }
  }

  private static Optional<Reason> open(SimulatedCard card, Evidence evidence)
      throws InspectionException {
    return new Verifier(SimulatedParties.trust(card), Policy.STRICT)
        .verify(evidence, Expectation.none(), evidence.capturedAt()).checks().stream()
            .filter(check -> check.id().equals(CheckId.CHIP_AUTHENTICATION))
            .filter(check -> check.status() == Status.INCONCLUSIVE)
            .findFirst()
            .flatMap(check -> check.reason());
  }

  private static CardInspector inspector(SimulatedCard card) throws InspectionException {
    return CardInspector.builder(SimulatedParties.trust(card)).build();
  }

  private static ChipProof.ChipAuthentication chipAuthentication(Evidence evidence) {
    return evidence.proofs().stream()
        .filter(ChipProof.ChipAuthentication.class::isInstance)
        .map(ChipProof.ChipAuthentication.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
