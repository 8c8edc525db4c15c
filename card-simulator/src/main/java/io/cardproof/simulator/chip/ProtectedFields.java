package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The data objects of a protected command, in their order: cryptogram, Le, MAC. */
final class ProtectedFields {
  static final int PADDED_CRYPTOGRAM = 0x87;
  static final int CRYPTOGRAM = 0x85;
  static final int EXPECTED_LENGTH = 0x97;
  static final int STATUS = 0x99;
  static final int MAC = 0x8E;

  private final @Nullable DataObject cryptogram;
  private final @Nullable DataObject expectedLength;
  private final byte[] mac;

  private ProtectedFields(
      @Nullable DataObject cryptogram, @Nullable DataObject expectedLength, byte[] mac) {
    this.cryptogram = cryptogram;
    this.expectedLength = expectedLength;
    this.mac = mac;
  }

  /** 6987 without a MAC, 6988 if anything else is not as it must be. */
  static ProtectedFields parse(byte[] data) throws Refusal {
    Deque<DataObject> rest = objects(data);
    DataObject cryptogram = next(rest, PADDED_CRYPTOGRAM);
    if (cryptogram == null) {
      cryptogram = next(rest, CRYPTOGRAM);
    }
    DataObject expectedLength = next(rest, EXPECTED_LENGTH);
    DataObject mac = next(rest, MAC);
    if (!rest.isEmpty()) {
      throw new Refusal(StatusWord.PROTECTION_WRONG);
    }
    if (mac == null) {
      throw new Refusal(StatusWord.PROTECTION_MISSING);
    }
    if (mac.value().length != CipherSuite.MAC_LENGTH) {
      throw new Refusal(StatusWord.PROTECTION_WRONG);
    }
    return new ProtectedFields(cryptogram, expectedLength, mac.value());
  }

  /** What the MAC covers besides counter and header. */
  byte[] authenticated() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (cryptogram != null) {
      out.writeBytes(cryptogram.encoded());
    }
    if (expectedLength != null) {
      out.writeBytes(expectedLength.encoded());
    }
    return out.toByteArray();
  }

  byte[] mac() {
    return mac.clone();
  }

  /** Encrypted blocks, empty if there are none; DO85 belongs to odd instructions, DO87 to even. */
  byte[] cryptogram(boolean oddInstruction) throws Refusal {
    if (cryptogram == null) {
      return new byte[0];
    }
    if (cryptogram.tag() != (oddInstruction ? CRYPTOGRAM : PADDED_CRYPTOGRAM)) {
      throw new Refusal(StatusWord.PROTECTION_WRONG);
    }
    byte[] value = cryptogram.value();
    if (oddInstruction) {
      return value;
    }
    if (value.length == 0 || value[0] != 1) {
      throw new Refusal(StatusWord.PROTECTION_WRONG);
    }
    return Arrays.copyOfRange(value, 1, value.length);
  }

  /** The Le that the protection carries, {@link Command#NO_LE} if none. */
  int expectedLength() throws Refusal {
    if (expectedLength == null) {
      return Command.NO_LE;
    }
    byte[] value = expectedLength.value();
    return switch (value.length) {
      case 1 -> value[0] == 0 ? 256 : value[0] & 0xFF;
      case 2 -> {
        int le = (value[0] & 0xFF) << 8 | (value[1] & 0xFF);
        yield le == 0 ? 65536 : le;
      }
      default -> throw new Refusal(StatusWord.PROTECTION_WRONG);
    };
  }

  private static Deque<DataObject> objects(byte[] data) throws Refusal {
    try {
      return new ArrayDeque<>(DataObject.parseAll(data));
    } catch (MalformedDataException e) {
      throw new Refusal(StatusWord.PROTECTION_WRONG);
    }
  }

  private static @Nullable DataObject next(Deque<DataObject> rest, int tag) {
    DataObject first = rest.peekFirst();
    return first != null && first.tag() == tag ? rest.pollFirst() : null;
  }
}
