package io.cardproof.terminal;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * Key pairs for tests.
 *
 * @param pkcs8 the private key
 * @param spki the public key
 */
public record TestKeys(Bytes pkcs8, Bytes spki) {
  /** The curves of the parameter ids 8 to 18. */
  public static final List<String> CURVES =
      List.of(
          "secp192r1",
          "brainpoolP192r1",
          "secp224r1",
          "brainpoolP224r1",
          "secp256r1",
          "brainpoolP256r1",
          "brainpoolP320r1",
          "secp384r1",
          "brainpoolP384r1",
          "brainpoolP512r1",
          "secp521r1");

  private static final Map<String, TestKeys> MADE = new ConcurrentHashMap<>();

  /** The pair of this name, made at the first use: RSA keys are slow to make. */
  public static TestKeys named(String name, int rsaBits) {
    return MADE.computeIfAbsent(name + rsaBits, unused -> rsa(rsaBits));
  }

  public static TestKeys named(String name, String curve) {
    return MADE.computeIfAbsent(name + curve, unused -> onCurve(curve));
  }

  public TerminalKey key() throws Exception {
    return Pkcs8TerminalKey.parse(pkcs8.toByteArray());
  }

  public CvPublicKey publicKey(CvAlgorithm algorithm) throws Exception {
    return CvPublicKey.of(algorithm, spki);
  }

  private static TestKeys rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(65_537)));
      KeyPair pair = generator.generateKeyPair();
      return new TestKeys(
          Bytes.of(pair.getPrivate().getEncoded()), Bytes.of(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestKeys onCurve(String name) {
    ASN1ObjectIdentifier oid = ECNamedCurveTable.getOID(name);
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            new ECNamedDomainParameters(oid, ECNamedCurveTable.getByOID(oid)), new SecureRandom()));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    try {
      return new TestKeys(
          Bytes.of(PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate()).getEncoded()),
          Bytes.of(
              SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                  .getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
