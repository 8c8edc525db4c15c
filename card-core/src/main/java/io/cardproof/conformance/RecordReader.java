package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.document.Tlv;
import io.cardproof.value.Bytes;

/**
 * A record of fixed layout in the family ISO 19794, with its defects by their place in the file.
 */
final class RecordReader {
  private static final Bytes VERSION = Bytes.ofHex("30313000");
  private static final int MARK_BYTES = 4;

  private final Tlv object;
  private final Bytes record;
  private final Defects defects;

  RecordReader(Tlv object, Defects defects) {
    this.object = object;
    this.record = object.value();
    this.defects = defects;
  }

  int length() {
    return record.length();
  }

  /**
   * Whether the record begins with {@code mark} and is long enough for its header; what follows
   * makes no sense otherwise. The version that ICAO 9303-10 names has the same digits in all three
   * standards.
   */
  boolean begins(Bytes mark, int headerBytes) {
    if (!record.startsWith(mark)) {
      defect(0, Reason.RECORD_FORMAT_WRONG);
      return false;
    }
    if (length() < headerBytes) {
      defect(0, Reason.RECORD_LENGTH_WRONG);
      return false;
    }
    if (!record.slice(MARK_BYTES, MARK_BYTES + VERSION.length()).equals(VERSION)) {
      defect(MARK_BYTES, Reason.RECORD_VERSION_UNKNOWN);
    }
    return true;
  }

  /** The unsigned number in {@code count} bytes, which must be there. */
  long number(int at, int count) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      number = number << 8 | record.at(at + i);
    }
    return number;
  }

  /** One byte, which must be there. */
  int at(int at) {
    return record.at(at);
  }

  void demand(boolean met, int at, Reason otherwise) {
    if (!met) {
      defect(at, otherwise);
    }
  }

  void defect(int at, Reason reason) {
    defects.at(object.valueOffset() + at, reason);
  }
}
