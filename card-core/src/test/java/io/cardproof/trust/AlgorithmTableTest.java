package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.check.Reason;
import io.cardproof.crypto.Digests;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.VerificationKey;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlgorithmTableTest {
  private static final Map<String, String> DIGESTS =
      Map.of("SHA-1", "1.3.14.3.2.26", "SHA-224", "2.16.840.1.101.3.4.2.4");

  @ParameterizedTest(name = "{0}: to {1}")
  @CsvSource({"SHA-1, 2020-01-01T00:00:00Z", "SHA-224, 2031-01-01T00:00:00Z"})
  void aDigestIsBelievedUntilItsDay(String name, Instant until) {
    String oid = Objects.requireNonNull(DIGESTS.get(name));
    assertDoesNotThrow(
        () -> AlgorithmTable.USUAL.checkDigest(oid, until.minus(Duration.ofSeconds(1))));
    PathException refused =
        assertThrows(PathException.class, () -> AlgorithmTable.USUAL.checkDigest(oid, until));
    assertEquals(Reason.ALGORITHM_TOO_WEAK, refused.reason());
  }

  @Test
  void signaturesOfDsaAreBelievedUntilItWasWithdrawn() throws Exception {
    AlgorithmIdentifier signing = new AlgorithmIdentifier(NISTObjectIdentifiers.dsa_with_sha256);
    SignatureScheme scheme = SignatureScheme.of(Bytes.of(signing.getEncoded()), Optional.empty());
    VerificationKey key = new SignatureAlgorithms().key(Bytes.of(dsaKey().getEncoded()));
    AlgorithmTable.USUAL.check(scheme, key, Instant.parse("2024-02-02T23:59:59Z"));
    PathException refused =
        assertThrows(
            PathException.class,
            () -> AlgorithmTable.USUAL.check(scheme, key, Instant.parse("2024-02-03T00:00:00Z")));
    assertEquals(Reason.ALGORITHM_TOO_WEAK, refused.reason());
  }

  @Test
  void aTableCanOnlyBecomeStricter() {
    LocalDate day = LocalDate.of(2010, 1, 1);
    Instant early = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    AlgorithmTable stricter =
        AlgorithmTable.USUAL.and(
            new AlgorithmTable.Row(new AlgorithmTable.Subject.Digest("SHA-1"), day));
    assertThrows(PathException.class, () -> stricter.checkDigest("1.3.14.3.2.26", early));
    assertEquals(",sha-1-until=2010-01-01", stricter.difference());
    assertEquals(
        AlgorithmTable.USUAL, AlgorithmTable.USUAL.and(AlgorithmTable.USUAL.rows().get(0)));
  }

  @Test
  void aRowIsFoundByItsName() {
    LocalDate day = LocalDate.of(2027, 2, 28);
    List<AlgorithmTable.Subject> subjects = new ArrayList<>();
    AlgorithmTable.USUAL.rows().forEach(row -> subjects.add(row.subject()));
    Digests.names().forEach(name -> subjects.add(new AlgorithmTable.Subject.Digest(name)));
    for (SignatureScheme.Family family : SignatureScheme.Family.values()) {
      subjects.add(new AlgorithmTable.Subject.Family(family));
    }
    subjects.add(new AlgorithmTable.Subject.Modulus(3072));
    subjects.add(new AlgorithmTable.Subject.Curve(521));
    for (AlgorithmTable.Subject subject : subjects) {
      AlgorithmTable.Row row = new AlgorithmTable.Row(subject, day);
      assertEquals(Optional.of(row), AlgorithmTable.Row.of(row.id()), row.id());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha-1",
        "sha-1-until=",
        "sha-1-until=2027-02-29",
        "sha-1-until=2027-02-28x",
        "md5-until=2027-02-28",
        "modulus-below-0-until=2027-02-28",
        "modulus-below-100000-until=2027-02-28",
        "modulus-below--1-until=2027-02-28",
      })
  void whatIsNoNameOfARowIsNone(String id) {
    assertEquals(Optional.empty(), AlgorithmTable.Row.of(id));
  }

  @Test
  void aDigestHasAKnownName() {
    assertThrows(IllegalArgumentException.class, () -> new AlgorithmTable.Subject.Digest("SHA256"));
  }

  @Test
  void theGuideHasEveryRow() throws Exception {
    String guide = Files.readString(Path.of("../docs/trust.md"));
    for (AlgorithmTable.Row row : AlgorithmTable.USUAL.rows()) {
      String until = row.until().equals(LocalDate.EPOCH) ? "never" : row.until().toString();
      assertTrue(
          guide.contains("| `" + row.subject().id() + "` | " + until + " |"), row.subject().id());
    }
  }

  @ParameterizedTest(name = "{1} bits, {0}: believed {2}")
  @CsvSource({
    "modulus-below-2048, 2046, false",
    "modulus-below-2048, 2047, true",
    "modulus-below-2048, 2048, true",
    "curve-below-4096, 2048, true",
    "rsa, 4096, false",
    "rsa-pss, 2048, true",
    "sha-256, 2048, false",
    "sha-384, 2048, true",
  })
  void aModulusIsMeasuredButForItsFirstBit(String row, int bits, boolean believed)
      throws Exception {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE);
    SubjectPublicKeyInfo key =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
            new RSAPublicKey(modulus, BigInteger.valueOf(65_537)));
    AlgorithmIdentifier signing =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    assertEquals(believed, believes(row, key, signing));
  }

  @ParameterizedTest(name = "{1}, {0}: believed {2}")
  @CsvSource({
    "curve-below-256, secp224r1, false",
    "curve-below-256, secp256r1, true",
    "curve-below-257, secp256r1, true",
    "curve-below-258, secp256r1, false",
    "modulus-below-2048, secp256r1, true",
  })
  void aCurveIsMeasuredByItsField(String row, String curve, boolean believed) throws Exception {
    SubjectPublicKeyInfo key =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, ECNamedCurveTable.getOID(curve)),
            ECNamedCurveTable.getByName(curve).getG().getEncoded(false));
    AlgorithmIdentifier signing = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    assertEquals(believed, believes(row, key, signing));
  }

  /** 2,048 bits, which are strong enough; no signature is made with it. */
  private static SubjectPublicKeyInfo dsaKey() throws IOException {
    BigInteger p = BigInteger.ONE.shiftLeft(2047).add(BigInteger.ONE);
    BigInteger q = BigInteger.ONE.shiftLeft(255).add(BigInteger.ONE);
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, new DSAParameter(p, q, BigInteger.TWO)),
        new ASN1Integer(BigInteger.TEN));
  }

  private static boolean believes(
      String subject, SubjectPublicKeyInfo key, AlgorithmIdentifier signing) throws Exception {
    AlgorithmTable table =
        new AlgorithmTable(
            List.of(AlgorithmTable.Row.of(subject + "-until=2020-01-01").orElseThrow()));
    SignatureScheme scheme = SignatureScheme.of(Bytes.of(signing.getEncoded()), Optional.empty());
    VerificationKey verification = new SignatureAlgorithms().key(Bytes.of(key.getEncoded()));
    table.check(scheme, verification, Instant.parse("2019-12-31T23:59:59Z"));
    try {
      table.check(scheme, verification, Instant.parse("2020-01-01T00:00:00Z"));
      return true;
    } catch (PathException e) {
      assertEquals(Reason.ALGORITHM_TOO_WEAK, e.reason());
      return false;
    }
  }
}
