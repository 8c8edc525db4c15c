package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.value.Bytes;

/** The record of ISO 19794-4:2005 §7 with fingerprints, as ICAO 9303-10 §4.7.3 takes it over. */
final class FingerLayout {
  private static final Bytes MARK = Bytes.ofHex("46495200");
  private static final int RECORD_LENGTH = 8;
  private static final int RECORD_HEADER = 32;
  private static final int CODING = 29;
  private static final int LAST_CODING = 5;
  private static final int IMAGE_HEADER = 14;
  private static final int MOST_IMAGES = 256;

  private final RecordReader record;

  FingerLayout(RecordReader record) {
    this.record = record;
  }

  void check() {
    if (!record.begins(MARK, RECORD_HEADER)) {
      return;
    }
    record.demand(
        record.number(RECORD_LENGTH, 6) == record.length(),
        RECORD_LENGTH,
        Reason.RECORD_LENGTH_WRONG);
    record.demand(record.at(CODING) <= LAST_CODING, CODING, Reason.IMAGE_CODING_RESERVED);
    images();
  }

  private void images() {
    int at = RECORD_HEADER;
    record.demand(at < record.length(), at - 1, Reason.IMAGE_MISSING);
    for (int image = 0; at < record.length() && image < MOST_IMAGES; image++) {
      boolean header = at + IMAGE_HEADER <= record.length();
      long end = header ? at + record.number(at, 4) : 0;
      if (end < at + IMAGE_HEADER || end > record.length()) {
        record.defect(at, Reason.RECORD_LENGTH_WRONG);
        return;
      }
      boolean sized = record.number(at + 9, 2) > 0 && record.number(at + 11, 2) > 0;
      record.demand(sized, at + 9, Reason.IMAGE_SIZE_ZERO);
      record.demand(end > at + IMAGE_HEADER, at, Reason.IMAGE_MISSING);
      at = (int) end;
    }
  }
}
