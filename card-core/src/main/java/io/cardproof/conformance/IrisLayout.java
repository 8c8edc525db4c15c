package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.value.Bytes;
import java.util.Set;

/** The record of ISO 19794-6:2005 §6.5 with irises, as ICAO 9303-10 §4.7.4 takes it over. */
final class IrisLayout {
  private static final Bytes MARK = Bytes.ofHex("49495200");
  private static final int RECORD_LENGTH = 8;
  private static final int EYES = 14;
  private static final int CODING = 21;
  private static final Set<Long> CODINGS = Set.of(2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L);
  private static final int RECORD_HEADER = 45;
  private static final int EYE_HEADER = 3;
  private static final int IMAGE_HEADER = 11;
  private static final int MOST_IMAGES = 256;

  private final RecordReader record;

  IrisLayout(RecordReader record) {
    this.record = record;
  }

  void check() {
    if (!record.begins(MARK, RECORD_HEADER)) {
      return;
    }
    record.demand(
        record.number(RECORD_LENGTH, 4) == record.length(),
        RECORD_LENGTH,
        Reason.RECORD_LENGTH_WRONG);
    record.demand(CODINGS.contains(record.number(CODING, 2)), CODING, Reason.IMAGE_CODING_RESERVED);
    images();
  }

  private void images() {
    int at = RECORD_HEADER;
    int seen = 0;
    for (int eye = 0; eye < record.at(EYES); eye++) {
      if (at + EYE_HEADER > record.length()) {
        record.defect(EYES, Reason.RECORD_LENGTH_WRONG);
        return;
      }
      long images = record.number(at + 1, 2);
      at += EYE_HEADER;
      for (long image = 0; image < images && seen < MOST_IMAGES; image++, seen++) {
        boolean header = at + IMAGE_HEADER <= record.length();
        long end = header ? at + IMAGE_HEADER + record.number(at + 7, 4) : 0;
        if (!header || end > record.length()) {
          record.defect(at, Reason.RECORD_LENGTH_WRONG);
          return;
        }
        record.demand(end > at + IMAGE_HEADER, at, Reason.IMAGE_MISSING);
        at = (int) end;
      }
    }
    record.demand(seen > 0, EYES, Reason.IMAGE_MISSING);
    record.demand(at == record.length(), RECORD_LENGTH, Reason.RECORD_LENGTH_WRONG);
  }
}
