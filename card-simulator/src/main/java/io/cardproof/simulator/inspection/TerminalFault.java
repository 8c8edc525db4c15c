package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.TerminalRealm;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.PersonaBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A chip that trusts whom the case says, a terminal that has what the case says. */
final class TerminalFault implements CaseFault {
  private final Function<LocalDate, TerminalRealm> realm;
  private final CaseFault other;
  private final Optional<Supplier<PersonaBuilder>> base;

  /** No other fault beside. */
  TerminalFault(Function<LocalDate, TerminalRealm> realm) {
    this(realm, CaseFault.none(), Optional.empty());
  }

  private TerminalFault(
      Function<LocalDate, TerminalRealm> realm,
      CaseFault other,
      Optional<Supplier<PersonaBuilder>> base) {
    this.realm = realm;
    this.other = other;
    this.base = base;
  }

  /** Another fault beside. */
  TerminalFault with(CaseFault another) {
    return new TerminalFault(realm, another, base);
  }

  /** Other certificates in the terminal's hands. */
  TerminalFault holding(UnaryOperator<List<byte[]>> change) {
    return new TerminalFault(
        today -> {
          TerminalRealm usual = realm.apply(today);
          return usual.withCertificates(change.apply(usual.certificates()));
        },
        other,
        base);
  }

  /** A base chip of its own. */
  TerminalFault on(Supplier<PersonaBuilder> another) {
    return new TerminalFault(realm, other, Optional.of(another));
  }

  @Override
  public Optional<TerminalRealm> terminal(LocalDate today) {
    return Optional.of(realm.apply(today));
  }

  @Override
  public Optional<PersonaBuilder> ownChip() {
    return base.map(Supplier::get);
  }

  @Override
  public Document unsigned(Document document, RandomSource random) {
    return other.unsigned(document, random);
  }

  @Override
  public void chip(ChipImage.Builder chip, Document document) {
    other.chip(chip, document);
  }
}
