package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.Digests;
import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.util.BigIntegers;

/**
 * ISO/IEC 9796-2 scheme 1 with partial message recovery, ICAO 9303-11 §6.1.2.2 and appendix F. M1
 * is drawn by lot and recovered from the signature; M2 is the terminal's challenge.
 */
record RsaActiveKey(
    BigInteger modulus, BigInteger exponent, String digest, SignatureTrailer trailer)
    implements ActiveAuthenticationKey {
  private static final byte PARTIAL_RECOVERY = 0x6A;
  private static final byte IMPLICIT = (byte) 0xBC;
  private static final byte EXPLICIT = (byte) 0xCC;
  private static final byte NO_HASH = 0x3F;
  private static final int LEAST_BITS = 1024;

  /** ISO/IEC 10118-3. */
  private static final Map<String, Integer> HASH_IDENTIFIERS =
      Map.of("SHA-1", 0x33, "SHA-224", 0x38, "SHA-256", 0x34, "SHA-384", 0x36, "SHA-512", 0x35);

  static RsaActiveKey of(
      BigInteger modulus, BigInteger exponent, String digest, SignatureTrailer trailer) {
    if (modulus.bitLength() < LEAST_BITS || modulus.bitLength() % 8 != 0) {
      throw new IllegalArgumentException("a modulus of whole bytes, 1024 bits at least");
    }
    Digests.named(digest);
    return new RsaActiveKey(modulus, exponent, digest, trailer);
  }

  @Override
  public byte[] sign(byte[] challenge, ChipRandomness random) {
    int recovered = signatureLength() - 1 - Digests.named(digest).getDigestSize() - end().length;
    byte[] block = representative(random.bytes(recovered), challenge);
    BigInteger signature = new BigInteger(1, block).modPow(exponent, modulus);
    return BigIntegers.asUnsignedByteArray(signatureLength(), signature);
  }

  /** F = 6A || M1 || H(M1 || M2) || T of appendix F. */
  byte[] representative(byte[] recovered, byte[] challenge) {
    byte[] hash = Digests.hash(digest, Bytes.join(recovered, challenge));
    return Bytes.join(new byte[] {PARTIAL_RECOVERY}, recovered, hash, end());
  }

  @Override
  public String toString() {
    return "RsaActiveKey[" + digest + "]";
  }

  private int signatureLength() {
    return BigIntegers.getUnsignedByteLength(modulus);
  }

  private byte[] end() {
    return switch (trailer) {
      case IMPLICIT -> new byte[] {IMPLICIT};
      case UNKNOWN -> new byte[] {NO_HASH, EXPLICIT};
      case EXPLICIT -> new byte[] {HASH_IDENTIFIERS.getOrDefault(digest, 0).byteValue(), EXPLICIT};
    };
  }
}
