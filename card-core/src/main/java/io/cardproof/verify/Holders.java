package io.cardproof.verify;

import io.cardproof.document.Mrz;
import io.cardproof.report.Disclosure;
import io.cardproof.report.Holder;
import io.cardproof.vietnam.CitizenDate;
import io.cardproof.vietnam.CitizenDetails;
import io.cardproof.vietnam.CitizenName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Puts the holder together from the genuine files. */
final class Holders {
  private final DocumentView document;
  private final Disclosure disclosure;

  Holders(DocumentView document, Disclosure disclosure) {
    this.document = document;
    this.disclosure = disclosure;
  }

  Optional<Holder> holder(Instant now) {
    return document.mrz().map(mrz -> holder(mrz, now));
  }

  private Holder holder(Mrz mrz, Instant now) {
    Optional<CitizenDetails> citizen = document.citizen();
    return new Holder(
        mrz.documentNumber(),
        citizen
            .flatMap(CitizenDetails::fullName)
            .map(CitizenName::text)
            .orElse((mrz.givenNames() + " " + mrz.surname()).strip()),
        mrz.surname(),
        mrz.givenNames(),
        birth(mrz, now),
        mrz.sex(),
        mrz.nationality(),
        mrz.issuingState(),
        document.expiry(),
        citizen.map(disclosure::apply),
        document.portrait(),
        disclosure.apply(document.details()),
        mrz);
  }

  private Optional<LocalDate> birth(Mrz mrz, Instant now) {
    return document
        .citizen()
        .flatMap(CitizenDetails::birthDate)
        .flatMap(CitizenDate::day)
        .or(() -> mrz.birthDay(now.atOffset(document.zone()).toLocalDate()));
  }
}
