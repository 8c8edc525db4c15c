package io.cardproof.verify;

import io.cardproof.document.DocumentDetails;
import io.cardproof.document.FileId;
import io.cardproof.document.Mrz;
import io.cardproof.document.PartialDate;
import io.cardproof.document.Portrait;
import io.cardproof.document.SecurityInfos;
import io.cardproof.report.HolderDetails;
import io.cardproof.vietnam.CitizenDate;
import io.cardproof.vietnam.CitizenDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * The genuine files, parsed.
 *
 * @param mrz of DG1
 * @param citizen of DG13, on Vietnamese cards only: other states keep other things there
 * @param details of the other data groups about the holder, DG2 among them
 * @param infos of DG14
 * @param malformed the files that are as signed and do not parse
 */
record DocumentView(
    Optional<Mrz> mrz,
    Optional<CitizenDetails> citizen,
    HolderDetails details,
    Optional<SecurityInfos> infos,
    Set<FileId> malformed) {
  private static final String VIETNAM = "VNM";
  private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);

  static DocumentView of(GenuineFiles files) {
    ParsedFiles parsed = new ParsedFiles(files);
    Optional<Mrz> mrz = parsed.parse(FileId.DG1, Mrz::parseDg1);
    boolean vietnamese = mrz.map(zone -> zone.issuingState().equals(VIETNAM)).orElse(false);
    return new DocumentView(
        mrz,
        vietnamese ? parsed.parse(FileId.DG13, CitizenDetails::parse) : Optional.empty(),
        GenuineDetails.of(parsed),
        parsed.parse(FileId.DG14, SecurityInfos::forDg14),
        parsed.malformed());
  }

  boolean vietnamese() {
    return mrz.map(zone -> zone.issuingState().equals(VIETNAM)).orElse(false);
  }

  /** The face of the document's front. */
  Optional<Portrait> portrait() {
    return details.faces().stream().findFirst();
  }

  /** Noon of the day of issue that the document states, in DG13 or DG12. */
  Optional<Instant> issued() {
    ZoneOffset noonIn = vietnamese() ? HANOI : ZoneOffset.UTC;
    return citizen
        .flatMap(CitizenDetails::issueDate)
        .flatMap(CitizenDate::day)
        .or(this::issueDateOfDg12)
        .map(day -> day.atTime(12, 0).toInstant(noonIn));
  }

  private Optional<LocalDate> issueDateOfDg12() {
    return details.document().flatMap(DocumentDetails::issueDate).flatMap(PartialDate::day);
  }

  /** Whether the document says that it has no end. */
  boolean unlimited() {
    return mrz.map(Mrz::lifelong).orElse(false)
        || citizen.flatMap(CitizenDetails::expiryDate).map(CitizenDate::unlimited).orElse(false);
  }

  /** The last day of the document. */
  Optional<LocalDate> expiry() {
    return unlimited() ? Optional.empty() : mrz.flatMap(Mrz::expiryDate);
  }

  /** Where the document's days begin and end: for a traveller's, where they end last. */
  ZoneOffset zone() {
    return vietnamese() ? HANOI : ZoneOffset.ofHours(-12);
  }
}
