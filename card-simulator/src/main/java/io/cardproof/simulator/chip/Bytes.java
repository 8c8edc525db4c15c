package io.cardproof.simulator.chip;

import java.io.ByteArrayOutputStream;

/** Bytes, one piece behind the other. */
final class Bytes {
  private Bytes() {}

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
