package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.trust.AuditFinding.Kind;
import io.cardproof.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** What an audit finds in a store, each finding by itself. */
class AuditFindingsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String NAME = "C=UT,O=Country,CN=CSCA Utopia";

  private final TestPki country;

  AuditFindingsTest() throws Exception {
    country = TestPki.named(NAME);
  }

  @Test
  void aStoreOfOneGoodCountrySignerHasNone() throws Exception {
    assertEquals(List.of(), found(NOW, country.csca()));
  }

  @Test
  void aCertificateIsValidFromItsFirstInstantToItsLast() throws Exception {
    Instant first = Instant.parse("2021-01-01T00:00:00Z");
    Instant last = Instant.parse("2036-01-01T00:00:00Z");
    Bytes csca = country.csca(first, last);
    assertEquals(List.of(), found(first, csca));
    assertEquals(List.of(), found(last, csca));
    assertEquals(List.of(Kind.NOT_YET_VALID), found(first.minusSeconds(1), csca));
    assertEquals(List.of(Kind.EXPIRED), found(last.plusSeconds(1), csca));
  }

  @Test
  void oneKeyUnderTwoNamesAndOneKeyIdOfTwoKeysAreNamedOnce() throws Exception {
    Bytes renamed = country.renamed("C=UT,CN=Another Name").csca();
    assertEquals(List.of(Kind.KEY_UNDER_SEVERAL_NAMES), found(NOW, country.csca(), renamed));
    Bytes renewed = country.csca(NOW.minus(DAY), NOW.plus(DAY));
    assertEquals(List.of(), found(NOW, country.csca(), renewed), "one name");
    assertEquals(List.of(), found(NOW, country.csca(), country.successor().csca()), "two keys");
    Bytes impostor = Bytes.of(SimulatedIssuer.der(SimulatedIssuer.country().certificate()));
    Bytes twin =
        Bytes.of(
            SimulatedIssuer.der(
                SimulatedIssuer.country().impostor(SimulatedIssuer.RANDOM).certificate()));
    assertEquals(List.of(Kind.KEY_ID_OF_SEVERAL_KEYS), kindsOf(found(NOW, impostor, twin)));
  }

  @Test
  void aBrokenSignatureAndAnUnknownIssuerAreNamed() throws Exception {
    byte[] broken = country.csca().toByteArray();
    broken[broken.length - 1] ^= 1;
    assertEquals(List.of(Kind.SELF_SIGNATURE_INVALID), found(NOW, Bytes.of(broken)));
    TestPki next = country.successor();
    assertEquals(List.of(), found(NOW, country.csca(), next.link(country).der()));
    assertEquals(List.of(Kind.ISSUER_UNKNOWN), found(NOW, next.link(country).der()));
  }

  @Test
  void anOldDigestIsWeak() throws Exception {
    Bytes weak = country.signer("C=UT,CN=Below", KeyUsage.keyCertSign, "SHA1withECDSA").der();
    List<AuditFinding> findings = audit(NOW, country.csca(), weak);
    assertEquals(
        List.of("ECDSA SHA-1"),
        findings.stream()
            .filter(finding -> finding.kind() == Kind.ALGORITHM_WEAK)
            .map(AuditFinding::detail)
            .toList());
  }

  @Test
  void aDepartureFromTheProfileIsNamed() throws Exception {
    Bytes odd = country.signer("C=UT,CN=Below", KeyUsage.keyCertSign, "SHA256withECDSA").der();
    assertEquals(
        List.of("no basic constraints"),
        audit(NOW, country.csca(), odd).stream()
            .filter(finding -> finding.kind() == Kind.PROFILE)
            .map(AuditFinding::detail)
            .toList());
  }

  @Test
  void onlyTheNewestListOfAnIssuerIsLookedAt() throws Exception {
    Bytes stale = country.crl(NOW.minus(DAY.multipliedBy(9)), NOW.minus(DAY.multipliedBy(8)));
    Bytes fresh = country.crl(NOW.minus(DAY), NOW.plus(DAY));
    TrustStore.Builder builder = builder(country.csca()).addCrl(stale, "old.crl");
    assertEquals(
        List.of("old.crl: 2026-11-15"),
        TrustAudit.of(builder.build(), NOW).stream().map(AuditFinding::detail).toList());
    for (List<Bytes> order : List.of(List.of(stale, fresh), List.of(fresh, stale))) {
      TrustStore.Builder both = builder(country.csca());
      order.forEach(list -> both.addCrl(list, "crl"));
      assertEquals(List.of(), TrustAudit.of(both.build(), NOW));
    }
  }

  @Test
  void distrustIsNamedWithWhatItMeetsAndWithoutWhereItMeetsNothing() throws Exception {
    CertificateView csca = CertificateView.of(country.csca());
    Bytes other = Bytes.of(new byte[32]);
    List<AuditFinding> findings =
        TrustAudit.of(
            builder(csca.der()).distrust(csca.spki().sha256()).distrust(other).build(), NOW);
    assertEquals(
        List.of(Kind.DISTRUSTED, Kind.DISTRUSTED),
        findings.stream().map(AuditFinding::kind).toList());
    assertEquals(List.of(csca), findings.get(0).certificates());
    assertEquals(other.toHex(), findings.get(1).detail());
  }

  @Test
  void aListThatNobodyVouchesForIsNamed() throws Exception {
    Bytes list =
        SimulatedIssuer.masterList(
                SimulatedIssuer.certificates(Stream.of(SimulatedIssuer.country())))
            .list();
    List<AuditFinding> findings =
        TrustAudit.of(
            TrustStore.builder().allowTestAnchors().addMasterList(list, "list").build(), NOW);
    assertEquals(
        List.of("list"),
        findings.stream()
            .filter(finding -> finding.kind() == Kind.SOURCE_UNPINNED)
            .map(AuditFinding::detail)
            .toList());
  }

  private static List<Kind> kindsOf(List<Kind> found) {
    List<Kind> kinds = new ArrayList<>(found);
    kinds.retainAll(List.of(Kind.KEY_ID_OF_SEVERAL_KEYS, Kind.KEY_UNDER_SEVERAL_NAMES));
    return kinds;
  }

  private static List<Kind> found(Instant now, Bytes... certificates) throws Exception {
    return audit(now, certificates).stream().map(AuditFinding::kind).toList();
  }

  private static List<AuditFinding> audit(Instant now, Bytes... certificates) throws Exception {
    return TrustAudit.of(builder(certificates).build(), now);
  }

  private static TrustStore.Builder builder(Bytes... certificates) {
    TrustStore.Builder builder = TrustStore.builder().allowTestAnchors();
    for (Bytes certificate : certificates) {
      builder.addCertificate(certificate, "given");
    }
    return builder;
  }
}
