package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;

/** ECDSA, ICAO 9303-11 §6.1.2.3; the hash is cut to the order's length as TR-03111 §4.2.1 says. */
record EcActiveKey(ECPrivateKeyParameters key, String digest, EcSignatureForm form)
    implements ActiveAuthenticationKey {
  @Override
  public byte[] sign(byte[] challenge, ChipRandomness random) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(Digests.named(digest)));
    signer.init(true, key);
    BigInteger[] signature = signer.generateSignature(Digests.hash(digest, challenge));
    return switch (form) {
      case PLAIN ->
          Bytes.join(
              BigIntegers.asUnsignedByteArray(orderLength(), signature[0]),
              BigIntegers.asUnsignedByteArray(orderLength(), signature[1]));
      case DER -> der(signature);
    };
  }

  @Override
  public String toString() {
    return "EcActiveKey[" + digest + "]";
  }

  private int orderLength() {
    return BigIntegers.getUnsignedByteLength(key.getParameters().getN());
  }

  private static byte[] der(BigInteger[] signature) {
    ASN1EncodableVector numbers = new ASN1EncodableVector();
    numbers.add(new ASN1Integer(signature[0]));
    numbers.add(new ASN1Integer(signature[1]));
    try {
      return new DERSequence(numbers).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
