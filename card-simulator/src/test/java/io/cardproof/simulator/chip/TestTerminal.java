package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Padding;
import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/** The other side, for tests of the rules: commands and answers in hexadecimal. */
final class TestTerminal {
  static final String MRZ = "L898902C<369080619406236";
  static final String SELECT_APPLICATION = "00A4040C07A0000002471001";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final VirtualCard card;
  private CipherSuite suite = CipherSuite.TRIPLE_DES;
  private byte[] encryptionKey = new byte[16];
  private byte[] macKey = new byte[16];
  private byte[] counter = new byte[8];

  TestTerminal(VirtualCard card) {
    this.card = card;
  }

  /** A plain command. */
  String send(String command) throws CardRemovedException {
    return HEX.formatHex(card.transmit(HEX.parseHex(command)));
  }

  /** Selects the application and opens it by BAC. */
  void openByBac() throws CardRemovedException {
    send(SELECT_APPLICATION);
    byte[] seed = Arrays.copyOf(BasicAccess.hashOf(MRZ), 16);
    byte[] bacEncryption = suite.deriveKey(seed, 1);
    byte[] bacMac = suite.deriveKey(seed, 2);
    byte[] challenge = Arrays.copyOf(card.transmit(HEX.parseHex("0084000008")), 8);
    byte[] own = new byte[32];
    System.arraycopy(challenge, 0, own, 8, 8);
    byte[] cryptogram = suite.encrypt(bacEncryption, new byte[8], own);
    byte[] mac = suite.mac(bacMac, Padding.add(cryptogram, 8));
    byte[] answer =
        card.transmit(join(HEX.parseHex("0082000028"), cryptogram, mac, new byte[] {0x28}));
    byte[] plain = suite.decrypt(bacEncryption, new byte[8], Arrays.copyOf(answer, 32));
    byte[] chipKey = Arrays.copyOfRange(plain, 16, 32);
    encryptionKey = suite.deriveKey(chipKey, 1);
    macKey = suite.deriveKey(chipKey, 2);
    counter = join(Arrays.copyOfRange(challenge, 4, 8), new byte[4]);
  }

  /** Goes on under other keys, as after Chip Authentication. */
  void rekey(CipherSuite newSuite, byte[] newEncryptionKey, byte[] newMacKey) {
    suite = newSuite;
    encryptionKey = newEncryptionKey;
    macKey = newMacKey;
    counter = new byte[newSuite.blockSize()];
  }

  /** A protected command; the answer's data and status word, out of their checked protection. */
  String sendProtected(String command) throws CardRemovedException {
    byte[] answer = card.transmit(protect(command));
    return answer.length == 2 ? "plain " + HEX.formatHex(answer) : open(answer);
  }

  /** A protected command ready to send; the counter moves on. */
  byte[] protect(String command) {
    Command plain = parse(command);
    increment();
    byte[] header = plain.header();
    header[0] |= 0x0C;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (plain.data().length > 0) {
      byte[] padded = Padding.add(plain.data(), suite.blockSize());
      byte[] encrypted = suite.encrypt(encryptionKey, vector(), padded);
      body.writeBytes(
          (header[1] & 1) == 0
              ? DataObject.encode(0x87, join(new byte[] {1}, encrypted))
              : DataObject.encode(0x85, encrypted));
    }
    if (plain.le() != Command.NO_LE) {
      body.writeBytes(DataObject.encode(0x97, expectedLength(plain.le())));
    }
    byte[] input = join(counter, Padding.add(header, suite.blockSize()), body.toByteArray());
    body.writeBytes(
        DataObject.encode(0x8E, suite.mac(macKey, Padding.add(input, suite.blockSize()))));
    byte[] data = body.toByteArray();
    return plain.isExtended()
        ? join(header, extendedLength(data.length), data, new byte[2])
        : join(header, new byte[] {(byte) data.length}, data, new byte[1]);
  }

  /** The content of a protected answer, its protection checked. */
  String open(byte[] answer) {
    increment();
    try {
      byte[] body = Arrays.copyOf(answer, answer.length - 2);
      int macAt = body.length - 10;
      byte[] input = Padding.add(join(counter, Arrays.copyOf(body, macAt)), suite.blockSize());
      byte[] mac = Arrays.copyOfRange(body, macAt + 2, body.length);
      if (!Arrays.equals(suite.mac(macKey, input), mac)) {
        throw new AssertionError("the chip's MAC is wrong");
      }
      StringBuilder plain = new StringBuilder();
      for (DataObject object : DataObject.parseAll(body)) {
        byte[] value = object.value();
        switch (object.tag()) {
          case 0x87 -> plain.append(decrypt(Arrays.copyOfRange(value, 1, value.length)));
          case 0x85 -> plain.append(decrypt(value));
          case 0x99 -> plain.append(HEX.formatHex(value));
          default -> {
            // The MAC, checked above.
          }
        }
      }
      return plain.toString();
    } catch (MalformedDataException e) {
      throw new AssertionError(e);
    }
  }

  private String decrypt(byte[] cryptogram) {
    byte[] padded = suite.decrypt(encryptionKey, vector(), cryptogram);
    return HEX.formatHex(Padding.remove(padded).orElseThrow());
  }

  private byte[] vector() {
    return suite.initialVector(encryptionKey, counter);
  }

  private static byte[] extendedLength(int length) {
    return new byte[] {0, (byte) (length >> 8), (byte) length};
  }

  private static byte[] expectedLength(int le) {
    return le <= 256 ? new byte[] {(byte) le} : new byte[] {(byte) (le >> 8), (byte) le};
  }

  private void increment() {
    byte[] next = new BigInteger(1, counter).add(BigInteger.ONE).toByteArray();
    int size = suite.blockSize();
    counter = new byte[size];
    int length = Math.min(size, next.length);
    System.arraycopy(next, next.length - length, counter, size - length, length);
  }

  private static Command parse(String command) {
    try {
      return Command.parse(HEX.parseHex(command));
    } catch (Refusal e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
