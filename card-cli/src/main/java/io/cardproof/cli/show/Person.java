package io.cardproof.cli.show;

import io.cardproof.document.Mrz;
import io.cardproof.document.Portrait;
import io.cardproof.report.Holder;
import io.cardproof.report.HolderDetails;
import io.cardproof.report.Report;
import io.cardproof.report.Unverified;
import io.cardproof.report.Verdict;
import io.cardproof.vietnam.CitizenDetails;
import io.cardproof.vietnam.CitizenName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Whom a report is about: a holder, or what an unverified chip says of one. Whoever shows it says
 * which of the two it is.
 */
record Person(
    String fullName,
    Optional<LocalDate> birthDate,
    Optional<LocalDate> expiry,
    Mrz mrz,
    Optional<CitizenDetails> citizen,
    Optional<Portrait> portrait,
    Optional<HolderDetails> details) {

  /** The holder, for a verdict that has one. */
  static Optional<Person> holder(Report report) {
    return holder(report.verdict()).map(Person::of);
  }

  /** What the chip says, whoever made it; empty if it does not even say a name. */
  static Optional<Person> unverified(Report report) {
    Unverified said = report.unverified();
    LocalDate today = LocalDate.ofInstant(report.now(), ZoneOffset.UTC);
    return said.mrz().map(mrz -> of(mrz, said, today));
  }

  /** The holder of a verdict that has one. */
  static Optional<Holder> holder(Verdict verdict) {
    return verdict.fold(
        authentic -> Optional.of(authentic.holder()),
        expired -> Optional.of(expired.holder()),
        notAuthentic -> Optional.empty(),
        inconclusive -> Optional.empty());
  }

  private static Person of(Holder holder) {
    return new Person(
        holder.fullName(),
        holder.birthDate(),
        holder.expiry(),
        holder.mrz(),
        holder.citizen(),
        holder.portrait(),
        Optional.of(holder.details()));
  }

  private static Person of(Mrz mrz, Unverified said, LocalDate today) {
    String name =
        said.citizen()
            .flatMap(CitizenDetails::fullName)
            .map(CitizenName::text)
            .orElse((mrz.surname() + " " + mrz.givenNames()).strip());
    return new Person(
        name,
        mrz.birthDay(today),
        mrz.expiryDate(),
        mrz,
        said.citizen(),
        said.portrait(),
        Optional.empty());
  }

  @Override
  public String toString() {
    return "Person[redacted]";
  }
}
