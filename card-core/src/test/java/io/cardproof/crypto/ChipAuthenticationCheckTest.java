package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.crypto.ProofException.Fault;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

class ChipAuthenticationCheckTest {
  private static final String CURVE_AES_128 = "0.4.0.127.0.7.2.2.3.2.2";
  private static final String NUMBERS_AES_128 = "0.4.0.127.0.7.2.2.3.1.2";

  @Test
  void theOrderOfTheCurveIsNoPrivateKeyOfATerminal() throws Exception {
    ECDomainParameters domain = EcCurves.byParameterId(13).orElseThrow();
    Bytes chip =
        spki(
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, TeleTrusTObjectIdentifiers.brainpoolP256r1),
            domain.getG().getEncoded(false));
    assertNoPair(CURVE_AES_128, chip, Bytes.of((byte) 0), domain.getN());
  }

  @Test
  void theOrderOfTheGroupIsNoPrivateKeyOfATerminal() throws Exception {
    DhGroup group = DhGroups.byParameterId(2).orElseThrow();
    ASN1ObjectIdentifier standardised = new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2");
    Bytes chip =
        spki(
            new AlgorithmIdentifier(standardised, new ASN1Integer(2)),
            new ASN1Integer(group.generator()).getEncoded());
    BigInteger order = group.order().orElseThrow();
    assertNoPair(NUMBERS_AES_128, chip, group.publicKey(order), order);
  }

  private static Bytes spki(AlgorithmIdentifier algorithm, byte[] key) throws Exception {
    return Bytes.of(new SubjectPublicKeyInfo(algorithm, key).getEncoded());
  }

  private static void assertNoPair(
      String protocol, Bytes chip, Bytes publicKey, BigInteger privateKey) {
    Bytes encoded = Bytes.of(BigIntegers.asUnsignedByteArray(privateKey));
    ProofException refused =
        assertThrows(
            ProofException.class,
            () ->
                ChipAuthenticationCheck.verify(
                    protocol, chip, publicKey, encoded, Bytes.empty(), Bytes.empty()));
    assertEquals(Fault.TRANSCRIPT_MALFORMED, refused.fault());
    assertEquals("the terminal's keys are no pair", refused.getMessage());
  }
}
