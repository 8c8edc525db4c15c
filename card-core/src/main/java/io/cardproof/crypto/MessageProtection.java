package io.cardproof.crypto;

import io.cardproof.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Protects commands and opens responses under one pair of keys, ICAO 9303-11 §9.8. The counter is
 * the caller's.
 */
public final class MessageProtection {
  private static final int SHORT_LC = 255;
  private static final int SHORT_LE = 256;
  private static final int PROTECTED_CLASS = 0x0C;
  private static final int STATUS_BYTES = 2;

  private final CipherSuite suite;
  private final ChannelCipher cipher;

  /** Uses {@code keys}, which stay the caller's to close. */
  public MessageProtection(SessionKeys keys) {
    this.suite = keys.suite();
    this.cipher = new ChannelCipher(keys);
  }

  /** An opened response: what the chip meant to say. */
  public record Opened(Bytes data, int statusWord) {}

  /**
   * The protected form of a command.
   *
   * @param ssc the counter for this command
   * @param header CLA INS P1 P2, in the clear
   * @param data the command data; may be empty
   * @param expectedLength Le: 0 for none, 256 for what fits a short answer, up to 65,536
   */
  public byte[] protect(byte[] ssc, byte[] header, byte[] data, int expectedLength) {
    byte[] maskedHeader = header.clone();
    maskedHeader[0] |= PROTECTED_CLASS;
    ByteArrayOutputStream objects = new ByteArrayOutputStream();
    if (data.length > 0) {
      objects.writeBytes(cryptogramObject(ssc, header[1], data));
    }
    if (expectedLength > 0) {
      objects.writeBytes(expectedLengthObject(expectedLength));
    }
    byte[] mac = cipher.mac(ssc, commandMacInput(maskedHeader, objects.toByteArray()));
    objects.writeBytes(object(0x8E, mac));
    boolean extended = objects.size() > SHORT_LC || answersExtended(expectedLength);
    return command(maskedHeader, objects.toByteArray(), extended);
  }

  /**
   * Opens a response: checks its MAC in constant time, then that the outer status word is the
   * protected one, and decrypts only then.
   *
   * @throws ProtectionException if it is not a message under these keys and this counter
   */
  public Opened open(byte[] ssc, byte[] response) throws ProtectionException {
    int end = response.length - STATUS_BYTES;
    if (end < 0) {
      throw new ProtectionException("no status word");
    }
    ProtectedObjects objects = ProtectedObjects.ofResponse(Arrays.copyOf(response, end));
    if (!MessageDigest.isEqual(objects.mac(), cipher.mac(ssc, objects.authenticated()))) {
      throw new ProtectionException("wrong MAC");
    }
    if (objects.status() != (((response[end] & 0xFF) << 8) | (response[end + 1] & 0xFF))) {
      throw new ProtectionException("the status word is not the protected one");
    }
    return new Opened(decrypt(ssc, objects.cryptogram()), objects.status());
  }

  /**
   * Whether {@code command} carries the MAC of these keys for this counter.
   *
   * @throws ProtectionException if it is not a protected command at all
   */
  public boolean isOurs(byte[] ssc, byte[] command) throws ProtectionException {
    byte[] body = commandBody(command);
    ProtectedObjects objects = ProtectedObjects.ofCommand(body);
    byte[] input = commandMacInput(Arrays.copyOf(command, 4), objects.authenticated());
    return MessageDigest.isEqual(objects.mac(), cipher.mac(ssc, input));
  }

  /**
   * Whether the protected form of a command is a short APDU.
   *
   * @param instruction INS
   * @param dataBytes the length of the command data
   * @param expectedLength Le, as for {@link #protect}
   */
  public boolean fitsShort(int instruction, int dataBytes, int expectedLength) {
    int objects = 2 + ChannelCipher.MAC_BYTES;
    if (dataBytes > 0) {
      int indicator = (instruction & 1) == 1 ? 0 : 1;
      int value = indicator + (dataBytes / suite.blockBytes() + 1) * suite.blockBytes();
      objects += 1 + lengthBytes(value) + value;
    }
    if (expectedLength > 0) {
      objects += 2 + (expectedLength <= SHORT_LE ? 1 : 2);
    }
    return objects <= SHORT_LC && !answersExtended(expectedLength);
  }

  /**
   * Whether {@code response} is complete: protected data objects to the end. A chip may have cut it
   * into parts that it hands out by 61xx.
   */
  public static boolean isWhole(byte[] response) {
    if (response.length < STATUS_BYTES) {
      return false;
    }
    try {
      ProtectedObjects.ofResponse(Arrays.copyOf(response, response.length - STATUS_BYTES));
      return true;
    } catch (ProtectionException e) {
      return false;
    }
  }

  /** The length of the response that carries {@code plainBytes}, status word included. */
  public static int responseBytes(CipherSuite suite, int plainBytes) {
    int padded = (plainBytes / suite.blockBytes() + 1) * suite.blockBytes();
    int value = 1 + padded;
    return 1 + lengthBytes(value) + value + 4 + 2 + ChannelCipher.MAC_BYTES + 2;
  }

  // 256 says "whatever fits a short answer"; any other length is meant to the byte.
  private boolean answersExtended(int expectedLength) {
    return expectedLength != SHORT_LE && responseBytes(suite, expectedLength) - 2 > SHORT_LE;
  }

  private Bytes decrypt(byte[] ssc, byte[] cryptogram) throws ProtectionException {
    if (cryptogram.length == 0) {
      return Bytes.empty();
    }
    if (cryptogram.length % suite.blockBytes() != 0) {
      throw new ProtectionException("the cryptogram is not a whole number of blocks");
    }
    byte[] padded = cipher.decrypt(ssc, cryptogram);
    int length =
        IsoPadding.lengthWithout(padded, suite.blockBytes())
            .orElseThrow(() -> new ProtectionException("wrong padding"));
    return Bytes.of(padded, 0, length);
  }

  // An odd instruction carries data objects: tag 85, without padding indicator, §9.8.4.
  private byte[] cryptogramObject(byte[] ssc, byte instruction, byte[] data) {
    byte[] cryptogram = cipher.encrypt(ssc, data);
    if ((instruction & 1) == 1) {
      return object(0x85, cryptogram);
    }
    byte[] value = new byte[cryptogram.length + 1];
    value[0] = 0x01;
    System.arraycopy(cryptogram, 0, value, 1, cryptogram.length);
    return object(0x87, value);
  }

  private static byte[] expectedLengthObject(int expectedLength) {
    return expectedLength <= SHORT_LE
        ? object(0x97, new byte[] {(byte) expectedLength})
        : object(0x97, new byte[] {(byte) (expectedLength >> 8), (byte) expectedLength});
  }

  private byte[] commandMacInput(byte[] maskedHeader, byte[] objects) {
    byte[] header = IsoPadding.pad(maskedHeader, suite.blockBytes());
    byte[] input = Arrays.copyOf(header, header.length + objects.length);
    System.arraycopy(objects, 0, input, header.length, objects.length);
    return input;
  }

  private static byte[] command(byte[] header, byte[] body, boolean extended) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header);
    if (extended) {
      out.write(0);
      out.write(body.length >> 8);
    }
    out.write(body.length);
    out.writeBytes(body);
    out.writeBytes(new byte[extended ? 2 : 1]);
    return out.toByteArray();
  }

  private static byte[] commandBody(byte[] command) throws ProtectionException {
    boolean extended = command.length > 7 && command[4] == 0;
    int start = extended ? 7 : 5;
    if (command.length < start) {
      throw new ProtectionException("not a command with data");
    }
    int length =
        extended
            ? ((command[5] & 0xFF) << 8) | (command[6] & 0xFF)
            : Byte.toUnsignedInt(command[4]);
    if (command.length != start + length + (extended ? 2 : 1)) {
      throw new ProtectionException("the command's length field is wrong");
    }
    return Arrays.copyOfRange(command, start, start + length);
  }

  private static byte[] object(int tag, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int lengthBytes = lengthBytes(value.length);
    if (lengthBytes > 1) {
      out.write(0x80 | (lengthBytes - 1));
    }
    for (int shift = 8 * (Math.max(1, lengthBytes - 1) - 1); shift >= 0; shift -= 8) {
      out.write(value.length >> shift);
    }
    out.writeBytes(value);
    return out.toByteArray();
  }

  private static int lengthBytes(int length) {
    if (length < 0x80) {
      return 1;
    }
    return length < 0x100 ? 2 : length < 0x10000 ? 3 : 4;
  }
}
