package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.issuer.CountrySigner;
import io.cardproof.simulator.issuer.Deviation;
import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.ListSigner;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Captures.Capture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Passive Authentication says beside its checks. */
class PassiveRemarksTest {
  private static final Duration YEARS = Duration.ofDays(3_650);

  @Test
  void aFileThatWasSignedLaterThanNowIsARemark() throws Exception {
    Capture card = Captures.of("cccd-2021");
    assertFalse(Judged.remarks(Judged.judge(card)).contains("signing-time-in-future"));
    Report early =
        new Verifier(card.trust(), Policy.COUNTER)
            .verify(card.evidence(), Expectation.none(), Captures.NOW.minus(YEARS));
    assertTrue(Judged.remarks(early).contains("signing-time-in-future"));
    assertEquals(Status.PASSED, Judged.check(early, CheckId.SIGNATURE).status());
  }

  @ParameterizedTest
  @CsvSource({
    "crl-stale, the revocation list of the country signer is not fresh",
    "crl-forged, no key of the country signer signed its revocation list",
  })
  void whyNobodyKnowsOfARevocationIsSaid(String fault, String detail) throws Exception {
    Report report = Judged.judge(Captures.of("cccd-2021", fault));
    assertEquals(detail, detail(report));
    assertEquals(Status.PASSED, Judged.check(report, CheckId.REVOCATION).status());
  }

  @Test
  void withoutAListThePolicyDecides() throws Exception {
    Capture card = Captures.of("cccd-2021");
    TrustStore.Builder anchors = TrustStore.builder().allowTestAnchors();
    for (byte[] csca : card.card().trust()) {
      anchors.addCertificate(Bytes.of(csca), "test");
    }
    TrustStore trust = anchors.build();
    Report soft = judged(trust, card, RevocationRule.SOFT);
    assertEquals(Status.PASSED, Judged.check(soft, CheckId.REVOCATION).status());
    assertEquals("there is no revocation list of the country signer", detail(soft));
    Report required = judged(trust, card, RevocationRule.REQUIRED);
    assertEquals(Status.INCONCLUSIVE, Judged.check(required, CheckId.REVOCATION).status());
    assertEquals(
        Optional.of(Reason.REVOCATION_UNKNOWN),
        Judged.check(required, CheckId.REVOCATION).reason());
    assertTrue(Judged.remarks(required).contains("revocation-unknown"));
    assertTrue(required.revocation().isPresent());
    Report off = judged(trust, card, RevocationRule.OFF);
    assertEquals(Status.NOT_APPLICABLE, Judged.check(off, CheckId.REVOCATION).status());
    assertEquals(
        Optional.of(Reason.REVOCATION_NOT_CHECKED), Judged.check(off, CheckId.REVOCATION).reason());
    assertFalse(Judged.remarks(off).contains("revocation-unknown"));
    assertEquals(Optional.empty(), off.revocation());
  }

  @Test
  void withoutATrustedCountrySignerNothingBelowIsReached() throws Exception {
    Capture card = Captures.of("cccd-2021");
    Report report = judged(TrustStore.builder().build(), card, RevocationRule.REQUIRED);
    assertEquals(Optional.of(Reason.CSCA_UNKNOWN), Judged.check(report, CheckId.CHAIN).reason());
    for (CheckId id : new CheckId[] {CheckId.VALIDITY, CheckId.REVOCATION}) {
      assertEquals(Optional.of(Reason.NOT_REACHED), Judged.check(report, id).reason());
      assertEquals(Status.NOT_APPLICABLE, Judged.check(report, id).status());
    }
    assertEquals(Status.PASSED, Judged.check(report, CheckId.SIGNATURE).status());
    assertEquals(Optional.of(Reason.NOT_REACHED), Judged.check(report, CheckId.ISSUER).reason());
    assertFalse(report.testAnchor());
  }

  @Test
  void whatAStateSaysOfItsDocumentsIsSaidAndChangesNoVerdict() throws Exception {
    Capture card = Captures.of("cccd-2021");
    RandomSource random = RandomSource.seeded(1);
    byte[] list =
        CountrySigner.trusted(IssuerProfile.citizenCard(), Captures.NOW, random)
            .listSigner(ListSigner.Kind.DEVIATION_LIST, random)
            .deviationList(List.of(Deviation.of("2.23.136.1.1.7.1.2")), ListSigner.Naming.KEY_ID);
    TrustStore trust =
        TrustStore.builder()
            .allowTestAnchors()
            .add(card.trust())
            .addDeviationList(Bytes.of(list), "deviations")
            .build();
    Report report = judged(trust, card, RevocationRule.SOFT);
    assertTrue(Judged.remarks(report).contains("known-deviation"));
    assertTrue(Judged.remarks(report).contains("deviation-list-unpinned"));
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    Report strangers = judged(TrustStore.builder().add(trust).build(), card, RevocationRule.SOFT);
    assertFalse(Judged.remarks(strangers).contains("known-deviation"), "no path, no issuer");
  }

  private static Report judged(TrustStore trust, Capture card, RevocationRule rule) {
    return new Verifier(trust, Policy.COUNTER.with(rule))
        .verify(card.evidence(), Expectation.none(), Captures.NOW);
  }

  private static String detail(Report report) {
    return report.remarks().stream()
        .filter(remark -> remark.id().equals("revocation-unknown"))
        .map(Remark::detail)
        .findFirst()
        .orElse("");
  }
}
