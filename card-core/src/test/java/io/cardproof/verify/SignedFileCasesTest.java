package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.CardInspector;
import io.cardproof.InspectionOptions;
import io.cardproof.IssuedCards;
import io.cardproof.SimulatedLinks;
import io.cardproof.SimulatedParties;
import io.cardproof.access.AccessKey;
import io.cardproof.check.Check;
import io.cardproof.check.Reason;
import io.cardproof.check.Status;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.report.Report;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.trust.TrustStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One case of BSI TR-03105-5.1 for each rule about signed files; all cases run elsewhere. */
@DisplayName("A signed file that breaks a rule of its own fails by that rule, and by no other")
class SignedFileCasesTest {
  private static final Instant NOW = Instant.parse("2020-01-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "LDS_H_15, accepted",
    "LDS_H_32, passive-authentication.signature message-digest-mismatch",
    "LDS_H_36, passive-authentication.signature algorithm-not-allowed",
    "LDS_H_37, passive-authentication.signature signature-invalid",
    "LDS_H_51, passive-authentication.chain certificate-algorithms-differ",
    "LDS_H_63, passive-authentication.chain signer-not-a-document-signer",
    "LDS_H_67, passive-authentication.chain signer-signature-invalid",
    "LDS_H_34, passive-authentication.validity signer-not-valid",
    "ISO7816_B_10, passive-authentication.revocation signer-revoked",
    "LDS_H_43, passive-authentication.hash.dg2 hash-mismatch",
    "LDS_H_53, content-conformance issuer-country-missing",
    "LDS_H_54, content-conformance issuer-name-mismatch",
    "LDS_H_62, content-conformance key-usage-not-critical",
    "LDS_H_22, content-conformance digest-not-announced",
    "LDS_H_88, content-conformance lds-object-version-wrong",
    "LDS_A_08, content-conformance com-differs",
    "LDS_H_93, passive-authentication.card-security signature-invalid",
  })
  void strictly(String id, String failed) throws Exception {
    SimulatedCard card =
        IssuedCards.once(
            "case " + id, () -> SimulatedCard.builder().fault(id).seed(1).clock(CLOCK).build());
    TrustStore trust = SimulatedParties.trust(card);
    Report report =
        new Verifier(trust, Policy.STRICT).verify(capture(card, trust), Expectation.none(), NOW);
    String found =
        report.checks().stream()
            .filter(check -> check.status() == Status.FAILED)
            .map(SignedFileCasesTest::text)
            .collect(Collectors.joining("; "));
    assertEquals(failed, found.isEmpty() ? "accepted" : found);
  }

  private static String text(Check check) {
    return check.id().value() + " " + check.reason().map(Reason::id).orElse("");
  }

  private static Evidence capture(SimulatedCard card, TrustStore trust) throws Exception {
    CardInspector inspector =
        CardInspector.builder(trust).policy(Policy.STRICT).clock(CLOCK).build();
    try (CardLink link = SimulatedLinks.inProcess(card.newChip());
        AccessKey key = SimulatedLinks.mrz(card)) {
      return inspector.capture(link, key, InspectionOptions.defaults().allFiles());
    }
  }
}
