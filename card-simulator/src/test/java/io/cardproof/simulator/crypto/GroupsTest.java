package io.cardproof.simulator.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.DomainParameters;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Domain parameters by number and by description, ICAO 9303-11 §9.5. */
class GroupsTest {
  private static final ASN1ObjectIdentifier STANDARDISED =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
  void everyStandardisedGroupHasItsGeneratorAndOrder(int parameterId) throws IOException {
    Group group = Groups.standardised(parameterId);
    assertTrue(group.prime().isProbablePrime(64));
    assertTrue(group.order().isProbablePrime(64));
    assertFalse(group.generator().isNeutral());
    assertTrue(group.generator().times(group.order()).isNeutral());
    assertEquals(group, Groups.of(algorithm(STANDARDISED, new ASN1Integer(parameterId))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18})
  void elementsOfNumbersAreProperKeys(int parameterId) {
    Group group = Groups.standardised(parameterId);
    for (int number = 2; number < 40; number++) {
      GroupElement element = group.elementOf(BigInteger.valueOf(number));
      assertEquals(element, group.publicKey(element.encoded()).orElseThrow());
    }
  }

  @Test
  void secp224r1HasNoPointEncoding() {
    Group group = Groups.standardised(10);
    assertFalse(group.hasIntegratedMapping());
    assertThrows(UnsupportedOperationException.class, () -> group.elementOf(BigInteger.TEN));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, 7, 19, 31})
  void reservedNumbersAreNoGroups(int parameterId) {
    assertThrows(IllegalArgumentException.class, () -> Groups.standardised(parameterId));
  }

  @Test
  void aCurveIsTheSameByNameAndInFull() throws IOException {
    var named = ECNamedCurveTable.getOID("brainpoolP256r1");
    var explicit = ECNamedCurveTable.getByName("brainpoolP256r1");
    Group standardised = Groups.standardised(13);
    assertEquals(standardised, Groups.of(algorithm(X9ObjectIdentifiers.id_ecPublicKey, named)));
    assertEquals(standardised, Groups.of(algorithm(X9ObjectIdentifiers.id_ecPublicKey, explicit)));
  }

  @Test
  void aModularGroupIsTheSameInFull() throws IOException {
    ModularGroup standardised = (ModularGroup) Groups.standardised(1);
    DomainParameters explicit =
        new DomainParameters(
            standardised.prime(), standardised.base(), standardised.order(), null, null);
    assertEquals(standardised, Groups.of(algorithm(X9ObjectIdentifiers.dhpublicnumber, explicit)));
  }

  @Test
  void parametersWithoutOrderTakeTheirOwnKeys() throws IOException {
    DHParameters safe = DHStandardGroups.rfc3526_2048;
    assertTakesItsKeys(safe.getP(), safe.getG());
    BigInteger nonResidue = BigInteger.TWO;
    BigInteger half = safe.getP().shiftRight(1);
    while (nonResidue.modPow(half, safe.getP()).equals(BigInteger.ONE)) {
      nonResidue = nonResidue.add(BigInteger.ONE);
    }
    assertTakesItsKeys(safe.getP(), nonResidue);
  }

  @Test
  void whatIsNoGroupIsRefused() throws IOException {
    byte[] rsa = algorithm(PKCSObjectIdentifiers.rsaEncryption, new ASN1Integer(1));
    assertThrows(IllegalArgumentException.class, () -> Groups.of(rsa));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ModularGroup(BigInteger.valueOf(23), BigInteger.TWO, BigInteger.valueOf(7)));
  }

  private static void assertTakesItsKeys(BigInteger prime, BigInteger base) throws IOException {
    Group group =
        Groups.of(algorithm(PKCSObjectIdentifiers.dhKeyAgreement, new DHParameter(prime, base, 0)));
    for (int key = 1000; key < 1010; key++) {
      byte[] encoded = group.generator().times(BigInteger.valueOf(key)).encoded();
      assertTrue(group.publicKey(encoded).isPresent());
    }
  }

  private static byte[] algorithm(ASN1ObjectIdentifier name, ASN1Encodable parameters)
      throws IOException {
    return new AlgorithmIdentifier(name, parameters).getEncoded();
  }
}
