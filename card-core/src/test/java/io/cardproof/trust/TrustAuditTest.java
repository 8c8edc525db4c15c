package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.IssuedCards;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.trust.AuditFinding.Kind;
import io.cardproof.value.Bytes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustAuditTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  private Bytes csca;
  private Bytes crl;

  @BeforeAll
  void issue() throws Exception {
    SimulatedCard card = IssuedCards.at(Clock.fixed(NOW, ZoneOffset.UTC), 3, "cccd-2021");
    csca = Bytes.of(card.trust().get(0));
    crl = Bytes.of(card.crl());
  }

  @Test
  void aRevocationListIsNamedOnceItIsStale() throws Exception {
    TrustStore store = builder().addCrl(crl, "vn.crl").build();
    assertEquals(List.of(), details(store, Kind.REVOCATION_LIST_STALE, NOW));
    List<String> stale = details(store, Kind.REVOCATION_LIST_STALE, NOW.plus(Duration.ofDays(200)));
    assertEquals(1, stale.size());
    assertTrue(stale.get(0).startsWith("vn.crl: 2027-"), stale.get(0));
  }

  @Test
  void whatIsDistrustedIsNamedWithItsCertificateWhereThereIsOne() throws Exception {
    Bytes nobody = Bytes.of(new byte[32]);
    TrustStore store =
        builder().distrust(CertificateView.of(csca).spki().sha256()).distrust(nobody).build();
    List<AuditFinding> found =
        TrustAudit.of(store, NOW).stream()
            .filter(finding -> finding.kind() == Kind.DISTRUSTED)
            .toList();
    assertEquals(List.of(CertificateView.of(csca)), found.get(0).certificates());
    assertEquals(nobody.toHex(), found.get(1).detail());
    assertEquals(2, found.size());
  }

  @Test
  void aSourceGoesWithAllThatItBrought() throws Exception {
    TrustStore store = builder().addCrl(crl, "vn.crl").build();
    assertEquals(1, store.revocationLists().size());
    TrustStore without = store.withoutSource("vn.crl");
    assertEquals(0, without.revocationLists().size());
    assertEquals(1, without.anchors().size());
    assertEquals(0, without.withoutSource("vn.pem").anchors().size());
  }

  private TrustStore.Builder builder() {
    return TrustStore.builder().allowTestAnchors().addCertificate(csca, "vn.pem");
  }

  private static List<String> details(TrustStore store, Kind kind, Instant now) {
    return TrustAudit.of(store, now).stream()
        .filter(finding -> finding.kind() == kind)
        .map(AuditFinding::detail)
        .toList();
  }
}
