package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.value.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Optional;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures of the JDK, so that a clone without the shared vectors tests each family too. */
class SignatureAlgorithmsTest {
  private static final Bytes SIGNED = Bytes.ofHex("43617264");

  @ParameterizedTest
  @CsvSource({
    "DSA, 2048, SHA256withDSA",
    "DSA, 1024, SHA1withDSA",
    "RSA, 2048, SHA256withRSA",
    "RSA, 2048, SHA1withRSA",
    "EC, 256, SHA256withECDSA",
    "EC, 384, SHA384withECDSA"
  })
  void whatTheJdkSignsIsVerifiedAndNothingElse(String family, int bits, String algorithm)
      throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
    generator.initialize(bits);
    KeyPair pair = generator.generateKeyPair();
    Bytes signature = sign(pair, algorithm);
    Bytes identifier =
        Bytes.of(new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm).getEncoded());
    Bytes spki = Bytes.of(pair.getPublic().getEncoded());
    SignatureAlgorithms algorithms = new SignatureAlgorithms();

    algorithms.verify(identifier, Optional.empty(), spki, SIGNED, signature);

    SignatureCheckException refused =
        assertThrows(
            SignatureCheckException.class,
            () ->
                algorithms.verify(
                    identifier, Optional.empty(), spki, Bytes.ofHex("43617265"), signature));
    assertEquals(SignatureCheckException.Fault.INVALID, refused.fault());
  }

  private static Bytes sign(KeyPair pair, String algorithm) throws GeneralSecurityException {
    Signature signer = Signature.getInstance(algorithm);
    signer.initSign(pair.getPrivate());
    signer.update(SIGNED.toByteArray());
    return Bytes.of(signer.sign());
  }
}
