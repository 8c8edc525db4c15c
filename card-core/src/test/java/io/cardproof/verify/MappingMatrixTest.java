package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.cardproof.check.CheckId;
import io.cardproof.check.Status;
import io.cardproof.report.Presence;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.PaceVariant;
import io.cardproof.simulator.persona.PersonaBuilder;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** PACE with Chip Authentication Mapping, from the reader to the verdict. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MappingMatrixTest {
  // The standard has this mapping for curves and AES only, ICAO 9303-11 §9.2.2.
  private static final int COMBINATIONS = 11 * 3 * 3;
  private static final List<KeyForm> FORMS =
      List.of(KeyForm.EXPLICIT, KeyForm.NAMED, KeyForm.STANDARDISED);

  private MadeToOrder cards;

  @BeforeAll
  void capture() throws Exception {
    cards = new MadeToOrder();
  }

  @Test
  void everyCurveCipherAndFormOfTheKey() throws Exception {
    int count = 0;
    for (StandardGroup curve : StandardGroup.values()) {
      for (SessionCipher cipher : SessionCipher.values()) {
        if (!curve.isCurve() || cipher == SessionCipher.TRIPLE_DES) {
          continue;
        }
        for (KeyForm form : FORMS) {
          String name = curve + " " + cipher + " " + form;
          SimulatedCard made = cards.issue(document(curve, cipher).mappingKeyForm(form));
          Report report = cards.judge(made, UnaryOperator.identity());
          assertEquals(Set.of(), Judged.notPassed(report), name);
          assertInstanceOf(Verdict.Authentic.class, report.verdict(), name);
          assertEquals(Presence.WITNESSED, report.presence(), name);
          assertEquals(Status.PASSED, Judged.check(report, CheckId.PACE_CAM).status(), name);
          assertEquals(Status.PASSED, Judged.check(report, CheckId.CARD_SECURITY).status(), name);
          count++;
        }
      }
    }
    System.out.println("Chip Authentication Mapping matrix: " + count + " combinations");
    assertEquals(COMBINATIONS, count);
  }

  private PersonaBuilder document(StandardGroup curve, SessionCipher cipher) {
    return cards.document().pace(PaceVariant.chipAuthentication(curve, cipher));
  }
}
