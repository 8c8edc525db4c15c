package io.cardproof.trust;

import io.cardproof.crypto.EcCurves;
import io.cardproof.crypto.KeyFormatException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;

/**
 * What a public key is, for people who look at certificates. Nothing is decided by it.
 *
 * @param algorithm {@code RSA}, {@code EC}, {@code DSA}, or the object identifier of another
 * @param bits the size of the modulus or of the curve's field; 0 if it cannot be read
 * @param curve the name of the curve, for a key on one that is known
 * @param parameters how the curve is given
 * @param exponent the public exponent of RSA
 */
public record KeyFacts(
    String algorithm,
    int bits,
    Optional<String> curve,
    Parameters parameters,
    Optional<BigInteger> exponent) {
  /** How the parameters of a key are given. */
  public enum Parameters {
    /** The algorithm has none that matter here. */
    NONE,
    /** The curve by its name. */
    NAMED,
    /** The curve number by number, as ICAO 9303-12 §4.1.6.3 asks for. */
    EXPLICIT;

    /** The stable name for programs. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What the key in a SubjectPublicKeyInfo is.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static KeyFacts of(Bytes spki) {
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(spki.toByteArray());
    ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
    try {
      if (X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm)) {
        return elliptic(spki, info);
      }
      if (PKCSObjectIdentifiers.rsaEncryption.equals(algorithm)
          || PKCSObjectIdentifiers.id_RSASSA_PSS.equals(algorithm)) {
        RSAPublicKey key = RSAPublicKey.getInstance(info.parsePublicKey());
        int bits = key.getModulus().bitLength();
        return new KeyFacts(
            "RSA", bits, Optional.empty(), Parameters.NONE, Optional.of(key.getPublicExponent()));
      }
      if (X9ObjectIdentifiers.id_dsa.equals(algorithm)) {
        int bits = DSAParameter.getInstance(info.getAlgorithm().getParameters()).getP().bitLength();
        return other("DSA", bits, Parameters.NONE);
      }
    } catch (IOException | RuntimeException e) {
      return other(algorithm.getId(), 0, Parameters.NONE);
    }
    return other(algorithm.getId(), 0, Parameters.NONE);
  }

  private static KeyFacts elliptic(Bytes spki, SubjectPublicKeyInfo info) {
    Parameters parameters =
        info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier
            ? Parameters.NAMED
            : Parameters.EXPLICIT;
    try {
      ECDomainParameters domain = EcCurves.publicKey(spki).domain();
      int bits = domain.getCurve().getFieldSize();
      return new KeyFacts("EC", bits, EcCurves.name(domain), parameters, Optional.empty());
    } catch (KeyFormatException e) {
      return other("EC", 0, parameters);
    }
  }

  private static KeyFacts other(String algorithm, int bits, Parameters parameters) {
    return new KeyFacts(algorithm, bits, Optional.empty(), parameters, Optional.empty());
  }
}
