package io.cardproof.vietnam;

import io.cardproof.error.MalformedInputException;
import java.util.List;
import java.util.Optional;

/**
 * The twelve-digit number of a Vietnamese citizen: place of birth registration, century and sex,
 * year of birth, six random digits. It has no check digit; a code that the table does not know is a
 * remark and never a reason to reject.
 *
 * @param digits the twelve digits
 */
public record CitizenNumber(String digits) {
  static final String FORM = "[0-9]{12}";

  /** As the number says it. */
  public enum Sex {
    /** {@code Nam}. */
    MALE,
    /** {@code Nữ}. */
    FEMALE
  }

  /** Checks that there are twelve digits. */
  public CitizenNumber {
    if (!digits.matches(FORM)) {
      throw new IllegalArgumentException("a citizen number has twelve digits");
    }
  }

  /** Reads a number; spaces around it are allowed. */
  public static CitizenNumber parse(String text) throws MalformedInputException {
    String digits = text.strip();
    if (!digits.matches(FORM)) {
      throw new MalformedInputException("citizen number", "all of it", "not twelve digits");
    }
    return new CitizenNumber(digits);
  }

  /** The three digits of the place. */
  public String placeCode() {
    return digits.substring(0, 3);
  }

  /** The province, by its name before the mergers of 2025; empty for a country or unknown code. */
  public Optional<String> province() {
    return Provinces.name(placeCode());
  }

  /** Whether the place is a country other than Vietnam. */
  public boolean bornAbroad() {
    return placeCode().charAt(0) != '0';
  }

  /** The sex at registration. */
  public Sex sex() {
    return digits.charAt(3) % 2 == 0 ? Sex.MALE : Sex.FEMALE;
  }

  /** The year of birth. */
  public int birthYear() {
    int century = 1900 + 100 * ((digits.charAt(3) - '0') / 2);
    return century + Integer.parseInt(digits.substring(4, 6));
  }

  /** The last nine digits, which the machine readable zone has as document number. */
  public String documentNumber() {
    return digits.substring(3);
  }

  /** The last six digits, which are the card access number. */
  public String can() {
    return digits.substring(6);
  }

  /** What is unusual about the number, without quoting it. */
  public List<String> remarks() {
    return bornAbroad() || province().isPresent()
        ? List.of()
        : List.of("the place code of the citizen number is not in the table");
  }

  // A record's own are put together at the first call, which a fresh virtual machine notices.
  @Override
  public boolean equals(Object other) {
    return other instanceof CitizenNumber that && digits.equals(that.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return "CitizenNumber[redacted]";
  }
}
