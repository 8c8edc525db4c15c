package io.cardproof.chip;

import io.cardproof.value.Bytes;
import java.io.ByteArrayOutputStream;

/**
 * A command APDU in the clear, ISO 7816-4 §5.
 *
 * @param expectedLength Le: 0 for none, 256 for all that a short answer holds, up to 65,536
 */
public record Apdu(int classByte, int instruction, int p1, int p2, Bytes data, int expectedLength) {
  private static final int SHORT_LC = 255;
  private static final int SHORT_LE = 256;
  private static final int CHAINED = 0x10;
  private static final int EXTENDED_LE = 65_536;

  /** Checks the ranges. */
  public Apdu {
    requireByte(classByte);
    requireByte(instruction);
    requireByte(p1);
    requireByte(p2);
    if (expectedLength < 0 || expectedLength > EXTENDED_LE) {
      throw new IllegalArgumentException("Le is from 0 to 65,536");
    }
    if (data.length() >= EXTENDED_LE) {
      throw new IllegalArgumentException("at most 65,535 bytes of command data");
    }
  }

  /** A command of the interindustry class without data. */
  static Apdu of(int instruction, int p1, int p2, int expectedLength) {
    return new Apdu(0, instruction, p1, p2, Bytes.empty(), expectedLength);
  }

  /** A command of the interindustry class. */
  static Apdu of(int instruction, int p1, int p2, Bytes data, int expectedLength) {
    return new Apdu(0, instruction, p1, p2, data, expectedLength);
  }

  /** The same command with another Le. */
  Apdu withExpectedLength(int length) {
    return new Apdu(classByte, instruction, p1, p2, data, length);
  }

  /** Whether the command in the clear needs extended length. */
  boolean isExtended() {
    return data.length() > SHORT_LC || expectedLength > SHORT_LE;
  }

  /** A part of the same command: not the last of its chain, ISO 7816-4 §5.3.3. */
  Apdu link(Bytes part) {
    return new Apdu(classByte | CHAINED, instruction, p1, p2, part, 0);
  }

  /** The same command with other data. */
  Apdu withData(Bytes other) {
    return new Apdu(classByte, instruction, p1, p2, other, expectedLength);
  }

  /** CLA INS P1 P2; owned by the caller. */
  byte[] header() {
    return new byte[] {(byte) classByte, (byte) instruction, (byte) p1, (byte) p2};
  }

  /** The bytes to send: short form where it can say it, else extended; owned by the caller. */
  public byte[] encode() {
    boolean extended = isExtended();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header());
    if (extended) {
      out.write(0);
    }
    if (!data.isEmpty()) {
      writeLength(out, data.length(), extended);
      out.writeBytes(data.toByteArray());
    }
    if (expectedLength > 0) {
      writeLength(out, expectedLength, extended);
    }
    return out.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream out, int length, boolean extended) {
    if (extended) {
      out.write(length >> 8);
    }
    out.write(length);
  }

  private static void requireByte(int value) {
    if (value < 0 || value > 0xFF) {
      throw new IllegalArgumentException("CLA, INS, P1 and P2 are bytes");
    }
  }

  /** The instruction only: data and parameters may be secret. */
  @Override
  public String toString() {
    return String.format("Apdu[INS %02X, %d bytes]", instruction, data.length());
  }
}
