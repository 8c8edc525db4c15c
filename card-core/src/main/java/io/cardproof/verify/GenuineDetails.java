package io.cardproof.verify;

import io.cardproof.document.BiometricImage;
import io.cardproof.document.DisplayedImages;
import io.cardproof.document.DocumentDetails;
import io.cardproof.document.FileId;
import io.cardproof.document.PersonToNotify;
import io.cardproof.document.PersonalDetails;
import io.cardproof.document.Portrait;
import io.cardproof.report.HolderDetails;
import java.util.List;

/** Reads the rarer data groups out of the genuine files. */
final class GenuineDetails {
  private GenuineDetails() {}

  static HolderDetails of(ParsedFiles files) {
    return new HolderDetails(
        files.parse(FileId.DG2, Portrait::parseAll).orElse(List.of()),
        files.parse(FileId.DG3, BiometricImage::fingers).orElse(List.of()),
        files.parse(FileId.DG4, BiometricImage::irises).orElse(List.of()),
        files.parse(FileId.DG5, DisplayedImages::portraits).orElse(List.of()),
        files.parse(FileId.DG7, DisplayedImages::signatures).orElse(List.of()),
        files.parse(FileId.DG11, PersonalDetails::parse),
        files.parse(FileId.DG12, DocumentDetails::parse),
        files.parse(FileId.DG16, PersonToNotify::parse).orElse(List.of()));
  }
}
