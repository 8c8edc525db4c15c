package io.cardproof.report;

import io.cardproof.document.BiometricImage;
import io.cardproof.document.Mrz;
import io.cardproof.document.Portrait;
import io.cardproof.vietnam.CitizenDetails;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The person whom the document is about. A verdict that has a holder is the only way to one.
 *
 * @param documentNumber as in the machine readable zone; the citizen number is in {@code citizen}
 * @param fullName as the document writes it: with diacritics where DG13 has the name
 * @param surname of the machine readable zone
 * @param givenNames of the machine readable zone
 * @param birthDate empty where the document leaves day or month open
 * @param sex {@code M}, {@code F} or empty
 * @param nationality three letters, or fewer such as {@code D}
 * @param issuingState as {@code nationality}
 * @param expiry the last day of the document; empty where it has no end
 * @param citizen the fields of a Vietnamese card that may be shown
 * @param portrait the image as the chip holds it
 * @param details what the rarer data groups say
 * @param mrz the machine readable zone
 */
public record Holder(
    String documentNumber,
    String fullName,
    String surname,
    String givenNames,
    Optional<LocalDate> birthDate,
    String sex,
    String nationality,
    String issuingState,
    Optional<LocalDate> expiry,
    Optional<CitizenDetails> citizen,
    Optional<Portrait> portrait,
    HolderDetails details,
    Mrz mrz) {
  /** The fingerprints of DG3, where the terminal was allowed to read them. */
  public List<BiometricImage> fingers() {
    return details.fingers();
  }

  /** The irises of DG4, where the terminal was allowed to read them. */
  public List<BiometricImage> irises() {
    return details.irises();
  }

  @Override
  public String toString() {
    return "Holder[redacted]";
  }
}
