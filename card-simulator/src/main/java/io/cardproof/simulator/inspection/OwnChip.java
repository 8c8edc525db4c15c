package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.PersonaBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A fault on a base chip that none of the {@link Carrier}s is. */
final class OwnChip implements CaseFault {
  private final Supplier<PersonaBuilder> base;
  private final CaseFault fault;

  OwnChip(Supplier<PersonaBuilder> base, CaseFault fault) {
    this.base = base;
    this.fault = fault;
  }

  /** The chip itself is the case. */
  static CaseFault of(Supplier<PersonaBuilder> base) {
    return new OwnChip(base, CaseFault.none());
  }

  /** Each of the chips is the case. */
  static CaseFault each(List<Supplier<PersonaBuilder>> bases) {
    return CaseFault.severalChips(bases.stream().map(OwnChip::of).toList());
  }

  @Override
  public Optional<PersonaBuilder> ownChip() {
    return Optional.of(base.get());
  }

  @Override
  public Document unsigned(Document document, RandomSource random) {
    return fault.unsigned(document, random);
  }

  @Override
  public Document signed(Document document) {
    return fault.signed(document);
  }

  @Override
  public void chip(ChipImage.Builder chip, Document document) {
    fault.chip(chip, document);
  }
}
