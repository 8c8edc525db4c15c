package io.cardproof.simulator.crypto;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECFieldElement;

/** The points of an elliptic curve over a prime field. */
public record CurveGroup(ECDomainParameters curve) implements Group {
  @Override
  public GroupElement generator() {
    return new CurveElement(curve.getG());
  }

  @Override
  public BigInteger order() {
    return curve.getN();
  }

  @Override
  public BigInteger prime() {
    return curve.getCurve().getField().getCharacteristic();
  }

  @Override
  public Optional<GroupElement> publicKey(byte[] encoded) {
    return Curves.publicKey(curve, encoded).map(CurveElement::new);
  }

  /**
   * Point encoding of ICAO 9303-11 appendix B.2; it takes square roots of primes that are 3 mod 4.
   */
  @Override
  public boolean hasIntegratedMapping() {
    return prime().testBit(1) && !curve.getCurve().getA().isZero();
  }

  @Override
  public GroupElement elementOf(BigInteger number) {
    if (!hasIntegratedMapping()) {
      throw new UnsupportedOperationException("no point encoding for this curve");
    }
    ECFieldElement t = curve.getCurve().fromBigInteger(number);
    ECFieldElement alpha = t.square().negate();
    ECFieldElement x2 = secondAbscissa(alpha);
    ECFieldElement h2 = ordinateSquared(x2);
    ECFieldElement root = power(h2, prime().subtract(BigInteger.ONE).subtract(rootExponent()));
    boolean square = root.square().multiply(h2).isOne();
    ECFieldElement x = square ? x2 : alpha.multiply(x2);
    ECFieldElement y =
        square ? root.multiply(h2) : root.multiply(t.square().multiply(t)).multiply(h2);
    return new CurveElement(
        curve.getCurve().createPoint(x.toBigInteger(), y.toBigInteger()).multiply(curve.getH()));
  }

  /** X2 = −b/a · (1 + 1/(α + α²)); 0 where that has no inverse. */
  private ECFieldElement secondAbscissa(ECFieldElement alpha) {
    ECFieldElement sum = alpha.square().add(alpha);
    ECFieldElement inverse =
        power(curve.getCurve().getA().multiply(sum), prime().subtract(BigInteger.TWO));
    return curve.getCurve().getB().negate().multiply(sum.addOne()).multiply(inverse);
  }

  private ECFieldElement ordinateSquared(ECFieldElement x) {
    return x.square()
        .multiply(x)
        .add(curve.getCurve().getA().multiply(x))
        .add(curve.getCurve().getB());
  }

  private BigInteger rootExponent() {
    return prime().add(BigInteger.ONE).shiftRight(2);
  }

  private ECFieldElement power(ECFieldElement base, BigInteger exponent) {
    return curve.getCurve().fromBigInteger(base.toBigInteger().modPow(exponent, prime()));
  }
}
