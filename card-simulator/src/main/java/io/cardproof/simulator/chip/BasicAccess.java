package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Padding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.jspecify.annotations.Nullable;

/** Basic Access Control on the chip's side, ICAO 9303-11 §4.3. */
final class BasicAccess {
  private static final CipherSuite SUITE = CipherSuite.TRIPLE_DES;
  private static final int CHALLENGE = 8;
  private static final int CRYPTOGRAM = 32;
  private static final int KEYING_MATERIAL = 16;

  /** Dates of birth and expiry with their check digits, behind the document number. */
  private static final int DATES = 14;

  private final byte[] identification;
  private final byte[] encryptionKey;
  private final byte[] macKey;
  private final ChipRandomness random;
  private byte @Nullable [] challenge;

  BasicAccess(String mrzInformation, ChipRandomness random) {
    this.identification =
        mrzInformation
            .substring(0, Math.max(0, mrzInformation.length() - DATES))
            .getBytes(StandardCharsets.US_ASCII);
    byte[] seed = Arrays.copyOf(hashOf(mrzInformation), KEYING_MATERIAL);
    this.encryptionKey = SUITE.deriveKey(seed, 1);
    this.macKey = SUITE.deriveKey(seed, 2);
    this.random = random;
  }

  /** SHA-1 of the MRZ_information, of which PACE takes all 20 bytes. */
  static byte[] hashOf(String mrzInformation) {
    byte[] input = mrzInformation.getBytes(StandardCharsets.US_ASCII);
    SHA1Digest sha1 = new SHA1Digest();
    sha1.update(input, 0, input.length);
    byte[] hash = new byte[sha1.getDigestSize()];
    sha1.doFinal(hash, 0);
    return hash;
  }

  /** Document number and its check digit, by which Terminal Authentication names the chip. */
  byte[] identification() {
    return identification.clone();
  }

  /** RND.IC, good for one attempt. */
  void expect(byte[] challengeGiven) {
    challenge = challengeGiven.clone();
  }

  void forget() {
    challenge = null;
  }

  /** EXTERNAL AUTHENTICATE, §4.3.4.2: checks everything, then says R and opens the channel. */
  Agreed authenticate(Command command) throws Refusal {
    byte[] expected = challenge;
    forget();
    if (expected == null) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    byte[] cryptogram = checkedCryptogram(command);
    byte[] terminal = SUITE.decrypt(encryptionKey, new byte[SUITE.blockSize()], cryptogram);
    byte[] echoed = Arrays.copyOfRange(terminal, CHALLENGE, 2 * CHALLENGE);
    if (!MessageDigest.isEqual(echoed, expected)) {
      throw new Refusal(StatusWord.WARNING_AUTHENTICATION_FAILED);
    }
    return agree(expected, terminal);
  }

  /** The answer that still goes out in the clear, and the channel from then on. */
  record Agreed(Answer answer, SecureChannel channel) {}

  private byte[] checkedCryptogram(Command command) throws Refusal {
    byte[] data = command.data();
    if (data.length != CRYPTOGRAM + CipherSuite.MAC_LENGTH) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    if (command.le() < data.length) {
      throw new Refusal(StatusWord.EXACT_LENGTH | data.length);
    }
    byte[] cryptogram = Arrays.copyOf(data, CRYPTOGRAM);
    byte[] mac = Arrays.copyOfRange(data, CRYPTOGRAM, data.length);
    if (!MessageDigest.isEqual(macOf(cryptogram), mac)) {
      throw new Refusal(StatusWord.WARNING_AUTHENTICATION_FAILED);
    }
    return cryptogram;
  }

  private byte[] macOf(byte[] cryptogram) {
    return SUITE.mac(macKey, Padding.add(cryptogram, SUITE.blockSize()));
  }

  private Agreed agree(byte[] chipChallenge, byte[] terminal) {
    byte[] chipKey = random.bytes(KEYING_MATERIAL);
    byte[] answer = new byte[CRYPTOGRAM];
    System.arraycopy(chipChallenge, 0, answer, 0, CHALLENGE);
    System.arraycopy(terminal, 0, answer, CHALLENGE, CHALLENGE);
    System.arraycopy(chipKey, 0, answer, 2 * CHALLENGE, KEYING_MATERIAL);
    byte[] cryptogram = SUITE.encrypt(encryptionKey, new byte[SUITE.blockSize()], answer);
    byte[] data = Arrays.copyOf(cryptogram, CRYPTOGRAM + CipherSuite.MAC_LENGTH);
    System.arraycopy(macOf(cryptogram), 0, data, CRYPTOGRAM, CipherSuite.MAC_LENGTH);
    return new Agreed(Answer.of(data), channel(chipChallenge, chipKey, terminal));
  }

  private static SecureChannel channel(byte[] chipChallenge, byte[] chipKey, byte[] terminal) {
    byte[] seed = chipKey.clone();
    for (int i = 0; i < seed.length; i++) {
      seed[i] ^= terminal[2 * CHALLENGE + i];
    }
    byte[] counter = new byte[SUITE.blockSize()];
    System.arraycopy(chipChallenge, CHALLENGE / 2, counter, 0, CHALLENGE / 2);
    System.arraycopy(terminal, CHALLENGE / 2, counter, CHALLENGE / 2, CHALLENGE / 2);
    return new SecureChannel(SUITE, SUITE.deriveKey(seed, 1), SUITE.deriveKey(seed, 2), counter);
  }
}
