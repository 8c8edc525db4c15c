package io.cardproof.report;

import io.cardproof.document.Mrz;
import io.cardproof.document.Portrait;
import io.cardproof.vietnam.CitizenDetails;
import java.util.Optional;

/**
 * What the chip says although nobody may rely on it. Mark it so wherever it is shown. A file whose
 * hash did not match is not even parsed, so it is missing here.
 *
 * @param mrz the machine readable zone
 * @param citizen the fields of a Vietnamese card that may be shown
 * @param portrait the image as the chip holds it
 */
public record Unverified(
    Optional<Mrz> mrz, Optional<CitizenDetails> citizen, Optional<Portrait> portrait) {
  @Override
  public String toString() {
    return "Unverified[redacted]";
  }
}
