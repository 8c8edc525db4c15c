package io.cardproof.simulator.chip;

import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.util.BigIntegers;

/**
 * Active Authentication with RSA, ICAO 9303-11 §6.1: ISO/IEC 9796-2 scheme 1 with partial message
 * recovery. M1 is drawn by lot and recovered from the signature; M2 is the terminal's challenge.
 */
final class ActiveAuthentication {
  private static final int CHALLENGE = 8;
  private static final byte PARTIAL_RECOVERY = 0x6A;
  private static final byte[] TRAILER_SHA1 = HexFormat.of().parseHex("BC");
  private static final byte[] TRAILER_SHA256 = HexFormat.of().parseHex("34CC");

  private final ActiveAuthenticationKey key;
  private final ChipRandomness random;

  ActiveAuthentication(ActiveAuthenticationKey key, ChipRandomness random) {
    this.key = key;
    this.random = random;
  }

  /** INTERNAL AUTHENTICATE, §6.1.3; 6700 if the answer does not fit, 6Cxx if Le can be mended. */
  Answer authenticate(Command command, int room) throws Refusal {
    byte[] challenge = command.data();
    if (challenge.length != CHALLENGE) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    int length = BigIntegers.getUnsignedByteLength(key.modulus());
    if (room < length || command.le() == Command.NO_LE) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    if (command.le() < length) {
      throw new Refusal(
          length <= 256 ? StatusWord.EXACT_LENGTH | (length & 0xFF) : StatusWord.WRONG_LENGTH);
    }
    BigInteger representative = new BigInteger(1, representative(length, challenge));
    BigInteger signature = representative.modPow(key.exponent(), key.modulus());
    return Answer.of(BigIntegers.asUnsignedByteArray(length, signature));
  }

  private byte[] representative(int length, byte[] challenge) {
    boolean sha1 = key.digest().equals("SHA-1");
    Digest digest = sha1 ? new SHA1Digest() : SHA256Digest.newInstance();
    byte[] trailer = sha1 ? TRAILER_SHA1 : TRAILER_SHA256;
    int recovered = length - 1 - digest.getDigestSize() - trailer.length;
    byte[] filling = random.bytes(recovered);
    digest.update(filling, 0, recovered);
    digest.update(challenge, 0, challenge.length);
    byte[] block = new byte[length];
    block[0] = PARTIAL_RECOVERY;
    System.arraycopy(filling, 0, block, 1, recovered);
    digest.doFinal(block, 1 + recovered);
    System.arraycopy(trailer, 0, block, length - trailer.length, trailer.length);
    return block;
  }
}
