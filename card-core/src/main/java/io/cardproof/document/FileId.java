package io.cardproof.document;

import java.util.Optional;
import java.util.OptionalInt;

/** A file of an eMRTD chip, with its identifiers after ICAO 9303-10 §3.11 and §4.6. */
public enum FileId {
  /** Offers of access control, readable before it; in the master file. */
  CARD_ACCESS(0x011C, 0x1C, 0x31, "EF.CardAccess"),
  /** Signed security infos; in the master file. */
  CARD_SECURITY(0x011D, 0x1D, 0x30, "EF.CardSecurity"),
  /** What the card can do, such as its longest command; in the master file. */
  ATR_INFO(0x2F01, 0x01, FileId.NO_TEMPLATE, "EF.ATR/INFO"),
  /** The applications of the card; in the master file. */
  DIR(0x2F00, 0x1E, FileId.NO_TEMPLATE, "EF.DIR"),
  /** Unsigned list of the data groups. */
  COM(0x011E, 0x1E, 0x60, "EF.COM"),
  /** The document security object: signed hashes of the data groups. */
  SOD(0x011D, 0x1D, 0x77, "EF.SOD"),
  /** Names of the keys that Terminal Authentication starts from. */
  CVCA(0x011C, 0x1C, 0x42, "EF.CVCA"),
  /** The machine readable zone. */
  DG1(1, 0x61),
  /** The face. */
  DG2(2, 0x75),
  /** Fingers; needs Terminal Authentication. */
  DG3(3, 0x63),
  /** Irises; needs Terminal Authentication. */
  DG4(4, 0x76),
  /** Displayed portrait. */
  DG5(5, 0x65),
  /** Reserved. */
  DG6(6, 0x66),
  /** Displayed signature. */
  DG7(7, 0x67),
  /** Data features. */
  DG8(8, 0x68),
  /** Structure features. */
  DG9(9, 0x69),
  /** Substance features. */
  DG10(10, 0x6A),
  /** Additional personal details. */
  DG11(11, 0x6B),
  /** Additional document details. */
  DG12(12, 0x6C),
  /** Optional details; on a Vietnamese citizen card the text of the card. */
  DG13(13, 0x6D),
  /** Security options: what chip proofs the document announces. */
  DG14(14, 0x6E),
  /** The public key of Active Authentication. */
  DG15(15, 0x6F),
  /** Persons to notify. */
  DG16(16, 0x70);

  /** The {@link #tag()} of a file that is a row of objects, without a template around them. */
  public static final int NO_TEMPLATE = 0;

  private static final int FIRST_DATA_GROUP_FID = 0x0100;

  private final int fid;
  private final int sfi;
  private final int tag;
  private final int dataGroupNumber;
  private final String label;

  FileId(int fid, int sfi, int tag, String label) {
    this.fid = fid;
    this.sfi = sfi;
    this.tag = tag;
    this.dataGroupNumber = 0;
    this.label = label;
  }

  FileId(int dataGroupNumber, int tag) {
    this.fid = FIRST_DATA_GROUP_FID + dataGroupNumber;
    this.sfi = dataGroupNumber;
    this.tag = tag;
    this.dataGroupNumber = dataGroupNumber;
    this.label = "DG" + dataGroupNumber;
  }

  /**
   * The data group with this number.
   *
   * @throws IllegalArgumentException if it is not from 1 to 16
   */
  public static FileId dataGroup(int number) {
    for (FileId id : values()) {
      if (number > 0 && id.dataGroupNumber == number) {
        return id;
      }
    }
    throw new IllegalArgumentException("no data group " + number);
  }

  /** The file of the eMRTD application whose template has this tag, ICAO 9303-10 §4.6.1. */
  public static Optional<FileId> ofApplicationTag(int tag) {
    for (FileId id : values()) {
      if (id.tag == tag && !id.inMasterFile() && id != CVCA) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  /** The two-byte file identifier for SELECT. */
  public int fid() {
    return fid;
  }

  /** The short file identifier for READ BINARY, 1 to 30. */
  public int sfi() {
    return sfi;
  }

  /** The tag that the content begins with, or {@link #NO_TEMPLATE}. */
  public int tag() {
    return tag;
  }

  /** 1 to 16 for a data group. */
  public OptionalInt dataGroupNumber() {
    return dataGroupNumber == 0 ? OptionalInt.empty() : OptionalInt.of(dataGroupNumber);
  }

  /** Whether the file lies in the master file, outside the eMRTD application. */
  public boolean inMasterFile() {
    return switch (this) {
      case CARD_ACCESS, CARD_SECURITY, ATR_INFO, DIR -> true;
      default -> false;
    };
  }

  /**
   * Whether the content is a row of objects that ends with the file. No first object says how long
   * all of it is.
   */
  public boolean isRow() {
    return tag == NO_TEMPLATE || this == CVCA;
  }

  /** The name for people, such as {@code DG1} or {@code EF.SOD}. */
  public String label() {
    return label;
  }
}
