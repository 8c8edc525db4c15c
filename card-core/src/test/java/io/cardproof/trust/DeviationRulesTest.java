package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Remark;
import io.cardproof.document.Mrz;
import io.cardproof.trust.DeviationList.Description;
import io.cardproof.trust.DeviationList.Deviation;
import io.cardproof.trust.DeviationList.Period;
import io.cardproof.trust.DeviationList.SignerId;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ICAO 9303-12 §10: a deviation covers the documents that meet all it asks for")
class DeviationRulesTest {
  private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Description FAULT =
      new Description("2.23.136.1.1.7.3.1", Optional.of("words"));
  private static final Deviation ANY = deviation(Optional.empty(), Optional.empty(), List.of());

  private final CertificateView signer;
  private final Mrz mrz;

  DeviationRulesTest() throws Exception {
    signer = TestPki.named("C=UT,CN=TEST A").signer();
    mrz =
        Mrz.ofLines(
            "I<UTOTEST000017<<<<<<<<<<<<<<<",
            "8501020M4501028UTO<<<<<<<<<<<8",
            "TEST<<TEST<<<<<<<<<<<<<<<<<<<<");
  }

  @Test
  void theDaysOfIssueAreMetFromTheFirstToTheLast() {
    Deviation that = issued(DAY, DAY.plusSeconds(60));
    assertTrue(covers(that, DAY));
    assertTrue(covers(that, DAY.plusSeconds(60)));
    assertFalse(covers(that, DAY.minusSeconds(1)));
    assertFalse(covers(that, DAY.plusSeconds(61)));
  }

  @Test
  void aKindOfDocumentIsMetByItsCodeWithoutFillers() {
    assertEquals("I", mrz.documentCode().replace("<", ""));
    for (String code : List.of("I", "I<", " I ")) {
      assertTrue(
          covers(deviation(Optional.of(code), Optional.empty(), List.of()), Optional.of(mrz)));
    }
    Deviation passports = deviation(Optional.of("P"), Optional.empty(), List.of());
    assertFalse(covers(passports, Optional.of(mrz)));
    Deviation cards = deviation(Optional.of("I"), Optional.empty(), List.of());
    assertFalse(covers(cards, Optional.empty()));
  }

  @Test
  void aNumberIsMetByItself() {
    Deviation that = deviation(Optional.empty(), Optional.empty(), List.of("X", "TEST00001"));
    assertTrue(covers(that, Optional.of(mrz)));
    assertFalse(covers(that, Optional.empty()));
    Deviation other = deviation(Optional.empty(), Optional.empty(), List.of("X"));
    assertFalse(covers(other, Optional.of(mrz)));
  }

  @Test
  void aSignerIsMetByIssuerAndSerialNumber() {
    BigInteger serial = signer.serialNumber();
    assertTrue(by(new SignerId.IssuerAndSerial(signer.issuer(), serial)));
    assertFalse(by(new SignerId.IssuerAndSerial(signer.issuer(), serial.add(BigInteger.ONE))));
    assertFalse(by(new SignerId.IssuerAndSerial("another", serial)));
  }

  @Test
  void aSignerIsMetByItsKey() {
    assertTrue(by(new SignerId.KeyId(signer.subjectKeyId().orElseThrow())));
    assertFalse(by(new SignerId.KeyId(Bytes.ofHex("00"))));
  }

  @Test
  void aSignerIsMetByADigestThatIsKnown() {
    String sha256 = NISTObjectIdentifiers.id_sha256.getId();
    assertTrue(by(new SignerId.Digest(sha256, signer.der().sha256())));
    assertFalse(by(new SignerId.Digest(sha256, signer.spki().sha256())));
    assertFalse(by(new SignerId.Digest("1.2.3", signer.der().sha256())));
  }

  @Test
  void theListMustBeOfTheSignersState() {
    assertEquals(1, remarks(list(Optional.of("UT"), ANY)).size());
    assertEquals(1, remarks(list(Optional.of("uto"), ANY)).size());
    assertEquals(0, remarks(list(Optional.of("VN"), ANY)).size());
    assertEquals(0, remarks(list(Optional.empty(), ANY)).size());
  }

  @Test
  void anotherStatesListDoesNotEndTheSearch() {
    assertEquals(1, remarks(list(Optional.of("VN"), ANY), list(Optional.of("UT"), ANY)).size());
  }

  @Test
  void theSameFaultIsSaidOnceAndAListThatNobodyVouchesForSaysSo() {
    DeviationList pinned = list(Optional.of("UT"), ANY, ANY);
    assertEquals(
        List.of("the issuing state knows a fault of such documents: 2.23.136.1.1.7.3.1"),
        remarks(pinned).stream().map(Remark::detail).toList());
    assertEquals("known-deviation", remarks(pinned).get(0).id());
    DeviationList unpinned =
        new DeviationList(
            "list", Optional.of("UT"), Provenance.Pinning.UNPINNED, Optional.empty(), List.of(ANY));
    assertTrue(remarks(unpinned).get(0).detail().endsWith("3.1 (list not pinned)"));
  }

  private boolean covers(Deviation deviation, Instant signedAt) {
    return !remarks(Optional.empty(), signedAt, list(Optional.of("UT"), deviation)).isEmpty();
  }

  private boolean covers(Deviation deviation, Optional<Mrz> zone) {
    return !remarks(zone, DAY, list(Optional.of("UT"), deviation)).isEmpty();
  }

  private boolean by(SignerId id) {
    return covers(deviation(Optional.empty(), Optional.of(id), List.of()), Optional.empty());
  }

  private List<Remark> remarks(DeviationList... lists) {
    return remarks(Optional.empty(), DAY, lists);
  }

  private List<Remark> remarks(Optional<Mrz> zone, Instant signedAt, DeviationList... lists) {
    TrustContents contents =
        new TrustContents(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new ArrayList<>(List.of(lists)),
            Set.of(),
            List.of(),
            List.of());
    return new Deviations(new TrustStore(contents)).remarks(signer, zone, signedAt);
  }

  private static DeviationList list(Optional<String> country, Deviation... deviations) {
    return new DeviationList(
        "list", country, Provenance.Pinning.PINNED, Optional.empty(), List.of(deviations));
  }

  private static Deviation issued(Instant first, Instant last) {
    return new Deviation(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Period(first, last)),
        List.of(),
        List.of(FAULT));
  }

  private static Deviation deviation(
      Optional<String> type, Optional<SignerId> id, List<String> numbers) {
    return new Deviation(type, id, Optional.empty(), numbers, List.of(FAULT));
  }
}
