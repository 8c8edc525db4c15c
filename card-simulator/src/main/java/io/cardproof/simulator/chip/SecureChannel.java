package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Padding;
import java.security.MessageDigest;

/** Secure messaging on the chip's side, ICAO 9303-11 §9.8. */
final class SecureChannel {
  /** DO99 and DO8E. */
  private static final int TRAILER_LENGTH = 4 + 2 + CipherSuite.MAC_LENGTH;

  /** Tag, the longest length field and the padding indicator of DO87. */
  private static final int CRYPTOGRAM_OVERHEAD = 2;

  private final CipherSuite suite;
  private final byte[] encryptionKey;
  private final byte[] macKey;
  private final byte[] counter;

  SecureChannel(CipherSuite suite, byte[] encryptionKey, byte[] macKey, byte[] counter) {
    this.suite = suite;
    this.encryptionKey = encryptionKey.clone();
    this.macKey = macKey.clone();
    this.counter = counter.clone();
  }

  /** A channel whose keys come from an agreed secret and whose counter starts at zero. */
  static SecureChannel agreed(CipherSuite suite, byte[] secret) {
    return new SecureChannel(
        suite, suite.deriveKey(secret, 1), suite.deriveKey(secret, 2), new byte[suite.blockSize()]);
  }

  /** Checks a protected command and opens it; 6987 and 6988 end the session. */
  Command open(Command command) throws Refusal {
    increment();
    ProtectedFields fields = ProtectedFields.parse(command.data());
    checkMac(command, fields);
    return command.unprotected(decrypt(command, fields), fields.expectedLength());
  }

  /** Protects the answer to that command. */
  ProtectedAnswer protect(Command command, Answer answer) {
    increment();
    return ProtectedAnswer.of(new Seal(suite, encryptionKey, macKey, counter), command, answer);
  }

  /** Plain bytes that fit into a protected answer of that many bytes. */
  int plainRoom(int protectedRoom) {
    int room = protectedRoom - TRAILER_LENGTH;
    int blocks = Math.max(0, room / suite.blockSize());
    while (blocks > 0 && lengthOfCryptogram(blocks * suite.blockSize()) > room) {
      blocks--;
    }
    return Math.max(0, blocks * suite.blockSize() - 1);
  }

  private static int lengthOfCryptogram(int bytes) {
    int value = 1 + bytes;
    int furtherLengthBytes = value < 0x80 ? 0 : value < 0x100 ? 1 : value < 0x10000 ? 2 : 3;
    return CRYPTOGRAM_OVERHEAD + furtherLengthBytes + value;
  }

  private void increment() {
    int at = counter.length - 1;
    while (at >= 0 && ++counter[at] == 0) {
      at--;
    }
  }

  private void checkMac(Command command, ProtectedFields fields) throws Refusal {
    byte[] header = Padding.add(command.header(), suite.blockSize());
    byte[] authenticated = fields.authenticated();
    byte[] input = Bytes.join(counter, header, authenticated);
    byte[] padded = Padding.add(input, suite.blockSize());
    boolean right = isMac(padded, fields);
    if (authenticated.length == 0) {
      // ISO/IEC 7816-4 §10.2.3.1 pads data objects only where there are some: both forms are met.
      right |= isMac(input, fields);
    }
    if (!right) {
      throw new Refusal(StatusWord.PROTECTION_WRONG);
    }
  }

  private boolean isMac(byte[] input, ProtectedFields fields) {
    return MessageDigest.isEqual(suite.mac(macKey, input), fields.mac());
  }

  private byte[] decrypt(Command command, ProtectedFields fields) throws Refusal {
    byte[] cryptogram = fields.cryptogram(isOdd(command));
    if (cryptogram.length == 0) {
      return cryptogram;
    }
    if (cryptogram.length % suite.blockSize() != 0) {
      throw new Refusal(StatusWord.PROTECTION_WRONG);
    }
    byte[] iv = suite.initialVector(encryptionKey, counter);
    return Padding.remove(suite.decrypt(encryptionKey, iv, cryptogram))
        .orElseThrow(() -> new Refusal(StatusWord.PROTECTION_WRONG));
  }

  private static boolean isOdd(Command command) {
    return (command.ins() & 1) != 0;
  }
}
