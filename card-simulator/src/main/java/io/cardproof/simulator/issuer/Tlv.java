package io.cardproof.simulator.issuer;

import java.io.ByteArrayOutputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** BER-TLV with definite, shortest lengths, for the LDS tags that ASN.1 libraries do not write. */
public final class Tlv {
  private Tlv() {}

  /** Tag, length and the concatenated parts; the tag has one byte, or two from 0x100 on. */
  public static byte[] of(int tag, byte[]... parts) {
    byte[] value = concat(parts);
    ByteArrayOutputStream out = new ByteArrayOutputStream(value.length + 6);
    if (tag > 0xFF) {
      out.write(tag >> 8);
    }
    out.write(tag);
    writeLength(out, value.length);
    out.writeBytes(value);
    return out.toByteArray();
  }

  /** An object identifier, tag 06. */
  static byte[] oid(String dotted) {
    return SigningKey.der(new ASN1ObjectIdentifier(dotted));
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
    } else if (length <= 0xFF) {
      out.write(0x81);
      out.write(length);
    } else if (length <= 0xFFFF) {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    } else {
      out.write(0x83);
      out.write(length >> 16);
      out.write(length >> 8);
      out.write(length);
    }
  }
}
