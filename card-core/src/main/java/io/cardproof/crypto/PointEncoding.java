package io.cardproof.crypto;

import io.cardproof.crypto.KeyFormatException.Kind;
import java.math.BigInteger;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/** A number becomes a point whose logarithm nobody knows, ICAO 9303-11 appendix B. */
final class PointEncoding {
  private static final BigInteger THREE = BigInteger.valueOf(3);
  private static final BigInteger FOUR = BigInteger.valueOf(4);

  private PointEncoding() {}

  /** Whether the prime is 3 modulo 4, which secp224r1 lacks, and no coefficient is zero. */
  static boolean isDefinedFor(ECDomainParameters domain) {
    ECCurve curve = domain.getCurve();
    return curve.getField().getCharacteristic().mod(FOUR).equals(THREE)
        && !curve.getA().isZero()
        && !curve.getB().isZero();
  }

  /**
   * The point of {@code number}, which is below the prime. The names are the standard's.
   *
   * @throws KeyFormatException if there is none, which hits no number that was drawn at random
   */
  static ECPoint point(ECDomainParameters domain, BigInteger number) throws KeyFormatException {
    if (!isDefinedFor(domain)) {
      throw new IllegalArgumentException("the mapping is not defined for this curve");
    }
    ECCurve curve = domain.getCurve();
    BigInteger p = curve.getField().getCharacteristic();
    BigInteger a = curve.getA().toBigInteger();
    BigInteger b = curve.getB().toBigInteger();
    BigInteger alpha = number.multiply(number).negate().mod(p);
    BigInteger sum = alpha.add(alpha.multiply(alpha)).mod(p);
    if (sum.signum() == 0) {
      throw none();
    }
    BigInteger factor = BigInteger.ONE.add(sum.modInverse(p));
    BigInteger x2 = b.negate().multiply(a.modInverse(p)).multiply(factor).mod(p);
    BigInteger x3 = alpha.multiply(x2).mod(p);
    BigInteger h2 = x2.pow(3).add(a.multiply(x2)).add(b).mod(p);
    BigInteger u = number.pow(3).multiply(h2).mod(p);
    BigInteger exponent = p.subtract(BigInteger.ONE).subtract(p.add(BigInteger.ONE).divide(FOUR));
    BigInteger root = h2.modPow(exponent, p);
    boolean isSquare = root.multiply(root).multiply(h2).mod(p).equals(BigInteger.ONE);
    ECPoint point =
        isSquare
            ? curve.createPoint(x2, root.multiply(h2).mod(p))
            : curve.createPoint(x3, root.multiply(u).mod(p));
    ECPoint generator = point.multiply(domain.getH()).normalize();
    if (generator.isInfinity() || !generator.isValid()) {
      throw none();
    }
    return generator;
  }

  private static KeyFormatException none() {
    return new KeyFormatException(Kind.MALFORMED, "the mapping leads to no generator");
  }
}
