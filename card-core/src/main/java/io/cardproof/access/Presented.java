package io.cardproof.access;

/**
 * What the holder presented when the chip was opened. It is compared with what the chip says. No
 * access key as such is kept: a number typed by hand presents nothing.
 */
public sealed interface Presented {
  /** Nothing that says more than the key itself. */
  record Nothing() implements Presented {}

  /** The text of the card's QR code, as scanned. */
  record Qr(String text) implements Presented {
    @Override
    public String toString() {
      return "Presented.Qr[redacted]";
    }
  }

  /**
   * Fields of a machine readable zone.
   *
   * @param documentNumber without fillers
   * @param birth yyMMdd
   * @param expiry yyMMdd
   * @param name as printed, primary and secondary identifier with two fillers between them, without
   *     fillers at the end; empty where only the other fields were presented
   */
  record MrzData(String documentNumber, String birth, String expiry, String name)
      implements Presented {
    /** The fields that make up the key of the chip. */
    public MrzData(String documentNumber, String birth, String expiry) {
      this(documentNumber, birth, expiry, "");
    }

    @Override
    public String toString() {
      return "Presented.MrzData[redacted]";
    }
  }
}
