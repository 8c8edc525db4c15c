package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.cardproof.check.CheckId;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.ChipAuthenticationVariant;
import io.cardproof.simulator.persona.PersonaBuilder;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Chip Authentication in every combination of the standard, from the reader to the verdict:
 * fourteen groups, four ciphers, no, one and several key identifiers, extended length and chains of
 * short commands; and every way to write a key down.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChipAuthenticationMatrixTest {
  private static final int COMBINATIONS = 14 * 4 * 3 * 2 + 14 * 3;
  private static final UnaryOperator<ChipImage.Builder> SHORT = ChipImage.Builder::shortLengthOnly;

  private MadeToOrder cards;
  private int count;

  /** How DG14 tells keys apart. */
  private enum KeyIds {
    NONE,
    ONE,
    SEVERAL
  }

  @BeforeAll
  void draw() throws Exception {
    cards = new MadeToOrder();
  }

  @Test
  void everyGroupCipherKeyIdentifierAndLength() throws Exception {
    for (StandardGroup group : StandardGroup.values()) {
      for (SessionCipher cipher : SessionCipher.values()) {
        for (KeyIds ids : KeyIds.values()) {
          SimulatedCard card = cards.issue(document(group, cipher, ids));
          assertProves(card, UnaryOperator.identity(), group, cipher, ids);
          assertProves(card, SHORT, group, cipher, ids);
        }
      }
      for (KeyForm form : forms(group)) {
        ChipAuthenticationVariant key =
            ChipAuthenticationVariant.of(group, SessionCipher.AES_128).form(form);
        SimulatedCard card = cards.issue(cards.document().chipAuthentication(key));
        assertProves(card, UnaryOperator.identity(), group, SessionCipher.AES_128, form);
      }
    }
    System.out.println("Chip Authentication matrix: " + count + " combinations");
    assertEquals(COMBINATIONS, count);
  }

  private PersonaBuilder document(StandardGroup group, SessionCipher cipher, KeyIds ids) {
    ChipAuthenticationVariant key = ChipAuthenticationVariant.of(group, cipher);
    PersonaBuilder document = cards.document();
    return switch (ids) {
      case NONE -> document.chipAuthentication(key);
      case ONE -> document.chipAuthentication(key.keyId(13));
      case SEVERAL ->
          document.chipAuthentication(
              key.keyId(1),
              ChipAuthenticationVariant.of(StandardGroup.MODP_1024_160, SessionCipher.TRIPLE_DES)
                  .keyId(2),
              key.keyId(300));
    };
  }

  private static List<KeyForm> forms(StandardGroup group) {
    return List.of(
        KeyForm.EXPLICIT, KeyForm.STANDARDISED, group.isCurve() ? KeyForm.NAMED : KeyForm.X942);
  }

  private void assertProves(
      SimulatedCard card,
      UnaryOperator<ChipImage.Builder> change,
      StandardGroup group,
      SessionCipher cipher,
      Enum<?> shape)
      throws Exception {
    String name = group + " " + cipher + " " + shape;
    Evidence evidence = cards.capture(card, change);
    ChipProof.ChipAuthentication proof =
        Proofs.find(evidence, ChipProof.ChipAuthentication.class).orElseThrow();
    assertEquals(
        ChipAuthenticationVariant.of(group, cipher).oid(cipher), proof.protocolOid(), name);
    Report report = cards.judge(card, evidence);
    assertEquals(List.of(), List.copyOf(Judged.notPassed(report)), name);
    assertInstanceOf(Verdict.Authentic.class, report.verdict(), name);
    assertEquals(
        1,
        report.checks().stream()
            .filter(check -> check.id().equals(CheckId.CHIP_AUTHENTICATION))
            .filter(check -> check.reason().isEmpty())
            .count(),
        name);
    count++;
  }
}
