package io.cardproof.verify;

import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Mrz;
import io.cardproof.document.Portrait;
import io.cardproof.document.SecurityInfos;
import io.cardproof.value.Bytes;
import io.cardproof.vietnam.CitizenDate;
import io.cardproof.vietnam.CitizenDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The genuine files, parsed.
 *
 * @param mrz of DG1
 * @param citizen of DG13, on Vietnamese cards only: other states keep other things there
 * @param portrait of DG2
 * @param infos of DG14
 * @param malformed the files that are as signed and do not parse
 */
record DocumentView(
    Optional<Mrz> mrz,
    Optional<CitizenDetails> citizen,
    Optional<Portrait> portrait,
    Optional<SecurityInfos> infos,
    Set<FileId> malformed) {
  private static final String VIETNAM = "VNM";
  private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);

  static DocumentView of(GenuineFiles files) {
    Set<FileId> malformed = EnumSet.noneOf(FileId.class);
    Optional<Mrz> mrz = parse(files, FileId.DG1, Mrz::parseDg1, malformed);
    boolean vietnamese = mrz.map(zone -> zone.issuingState().equals(VIETNAM)).orElse(false);
    return new DocumentView(
        mrz,
        vietnamese ? parse(files, FileId.DG13, CitizenDetails::parse, malformed) : Optional.empty(),
        parse(files, FileId.DG2, Portrait::parse, malformed),
        parse(files, FileId.DG14, SecurityInfos::forDg14, malformed),
        malformed);
  }

  boolean vietnamese() {
    return mrz.map(zone -> zone.issuingState().equals(VIETNAM)).orElse(false);
  }

  /** Noon of the day of issue that the document states. */
  Optional<Instant> issued() {
    return citizen
        .flatMap(CitizenDetails::issueDate)
        .flatMap(CitizenDate::day)
        .map(day -> day.atTime(12, 0).toInstant(HANOI));
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

  private static <T> Optional<T> parse(
      GenuineFiles files, FileId id, Parser<T> parser, Set<FileId> malformed) {
    Optional<Bytes> content = files.get(id);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.parse(content.get()));
    } catch (MalformedDocumentException e) {
      malformed.add(id);
      return Optional.empty();
    }
  }

  /** Reads one file. */
  private interface Parser<T> {
    T parse(Bytes content) throws MalformedDocumentException;
  }
}
