package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.value.Bytes;

/** The record of ISO 19794-5:2005 §5 with faces, as ICAO 9303-10 §4.7.2 takes it over. */
final class FaceLayout {
  private static final Bytes MARK = Bytes.ofHex("46414300");
  private static final int RECORD_LENGTH = 8;
  private static final int RECORD_HEADER = 14;
  private static final int FACE_INFORMATION = 20;
  private static final int FEATURE_POINT = 8;
  private static final int IMAGE_INFORMATION = 12;
  private static final int UNSPECIFIED = 0xFF;
  private static final int LAST_SEX = 2;
  private static final int LAST_EYE_COLOUR = 7;
  private static final int LAST_HAIR_COLOUR = 9;
  private static final int LAST_ANGLE = 0xB5;
  private static final int LAST_IMAGE_KIND = 2;
  private static final int LAST_CODING = 1;
  private static final int MOST_FACES = 64;

  private final RecordReader record;

  FaceLayout(RecordReader record) {
    this.record = record;
  }

  void check() {
    if (!record.begins(MARK, RECORD_HEADER)) {
      return;
    }
    int length = record.length();
    record.demand(
        record.number(RECORD_LENGTH, 4) == length, RECORD_LENGTH, Reason.RECORD_LENGTH_WRONG);
    long faces = Math.min(record.number(RECORD_LENGTH + 4, 2), MOST_FACES);
    int at = RECORD_HEADER;
    for (long face = 0; face < faces; face++) {
      if (at + FACE_INFORMATION > length) {
        record.defect(RECORD_HEADER - 2, Reason.RECORD_LENGTH_WRONG);
        return;
      }
      long end = at + record.number(at, 4);
      boolean last = face == faces - 1;
      boolean honest = last ? end == length : end > at && end < length;
      record.demand(honest, at, Reason.RECORD_LENGTH_WRONG);
      face(at, honest ? (int) end : length);
      if (!honest) {
        return;
      }
      at = (int) end;
    }
  }

  private void face(int at, int end) {
    code(at + 6, LAST_SEX, Reason.FACE_SEX_RESERVED);
    code(at + 7, LAST_EYE_COLOUR, Reason.FACE_EYE_COLOUR_RESERVED);
    code(at + 8, LAST_HAIR_COLOUR, Reason.FACE_HAIR_COLOUR_RESERVED);
    for (int axis = 0; axis < 3; axis++) {
      angle(at + 14 + axis, Reason.FACE_POSE_OUT_OF_RANGE);
      angle(at + 17 + axis, Reason.FACE_POSE_UNCERTAINTY_OUT_OF_RANGE);
    }
    long points = record.number(at + 4, 2);
    image(at + FACE_INFORMATION + points * FEATURE_POINT, end);
  }

  private void code(int at, int highest, Reason otherwise) {
    int value = record.at(at);
    record.demand(value <= highest || value == UNSPECIFIED, at, otherwise);
  }

  // Zero is unspecified, and 1 to 181 stand for −180 to 180 degrees in steps of two.
  private void angle(int at, Reason otherwise) {
    record.demand(record.at(at) <= LAST_ANGLE, at, otherwise);
  }

  private void image(long start, int end) {
    if (start + IMAGE_INFORMATION > end) {
      record.defect(RECORD_HEADER, Reason.RECORD_LENGTH_WRONG);
      return;
    }
    int at = (int) start;
    record.demand(record.at(at) <= LAST_IMAGE_KIND, at, Reason.FACE_IMAGE_KIND_RESERVED);
    record.demand(record.at(at + 1) <= LAST_CODING, at + 1, Reason.IMAGE_CODING_RESERVED);
    boolean sized = record.number(at + 2, 2) > 0 && record.number(at + 4, 2) > 0;
    record.demand(sized, at + 2, Reason.IMAGE_SIZE_ZERO);
    record.demand(at + IMAGE_INFORMATION < end, at, Reason.IMAGE_MISSING);
  }
}
