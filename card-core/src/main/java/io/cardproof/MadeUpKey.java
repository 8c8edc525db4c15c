package io.cardproof;

import io.cardproof.access.AccessKey;
import io.cardproof.access.Presented;
import io.cardproof.error.MalformedInputException;
import io.cardproof.vietnam.CitizenQr;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A key of a made-up document, which may be told to everybody: as it stands in the head of a trace.
 *
 * @param form how it is given
 * @param text what is given, on one line
 */
public record MadeUpKey(Form form, String text) {
  /** Between the lines of a machine readable zone. */
  public static final String LINE_BREAK = "/";

  /** Between the parts of a key that has several. */
  public static final String SEPARATOR = ",";

  /** The ways to give a key. */
  public enum Form {
    /** The card access number. */
    CAN,
    /** The holder's secret number. */
    PIN,
    /** A PIN with one attempt left, and the CAN that such a chip wants first. */
    RESUMED,
    /** The number that unblocks the PIN. */
    PUK,
    /** The text of a citizen card's QR code. */
    QR,
    /** The lines of a machine readable zone. */
    MRZ,
    /** Number, birth date and expiry out of it. */
    FIELDS;

    /** How that key was given. */
    public static Form of(AccessKey key) {
      if (key.presented() instanceof Presented.Qr) {
        return QR;
      }
      return switch (key.kind()) {
        case CAN -> CAN;
        case PUK -> PUK;
        case PIN -> key.resumedBy().isPresent() ? RESUMED : PIN;
        case MRZ ->
            key.presented() instanceof Presented.MrzData zone && zone.name().isEmpty()
                ? FIELDS
                : MRZ;
      };
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The key as a setting of a trace, such as {@code can 123456}. */
  public String setting() {
    return form.word() + " " + text;
  }

  /** The key; the caller closes it. */
  public AccessKey open() throws MalformedInputException {
    return switch (form) {
      case CAN -> AccessKey.can(text);
      case PIN -> AccessKey.pin(text);
      case PUK -> AccessKey.puk(text);
      case QR -> CitizenQr.parse(text).accessKey();
      case MRZ -> AccessKey.mrzLines(text.replace(LINE_BREAK, "\n"));
      case RESUMED -> {
        List<String> parts = parts(2);
        yield AccessKey.pin(parts.get(0), parts.get(1));
      }
      case FIELDS -> {
        List<String> parts = parts(3);
        yield AccessKey.mrz(parts.get(0), parts.get(1), parts.get(2));
      }
    };
  }

  /** The key that such a setting holds; empty if it is none. */
  static Optional<MadeUpKey> parse(String setting) {
    for (Form form : Form.values()) {
      if (setting.startsWith(form.word() + " ")) {
        return Optional.of(new MadeUpKey(form, setting.substring(form.word().length() + 1)));
      }
    }
    return Optional.empty();
  }

  private List<String> parts(int count) throws MalformedInputException {
    List<String> parts = List.of(text.split(SEPARATOR, -1));
    if (parts.size() != count) {
      throw new MalformedInputException("key", "whole", "not as many parts as such a key has");
    }
    return parts;
  }

  /** Says how it is given only. */
  @Override
  public String toString() {
    return "MadeUpKey[" + form + "]";
  }
}
