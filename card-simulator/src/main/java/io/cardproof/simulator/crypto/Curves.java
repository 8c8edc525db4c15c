package io.cardproof.simulator.crypto;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/** Elliptic curves over prime fields, and the points that a terminal sends. */
public final class Curves {
  private Curves() {}

  /** A curve of NIST or RFC 5639 by its name. */
  public static ECDomainParameters named(String name) {
    X9ECParameters parameters = ECNamedCurveTable.getByName(name);
    if (parameters == null) {
      throw new IllegalArgumentException("unknown curve " + name);
    }
    return new ECDomainParameters(parameters);
  }

  /**
   * The curve of a JDK key.
   *
   * @throws IllegalArgumentException if it is not over a prime field
   */
  public static ECDomainParameters of(ECParameterSpec spec) {
    if (!(spec.getCurve().getField() instanceof ECFieldFp field)) {
      throw new IllegalArgumentException("only curves over prime fields");
    }
    BigInteger order = spec.getOrder();
    BigInteger cofactor = BigInteger.valueOf(spec.getCofactor());
    ECCurve curve =
        new ECCurve.Fp(
            field.getP(), spec.getCurve().getA(), spec.getCurve().getB(), order, cofactor);
    ECPoint generator =
        curve.createPoint(spec.getGenerator().getAffineX(), spec.getGenerator().getAffineY());
    return new ECDomainParameters(curve, generator, order, cofactor);
  }

  /** Bytes of a field element. */
  public static int fieldLength(ECDomainParameters curve) {
    return (curve.getCurve().getFieldSize() + 7) / 8;
  }

  /** A public key as sent: uncompressed, on the curve, of the right order; else nothing. */
  public static Optional<ECPoint> publicKey(ECDomainParameters curve, byte[] encoded) {
    if (encoded.length != 1 + 2 * fieldLength(curve) || encoded[0] != 0x04) {
      return Optional.empty();
    }
    try {
      ECPoint point = curve.getCurve().decodePoint(encoded);
      return point.isInfinity() || !point.isValid() ? Optional.empty() : Optional.of(point);
    } catch (IllegalArgumentException offCurve) {
      return Optional.empty();
    }
  }

  /** Uncompressed, both coordinates of full length. */
  public static byte[] encode(ECPoint point) {
    return point.getEncoded(false);
  }

  /** The x-coordinate in full length: the shared secret of ECKA, TR-03111 §4.3. */
  public static byte[] sharedSecret(ECPoint point) {
    return point.normalize().getAffineXCoord().getEncoded();
  }
}
