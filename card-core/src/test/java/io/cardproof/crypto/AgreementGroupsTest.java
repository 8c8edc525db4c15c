package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Domain parameters and public keys for key agreement, ICAO 9303-11 §9.4 and §9.5. */
class AgreementGroupsTest {
  private static final ASN1ObjectIdentifier PKCS3 =
      new ASN1ObjectIdentifier("1.2.840.113549.1.3.1");
  private static final ASN1ObjectIdentifier X942 = X9ObjectIdentifiers.dhpublicnumber;
  private final SecureRandom random = new SecureRandom();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
  void bothSidesOfEveryStandardisedGroupAgree(int id) throws Exception {
    AgreementGroup group = AgreementGroups.byParameterId(id).orElseThrow();
    assertEquals(id, AgreementGroups.parameterId(group).orElseThrow());
    BigInteger one = group.privateKey(random);
    BigInteger other = group.privateKey(random);
    assertTrue(one.bitLength() <= 8 * group.privateKeyBytes());
    try (Secret here = group.sharedSecret(one, group.publicKey(other));
        Secret there = group.sharedSecret(other, group.publicKey(one))) {
      assertEquals(here, there);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, 7, 19, 31, 32, Integer.MAX_VALUE})
  void otherIdentifiersAreNoGroup(int id) {
    assertTrue(AgreementGroups.byParameterId(id).isEmpty());
  }

  @Test
  void theGroupsOfRfc5114AreWhatTheySayTheyAre() {
    for (int id = 0; id <= 2; id++) {
      DhGroup group = (DhGroup) AgreementGroups.byParameterId(id).orElseThrow();
      BigInteger order = group.order().orElseThrow();
      assertTrue(group.prime().isProbablePrime(50));
      assertTrue(order.isProbablePrime(50));
      assertEquals(BigInteger.ZERO, group.prime().subtract(BigInteger.ONE).mod(order));
      assertEquals(BigInteger.ONE, group.generator().modPow(order, group.prime()));
    }
  }

  @Test
  void aSharedNumberThatBeginsWithZeroKeepsItsLength() throws Exception {
    DhGroup group = (DhGroup) AgreementGroups.byParameterId(0).orElseThrow();
    BigInteger own = BigInteger.ONE;
    BigInteger peer = BigInteger.TWO;
    while (group.generator().modPow(peer, group.prime()).bitLength() > 1016) {
      peer = peer.add(BigInteger.ONE);
    }
    Bytes key = group.publicKey(peer);
    assertEquals(128, key.length());
    assertEquals(0, key.at(0));
    byte[] shared = group.sharedSecret(own, key).reveal();
    assertEquals(key, Bytes.of(shared));
    // What TR-03110-3 §D.2.1.1 sends for the same number.
    assertEquals(key, group.checked(key.from(1)));
  }

  @Test
  void aSharedPointWhoseCoordinateBeginsWithZeroKeepsItsLength() throws Exception {
    AgreementGroup group = AgreementGroups.byParameterId(13).orElseThrow();
    BigInteger peer = BigInteger.TWO;
    while (group.publicKey(peer).at(1) != 0) {
      peer = peer.add(BigInteger.ONE);
    }
    Bytes key = group.publicKey(peer);
    assertEquals(65, key.length());
    byte[] shared = group.sharedSecret(BigInteger.ONE, key).reveal();
    assertEquals(key.slice(1, 33), Bytes.of(shared));
  }

  @Test
  void explicitNumbersOfAKnownGroupAreThatGroup() throws Exception {
    DhGroup known = (DhGroup) AgreementGroups.byParameterId(1).orElseThrow();
    BigInteger order = known.order().orElseThrow();
    BigInteger[] numbers = {known.prime(), known.generator()};
    assertEquals(known, AgreementGroups.ofAlgorithm(algorithm(PKCS3, numbers)));
    assertEquals(
        known,
        AgreementGroups.ofAlgorithm(
            algorithm(PKCS3, known.prime(), known.generator(), BigInteger.valueOf(224))));
    assertEquals(
        known,
        AgreementGroups.ofAlgorithm(algorithm(X942, known.prime(), known.generator(), order)));
  }

  @Test
  void theGroupsOfRfc3526AndRfc7919AreKnown() throws Exception {
    for (DHParameters group :
        Arrays.asList(DHStandardGroups.rfc3526_2048, DHStandardGroups.rfc7919_ffdhe3072)) {
      DhGroup found =
          (DhGroup) AgreementGroups.ofAlgorithm(algorithm(PKCS3, group.getP(), group.getG()));
      assertEquals(group.getQ(), found.order().orElseThrow());
      assertTrue(AgreementGroups.parameterId(found).isEmpty());
    }
  }

  @Test
  void explicitNumbersThatDifferInOneComponentAreNoGroup() {
    DhGroup known = (DhGroup) AgreementGroups.byParameterId(0).orElseThrow();
    BigInteger square = known.generator().modPow(BigInteger.TWO, known.prime());
    BigInteger order = known.order().orElseThrow();
    assertUnsupported(algorithm(X942, known.prime(), square, order));
    assertUnsupported(algorithm(X942, known.prime(), known.generator(), order.add(BigInteger.TWO)));
    assertUnsupported(algorithm(X942, known.prime().add(BigInteger.TWO), known.generator(), order));
  }

  @Test
  void aKeyMayLieInAGroupOfItsOwnOf1024BitsOrMore() throws Exception {
    DhGroup known = (DhGroup) AgreementGroups.byParameterId(0).orElseThrow();
    BigInteger own = known.generator().modPow(BigInteger.TWO, known.prime());
    BigInteger key = own.modPow(BigInteger.TEN, known.prime());
    AgreementPublicKey read =
        AgreementGroups.publicKey(spki(algorithm(PKCS3, known.prime(), own), new ASN1Integer(key)));
    assertEquals(own, ((DhGroup) read.group()).generator());
    assertEquals(128, read.encoded().length());
  }

  @Test
  void ownGroupsAreBounded() {
    BigInteger small = BigInteger.ONE.shiftLeft(1000).add(BigInteger.ONE);
    assertKeyRefused(algorithm(PKCS3, small, BigInteger.TWO), BigInteger.TEN);
    BigInteger large = BigInteger.ONE.shiftLeft(8200).add(BigInteger.ONE);
    assertKeyRefused(algorithm(PKCS3, large, BigInteger.TWO), BigInteger.TEN);
    BigInteger even = BigInteger.ONE.shiftLeft(1100);
    assertKeyRefused(algorithm(PKCS3, even, BigInteger.TWO), BigInteger.TEN);
    BigInteger odd = even.add(BigInteger.ONE);
    assertKeyRefused(algorithm(PKCS3, odd, BigInteger.ONE), BigInteger.TEN);
    assertKeyRefused(algorithm(PKCS3, odd, odd.subtract(BigInteger.ONE)), BigInteger.TEN);
  }

  @Test
  void aKeyOutsideItsGroupIsRefused() {
    DhGroup known = (DhGroup) AgreementGroups.byParameterId(0).orElseThrow();
    Bytes algorithm = algorithm(PKCS3, known.prime(), known.generator());
    for (BigInteger key :
        Arrays.asList(
            BigInteger.ONE,
            known.prime().subtract(BigInteger.ONE),
            known.prime(),
            BigInteger.TWO)) {
      assertKeyRefused(algorithm, key);
    }
  }

  @Test
  void aKeyOnACurveIsReadAndChecked() throws Exception {
    AgreementGroup group = AgreementGroups.byParameterId(12).orElseThrow();
    Bytes key = group.publicKey(BigInteger.TEN);
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(
            X9ObjectIdentifiers.id_ecPublicKey, ECNamedCurveTable.getOID("secp256r1"));
    Bytes spki = Bytes.of(new SubjectPublicKeyInfo(algorithm, key.toByteArray()).getEncoded());
    assertEquals(new AgreementPublicKey(group, key), AgreementGroups.publicKey(spki));
    byte[] off = key.toByteArray();
    off[64] ^= 1;
    assertThrows(
        KeyFormatException.class,
        () ->
            AgreementGroups.publicKey(
                Bytes.of(new SubjectPublicKeyInfo(algorithm, off).getEncoded())));
  }

  @Test
  void whatIsNoAlgorithmIsMalformed() {
    for (Bytes der : Arrays.asList(Bytes.empty(), Bytes.ofHex("3000"), Bytes.ofHex("FF"))) {
      assertThrows(KeyFormatException.class, () -> AgreementGroups.ofAlgorithm(der));
      assertThrows(KeyFormatException.class, () -> AgreementGroups.publicKey(der));
    }
  }

  @Test
  void parametersOfAnotherFormAreMalformed() throws Exception {
    Bytes octets =
        Bytes.of(new AlgorithmIdentifier(PKCS3, new DEROctetString(new byte[3])).getEncoded());
    KeyFormatException e =
        assertThrows(KeyFormatException.class, () -> AgreementGroups.ofAlgorithm(octets));
    assertEquals(KeyFormatException.Kind.MALFORMED, e.kind());
    Bytes none = Bytes.of(new AlgorithmIdentifier(PKCS3).getEncoded());
    assertThrows(KeyFormatException.class, () -> AgreementGroups.ofAlgorithm(none));
  }

  @Test
  void anyChangedByteIsReadOrRefused() throws Exception {
    DhGroup known = (DhGroup) AgreementGroups.byParameterId(0).orElseThrow();
    BigInteger order = known.order().orElseThrow();
    Bytes numbers =
        spki(
            algorithm(X942, known.prime(), known.generator(), order),
            new ASN1Integer(known.generator()));
    AlgorithmIdentifier explicit =
        new AlgorithmIdentifier(
            X9ObjectIdentifiers.id_ecPublicKey, ECNamedCurveTable.getByName("secp256r1"));
    AgreementGroup curve = AgreementGroups.byParameterId(12).orElseThrow();
    byte[] point = curve.publicKey(BigInteger.TEN).toByteArray();
    Bytes points = Bytes.of(new SubjectPublicKeyInfo(explicit, point).getEncoded());
    assertEquals(curve, AgreementGroups.publicKey(points).group());
    for (Bytes good : Arrays.asList(numbers, points)) {
      for (int at = 0; at < good.length(); at++) {
        for (int flip : new int[] {0x01, 0x80, 0xFF}) {
          byte[] changed = good.toByteArray();
          changed[at] ^= (byte) flip;
          assertReadOrRefused(Bytes.of(changed));
        }
        assertReadOrRefused(good.slice(0, at));
      }
    }
  }

  // What is neither, such as an exception of the ASN.1 library, fails the test.
  private static void assertReadOrRefused(Bytes spki) {
    try {
      AgreementGroups.publicKey(spki);
    } catch (KeyFormatException refused) {
      assertTrue(refused.getMessage() != null);
    }
  }

  private static void assertUnsupported(Bytes algorithm) {
    KeyFormatException e =
        assertThrows(KeyFormatException.class, () -> AgreementGroups.ofAlgorithm(algorithm));
    assertEquals(KeyFormatException.Kind.UNSUPPORTED, e.kind());
  }

  private static void assertKeyRefused(Bytes algorithm, BigInteger key) {
    assertThrows(
        KeyFormatException.class,
        () -> AgreementGroups.publicKey(spki(algorithm, new ASN1Integer(key))));
  }

  private static Bytes algorithm(ASN1ObjectIdentifier oid, BigInteger... numbers) {
    try {
      ASN1Encodable[] parameters =
          Arrays.stream(numbers).map(ASN1Integer::new).toArray(ASN1Encodable[]::new);
      return Bytes.of(new AlgorithmIdentifier(oid, new DERSequence(parameters)).getEncoded());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Bytes spki(Bytes algorithm, ASN1Encodable key) throws java.io.IOException {
    return Bytes.of(
        new SubjectPublicKeyInfo(AlgorithmIdentifier.getInstance(algorithm.toByteArray()), key)
            .getEncoded());
  }
}
