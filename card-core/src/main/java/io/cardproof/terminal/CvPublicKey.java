package io.cardproof.terminal;

import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.Optional;

/** The public key in a CV certificate, TR-03110-3 §D.3. */
public sealed interface CvPublicKey {
  /** How its private key signs. */
  CvAlgorithm algorithm();

  /**
   * An RSA key.
   *
   * @param algorithm how its private key signs
   * @param modulus the modulus
   * @param exponent the public exponent
   */
  record Rsa(CvAlgorithm algorithm, BigInteger modulus, BigInteger exponent)
      implements CvPublicKey {}

  /**
   * A key on an elliptic curve.
   *
   * @param algorithm how its private key signs
   * @param curve the domain parameters; absent below a CVCA, whose parameters then apply
   * @param point the public point, uncompressed
   */
  record Ec(CvAlgorithm algorithm, Optional<CvCurve> curve, Bytes point) implements CvPublicKey {}

  /**
   * A key from its SubjectPublicKeyInfo, with domain parameters if it is on a curve.
   *
   * @throws MalformedInputException if it is not a key of this algorithm
   */
  static CvPublicKey of(CvAlgorithm algorithm, Bytes spki) throws MalformedInputException {
    return SubjectKeys.read(algorithm, spki);
  }

  /** The same key with the domain parameters of {@code issuer}, if it has none of its own. */
  default CvPublicKey inherit(CvPublicKey issuer) {
    return this instanceof Ec own && own.curve().isEmpty() && issuer instanceof Ec above
        ? new Ec(own.algorithm(), above.curve(), own.point())
        : this;
  }

  /** The same key without domain parameters, as DVs and terminals have it. */
  default CvPublicKey withoutCurve() {
    return this instanceof Ec own ? new Ec(own.algorithm(), Optional.empty(), own.point()) : this;
  }

  /** Whether signatures can be verified: domain parameters are known, or not needed. */
  default boolean complete() {
    return !(this instanceof Ec own) || own.curve().isPresent();
  }

  /**
   * Verifies one signature of its private key.
   *
   * @throws SignatureCheckException if the key did not make it, or its domain parameters are
   *     missing or not those of a standardised curve
   */
  default void verify(Bytes data, Bytes signature) throws SignatureCheckException {
    int bits = this instanceof Rsa rsa ? rsa.modulus().bitLength() : 0;
    new SignatureAlgorithms()
        .key(SubjectKeys.write(this))
        .verify(algorithm().scheme(bits), data, signature);
  }

  /** The data object 7F49. */
  default Bytes encode() {
    return CvTag.PUBLIC_KEY.around(CvOids.write(algorithm().oid()), parameters());
  }

  private Bytes parameters() {
    if (this instanceof Rsa rsa) {
      return Bytes.concat(
          CvTag.FIRST.around(CvCurve.unsigned(rsa.modulus())),
          CvTag.SECOND.around(CvCurve.unsigned(rsa.exponent())));
    }
    Ec ec = (Ec) this;
    Bytes point = CvTag.SIXTH.around(ec.point());
    return ec.curve()
        .map(
            curve ->
                Bytes.concat(
                    curve.encode(),
                    point,
                    CvTag.SEVENTH.around(CvCurve.unsigned(curve.cofactor()))))
        .orElse(point);
  }
}
