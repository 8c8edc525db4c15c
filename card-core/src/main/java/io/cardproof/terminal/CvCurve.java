package io.cardproof.terminal;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * Domain parameters of an elliptic curve as a certificate of a CVCA carries them, TR-03110-3
 * §D.3.3. Whether they are those of a standardised curve is checked when a signature is.
 *
 * @param prime the field's prime
 * @param a the first coefficient
 * @param b the second coefficient
 * @param generator the base point, uncompressed
 * @param order the order of the base point
 * @param cofactor the cofactor
 */
public record CvCurve(
    BigInteger prime,
    BigInteger a,
    BigInteger b,
    Bytes generator,
    BigInteger order,
    BigInteger cofactor) {

  static CvCurve of(X9ECParameters parameters) {
    return new CvCurve(
        parameters.getCurve().getField().getCharacteristic(),
        parameters.getCurve().getA().toBigInteger(),
        parameters.getCurve().getB().toBigInteger(),
        Bytes.of(parameters.getG().getEncoded(false)),
        parameters.getN(),
        parameters.getH());
  }

  /** Reads the objects 81 to 85; the cofactor stands behind the public point. */
  static CvCurve read(CvReader reader) throws MalformedInputException {
    return new CvCurve(
        reader.number(CvTag.FIRST),
        reader.number(CvTag.SECOND),
        reader.number(CvTag.THIRD),
        reader.value(CvTag.FOURTH),
        reader.number(CvTag.FIFTH),
        BigInteger.ONE);
  }

  CvCurve withCofactor(BigInteger value) {
    return new CvCurve(prime, a, b, generator, order, value);
  }

  /** The bytes of one coordinate. */
  int fieldBytes() {
    return (prime.bitLength() + 7) / 8;
  }

  /** The objects 81 to 85. */
  Bytes encode() {
    return Bytes.concat(
        CvTag.FIRST.around(unsigned(prime)),
        CvTag.SECOND.around(unsigned(a)),
        CvTag.THIRD.around(unsigned(b)),
        CvTag.FOURTH.around(generator),
        CvTag.FIFTH.around(unsigned(order)));
  }

  /** A positive number in as few bytes as it needs, TR-03110-3 §D.2.1. */
  static Bytes unsigned(BigInteger number) {
    return Bytes.of(BigIntegers.asUnsignedByteArray(number));
  }
}
