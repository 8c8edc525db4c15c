package io.cardproof.conformance;

import io.cardproof.document.FileId;

/** What DG2, DG3 and DG4 differ in, ICAO 9303-10 §4.7.2 to §4.7.4. */
enum BiometricKind {
  FACE(FileId.DG2, 0x02, 0x0008),
  FINGER(FileId.DG3, 0x08, 0x0007),
  IRIS(FileId.DG4, 0x10, 0x0009);

  private static final int UPPER_BITS_OF_FINGER = 0xE0;

  private final FileId file;
  private final int type;
  private final int format;

  BiometricKind(FileId file, int type, int format) {
    this.file = file;
    this.type = type;
    this.format = format;
  }

  FileId file() {
    return file;
  }

  /** The biometric type of the header, ISO 19785-3. */
  int type() {
    return type;
  }

  /** The format type of the header for a record of ISO 19794. */
  int format() {
    return format;
  }

  /** Which finger or eye it is must be said; which face is clear. */
  boolean demandsSubtype() {
    return this != FACE;
  }

  /** Whether the header may name this finger or eye; zero says nothing about it. */
  boolean allowsSubtype(int subtype) {
    return switch (this) {
      case FACE -> true;
      case FINGER ->
          (subtype & UPPER_BITS_OF_FINGER) == 0 && (subtype & 0x03) != 3 && subtype >> 2 <= 5;
      case IRIS -> subtype <= 2;
    };
  }
}
