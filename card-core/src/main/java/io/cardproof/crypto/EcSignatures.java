package io.cardproof.crypto;

import io.cardproof.crypto.SignatureCheckException.Fault;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/** ECDSA by BouncyCastle's engine, TR-03111 §4.2.1; each signature is computed once. */
record EcSignatures(ECPublicKeyParameters key) implements VerificationKey.Engine {
  static EcSignatures of(Bytes spki) throws SignatureCheckException {
    try {
      EcPublicKey key = EcCurves.publicKey(spki);
      return new EcSignatures(new ECPublicKeyParameters(key.point(), key.domain()));
    } catch (KeyFormatException e) {
      throw new SignatureCheckException(fault(e), "the key is not on a standardised curve");
    }
  }

  private static Fault fault(KeyFormatException e) {
    return switch (e.kind()) {
      case MALFORMED -> Fault.KEY_UNUSABLE;
      case UNSUPPORTED -> Fault.UNSUPPORTED;
      case FORGED -> Fault.KEY_FORGED;
    };
  }

  @Override
  public boolean verifies(SignatureScheme scheme, byte[] data, byte[] signature)
      throws SignatureCheckException {
    BigInteger[] numbers =
        switch (scheme.family()) {
          case ECDSA -> fromDer(signature);
          case ECDSA_PLAIN -> fromPlain(signature);
          default ->
              throw new SignatureCheckException(
                  Fault.INVALID, "not an algorithm of a key on an elliptic curve");
        };
    if (numbers.length != 2) {
      return false;
    }
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, key);
    return verifier.verifySignature(
        Digests.byName(scheme.digest()).digest(data), numbers[0], numbers[1]);
  }

  @Override
  public int bits() {
    return key.getParameters().getCurve().getFieldSize();
  }

  /** The length of r and of s, side by side. */
  int orderBytes() {
    return (key.getParameters().getN().bitLength() + 7) / 8;
  }

  // Only the one DER encoding counts, so that a signature cannot be altered and stay valid.
  private static BigInteger[] fromDer(byte[] signature) {
    try {
      ASN1Primitive value = ASN1Primitive.fromByteArray(signature);
      if (value instanceof ASN1Sequence pair
          && pair.size() == 2
          && pair.getObjectAt(0) instanceof ASN1Integer r
          && pair.getObjectAt(1) instanceof ASN1Integer s
          && Arrays.equals(value.getEncoded(ASN1Encoding.DER), signature)) {
        return new BigInteger[] {r.getValue(), s.getValue()};
      }
      return new BigInteger[0];
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return new BigInteger[0];
    }
  }

  private BigInteger[] fromPlain(byte[] signature) {
    int length = orderBytes();
    if (signature.length != 2 * length) {
      return new BigInteger[0];
    }
    return new BigInteger[] {
      new BigInteger(1, Arrays.copyOfRange(signature, 0, length)),
      new BigInteger(1, Arrays.copyOfRange(signature, length, 2 * length))
    };
  }
}
