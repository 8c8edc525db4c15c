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
    BigInteger alpha = number.multiply(number).negate().mod(p);
    BigInteger x2 = firstCandidate(curve, p, alpha);
    BigInteger h2 = rightSide(curve, x2).mod(p);
    BigInteger a = inverseRoot(h2, p);
    ECPoint point =
        a.multiply(a).multiply(h2).mod(p).equals(BigInteger.ONE)
            ? curve.createPoint(x2, a.multiply(h2).mod(p))
            : curve.createPoint(
                alpha.multiply(x2).mod(p), a.multiply(number.pow(3)).multiply(h2).mod(p));
    ECPoint generator = point.multiply(domain.getH()).normalize();
    if (generator.isInfinity() || !generator.isValid()) {
      throw none();
    }
    return generator;
  }

  // -b / a * (1 + 1 / (alpha + alpha^2))
  private static BigInteger firstCandidate(ECCurve curve, BigInteger p, BigInteger alpha)
      throws KeyFormatException {
    BigInteger sum = alpha.add(alpha.multiply(alpha)).mod(p);
    if (sum.signum() == 0) {
      throw none();
    }
    return curve
        .getB()
        .toBigInteger()
        .negate()
        .multiply(curve.getA().toBigInteger().modInverse(p))
        .multiply(BigInteger.ONE.add(sum.modInverse(p)))
        .mod(p);
  }

  // x^3 + a * x + b
  private static BigInteger rightSide(ECCurve curve, BigInteger x) {
    return x.pow(3).add(curve.getA().toBigInteger().multiply(x)).add(curve.getB().toBigInteger());
  }

  // h^(p - 1 - (p + 1) / 4): 1 over the square root, where h has one.
  private static BigInteger inverseRoot(BigInteger h, BigInteger p) {
    return h.modPow(p.subtract(BigInteger.ONE).subtract(p.add(BigInteger.ONE).divide(FOUR)), p);
  }

  private static KeyFormatException none() {
    return new KeyFormatException(Kind.MALFORMED, "the mapping leads to no generator");
  }
}
