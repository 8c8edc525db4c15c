package io.cardproof.report;

import io.cardproof.document.BiometricImage;
import io.cardproof.document.DocumentDetails;
import io.cardproof.document.EncodedImage;
import io.cardproof.document.PersonToNotify;
import io.cardproof.document.PersonalDetails;
import io.cardproof.document.Portrait;
import java.util.List;
import java.util.Optional;

/**
 * What the rarer data groups say of a holder. All of it is as signed; a file that the chip does not
 * have or did not open is an empty part.
 *
 * @param faces every face of DG2, the first of which is the holder's portrait
 * @param fingers of DG3
 * @param irises of DG4
 * @param displayedPortraits of DG5
 * @param signatures or usual marks, of DG7
 * @param personal of DG11; personal summary and custody only if asked for by name
 * @param document of DG12
 * @param personsToNotify of DG16; only if asked for by name
 */
public record HolderDetails(
    List<Portrait> faces,
    List<BiometricImage> fingers,
    List<BiometricImage> irises,
    List<EncodedImage> displayedPortraits,
    List<EncodedImage> signatures,
    Optional<PersonalDetails> personal,
    Optional<DocumentDetails> document,
    List<PersonToNotify> personsToNotify) {
  /** Copies the lists. */
  public HolderDetails {
    faces = List.copyOf(faces);
    fingers = List.copyOf(fingers);
    irises = List.copyOf(irises);
    displayedPortraits = List.copyOf(displayedPortraits);
    signatures = List.copyOf(signatures);
    personsToNotify = List.copyOf(personsToNotify);
  }

  @Override
  public String toString() {
    return "HolderDetails[redacted]";
  }
}
