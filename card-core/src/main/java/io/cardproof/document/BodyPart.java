package io.cardproof.document;

import java.util.Locale;

/** Which finger or eye an image shows; right and left are the person's own. */
public enum BodyPart {
  /** A finger, and the document does not say which. */
  FINGER,
  /** Right thumb. */
  RIGHT_THUMB,
  /** Right index finger. */
  RIGHT_INDEX,
  /** Right middle finger. */
  RIGHT_MIDDLE,
  /** Right ring finger. */
  RIGHT_RING,
  /** Right little finger. */
  RIGHT_LITTLE,
  /** Left thumb. */
  LEFT_THUMB,
  /** Left index finger. */
  LEFT_INDEX,
  /** Left middle finger. */
  LEFT_MIDDLE,
  /** Left ring finger. */
  LEFT_RING,
  /** Left little finger. */
  LEFT_LITTLE,
  /** Four fingers of the right hand in one image. */
  RIGHT_FOUR_FINGERS,
  /** Four fingers of the left hand in one image. */
  LEFT_FOUR_FINGERS,
  /** Both thumbs in one image. */
  BOTH_THUMBS,
  /** An eye, and the document does not say which. */
  EYE,
  /** Right eye. */
  RIGHT_EYE,
  /** Left eye. */
  LEFT_EYE;

  private static final int LAST_SINGLE_FINGER = 10;
  private static final int SIDE = 0x03;
  private static final int FINGER_SHIFT = 2;

  /** Whether it is an eye; otherwise it is a finger, or several. */
  public boolean isEye() {
    return this == EYE || this == RIGHT_EYE || this == LEFT_EYE;
  }

  /** The stable name for programs and files, such as {@code right-thumb}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code of ISO 19794-4 §7.2.2 and ISO 39794-4. */
  static BodyPart finger(int code) {
    return switch (code) {
      case 13 -> RIGHT_FOUR_FINGERS;
      case 14 -> LEFT_FOUR_FINGERS;
      case 15 -> BOTH_THUMBS;
      default -> code >= 0 && code <= LAST_SINGLE_FINGER ? values()[code] : FINGER;
    };
  }

  /** The code of ISO 19794-6 §6.5.2 and ISO 39794-6. */
  static BodyPart eye(int code) {
    return switch (code) {
      case 1 -> RIGHT_EYE;
      case 2 -> LEFT_EYE;
      default -> EYE;
    };
  }

  /** The biometric subtype of a template's header for a finger, ISO 19785-3. */
  static BodyPart fingerOfSubtype(int subtype) {
    int finger = subtype >> FINGER_SHIFT & 0x07;
    int side = subtype & SIDE;
    if (finger < 1 || finger > 5 || side < 1 || side > 2) {
      return FINGER;
    }
    return values()[finger + 5 * (side - 1)];
  }
}
