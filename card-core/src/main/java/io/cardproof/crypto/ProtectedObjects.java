package io.cardproof.crypto;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The data objects of a protected message, ICAO 9303-11 §9.8.4 and §9.8.5: at most one of each
 * kind, in the standard's order, nothing else, the MAC last.
 */
final class ProtectedObjects {
  private static final int CRYPTOGRAM_WITH_INDICATOR = 0x87;
  private static final int CRYPTOGRAM = 0x85;
  private static final int EXPECTED_LENGTH = 0x97;
  private static final int STATUS = 0x99;
  private static final int MAC = 0x8E;
  private static final int PADDED_BY_ISO = 0x01;

  private final byte[] message;
  private int position;
  private byte @Nullable [] cryptogram;
  private byte @Nullable [] status;
  private byte @Nullable [] mac;
  private int authenticatedTo;

  private ProtectedObjects(byte[] message) {
    this.message = message;
  }

  /** The objects of a response, without its outer status word. */
  static ProtectedObjects ofResponse(byte[] message) throws ProtectionException {
    ProtectedObjects objects = new ProtectedObjects(message);
    objects.readCryptogram();
    if (objects.nextIs(STATUS)) {
      objects.status = objects.read();
    }
    objects.readMac();
    return objects;
  }

  /** The objects of a command's data field. */
  static ProtectedObjects ofCommand(byte[] message) throws ProtectionException {
    ProtectedObjects objects = new ProtectedObjects(message);
    objects.readCryptogram();
    if (objects.nextIs(EXPECTED_LENGTH)) {
      objects.read();
    }
    objects.readMac();
    return objects;
  }

  /** The encrypted data; no bytes if there are none. */
  byte[] cryptogram() {
    return cryptogram == null ? new byte[0] : cryptogram;
  }

  /** The protected status word, which every response has. */
  int status() throws ProtectionException {
    if (status == null || status.length != 2) {
      throw new ProtectionException("the protected status word is missing");
    }
    return ((status[0] & 0xFF) << 8) | (status[1] & 0xFF);
  }

  byte[] mac() throws ProtectionException {
    if (mac == null || mac.length != ChannelCipher.MAC_BYTES) {
      throw new ProtectionException("the MAC is missing");
    }
    return mac;
  }

  /** What the MAC is over. */
  byte[] authenticated() {
    return Arrays.copyOf(message, authenticatedTo);
  }

  private void readCryptogram() throws ProtectionException {
    if (nextIs(CRYPTOGRAM)) {
      cryptogram = read();
    } else if (nextIs(CRYPTOGRAM_WITH_INDICATOR)) {
      byte[] value = read();
      if (value.length < 2 || value[0] != PADDED_BY_ISO) {
        throw new ProtectionException("unknown padding indicator");
      }
      cryptogram = Arrays.copyOfRange(value, 1, value.length);
    }
  }

  private void readMac() throws ProtectionException {
    authenticatedTo = position;
    if (!nextIs(MAC)) {
      throw new ProtectionException("an unknown or misplaced data object, or no MAC");
    }
    mac = read();
    if (position != message.length) {
      throw new ProtectionException("bytes after the MAC");
    }
  }

  private boolean nextIs(int tag) {
    return position < message.length && (message[position] & 0xFF) == tag;
  }

  private byte[] read() throws ProtectionException {
    position++;
    int length = readLength();
    if (length > message.length - position) {
      throw new ProtectionException("a data object is longer than the message");
    }
    position += length;
    return Arrays.copyOfRange(message, position - length, position);
  }

  private int readLength() throws ProtectionException {
    int first = nextByte();
    if (first < 0x80) {
      return first;
    }
    int count = first - 0x80;
    if (count < 1 || count > 3) {
      throw new ProtectionException("impossible length of a data object");
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = (length << 8) | nextByte();
    }
    return length;
  }

  private int nextByte() throws ProtectionException {
    if (position >= message.length) {
      throw new ProtectionException("the message ends inside a data object");
    }
    return message[position++] & 0xFF;
  }
}
