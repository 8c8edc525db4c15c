package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.CardInspector;
import io.cardproof.SimulatedLinks;
import io.cardproof.SimulatedParties;
import io.cardproof.access.AccessKey;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.reader.CardLink;
import io.cardproof.report.Report;
import io.cardproof.trust.CertificateView;
import io.cardproof.value.Bytes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with who signed a document has its own reason, live and from evidence. */
class IssuingFaultsTest {
  @ParameterizedTest
  @CsvSource({
    "signer-revoked, signer-revoked",
    "unknown-csca, csca-unknown",
    "csca-expired, csca-not-valid",
    "signer-expired, signer-not-valid",
    "csca-distrusted, csca-distrusted",
    "signer-distrusted, signer-distrusted",
    "csca-link-missing, csca-unknown",
    "curve-ball, curve-parameters-forged",
  })
  void hasItsOwnReason(String fault, String reason) throws Exception {
    Captures.Capture capture = Captures.of("cccd-2021", fault);
    assertEquals(Optional.of(reason), reason(live(capture)));
    assertEquals(Optional.of(reason), reason(judged(capture, stored(capture.evidence()))));
  }

  @ParameterizedTest
  @CsvSource({
    "csca-linked, csca-linked",
    "crl-stale, revocation-unknown",
    "crl-forged, revocation-unknown",
  })
  void isAcceptedWithARemark(String fault, String remark) throws Exception {
    Captures.Capture capture = Captures.of("cccd-2021", fault);
    for (Report report : List.of(live(capture), judged(capture, stored(capture.evidence())))) {
      assertEquals(Optional.empty(), reason(report));
      assertTrue(report.remarks().stream().map(Remark::id).anyMatch(remark::equals), fault);
    }
  }

  @Test
  void theRevocationListIsThatOfTheGenerationWhichIssuedTheSigner() throws Exception {
    Captures.Capture capture = Captures.of("cccd-2021", "csca-linked", "crl-stale");
    Bytes issuer =
        CertificateView.of(Bytes.of(capture.card().links().get(1))).subjectKeyId().orElseThrow();
    assertTrue(Bytes.of(capture.card().crl()).toHex().contains(issuer.toHex()));
  }

  private static Report live(Captures.Capture capture) throws Exception {
    CardInspector inspector =
        CardInspector.builder(SimulatedParties.trust(capture.card()))
            .clock(Clock.fixed(Captures.NOW, ZoneOffset.UTC))
            .build();
    try (CardLink link = SimulatedLinks.inProcess(capture.card().newChip());
        AccessKey key = SimulatedLinks.mrz(capture.card())) {
      return inspector.inspect(link, key);
    }
  }

  private static Evidence stored(Evidence evidence) throws Exception {
    EvidenceCodec codec = new EvidenceCodec();
    return codec.decode(codec.encode(evidence), "evidence");
  }

  private static Report judged(Captures.Capture capture, Evidence evidence) throws Exception {
    return new Verifier(SimulatedParties.trust(capture.card()), Policy.COUNTER)
        .verify(evidence, Expectation.none(), Captures.NOW);
  }

  /** The first reason that is not a matter of what nobody announced. */
  private static Optional<String> reason(Report report) {
    return report.checks().stream()
        .filter(check -> check.status() == Status.FAILED || check.status() == Status.INCONCLUSIVE)
        .findFirst()
        .flatMap(check -> check.reason())
        .map(found -> found.id());
  }
}
