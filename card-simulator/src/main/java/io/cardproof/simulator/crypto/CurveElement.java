package io.cardproof.simulator.crypto;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/** A point. */
record CurveElement(ECPoint point) implements GroupElement {
  CurveElement {
    point = point.normalize();
  }

  @Override
  public GroupElement times(BigInteger scalar) {
    return new CurveElement(point.multiply(scalar));
  }

  @Override
  public GroupElement plus(GroupElement other) {
    return new CurveElement(point.add(((CurveElement) other).point));
  }

  @Override
  public boolean isNeutral() {
    return point.isInfinity();
  }

  @Override
  public byte[] encoded() {
    return Curves.encode(point);
  }

  @Override
  public byte[] secret() {
    return Curves.sharedSecret(point);
  }

  @Override
  public byte[] compressed() {
    return Curves.sharedSecret(point);
  }
}
