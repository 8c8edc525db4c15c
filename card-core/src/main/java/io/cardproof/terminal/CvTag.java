package io.cardproof.terminal;

import io.cardproof.value.Bytes;

/** The data objects of a CV certificate, TR-03110-3 §D.2, and how one is written. */
enum CvTag {
  CERTIFICATE(0x7F21),
  BODY(0x7F4E),
  PROFILE(0x5F29),
  AUTHORITY(0x42),
  PUBLIC_KEY(0x7F49),
  HOLDER(0x5F20),
  AUTHORISATION(0x7F4C),
  EFFECTIVE(0x5F25),
  EXPIRES(0x5F24),
  EXTENSIONS(0x65),
  SIGNATURE(0x5F37),
  OID(0x06),
  DISCRETIONARY_DATA(0x53),
  FIRST(0x81),
  SECOND(0x82),
  THIRD(0x83),
  FOURTH(0x84),
  FIFTH(0x85),
  SIXTH(0x86),
  SEVENTH(0x87);

  private final int tag;

  CvTag(int tag) {
    this.tag = tag;
  }

  int value() {
    return tag;
  }

  /** One object with the content {@code parts}, its length in as few bytes as DER wants. */
  Bytes around(Bytes... parts) {
    Bytes value = Bytes.concat(parts);
    return Bytes.concat(tagBytes(), lengthBytes(value.length()), value);
  }

  private Bytes tagBytes() {
    return tag > 0xFF ? Bytes.of((byte) (tag >> 8), (byte) tag) : Bytes.of((byte) tag);
  }

  private static Bytes lengthBytes(int length) {
    if (length < 0x80) {
      return Bytes.of((byte) length);
    }
    if (length < 0x100) {
      return Bytes.of((byte) 0x81, (byte) length);
    }
    return Bytes.of((byte) 0x82, (byte) (length >> 8), (byte) length);
  }
}
