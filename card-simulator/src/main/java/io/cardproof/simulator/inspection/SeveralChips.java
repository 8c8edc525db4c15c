package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.issuer.IssuingFault;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.TerminalRealm;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.PersonaBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A case that takes more than one chip. The first stands for it where one is asked for. */
final class SeveralChips implements CaseFault {
  private final List<CaseFault> chips;

  /**
   * @param chips at least one
   */
  SeveralChips(List<CaseFault> chips) {
    this.chips = List.copyOf(chips);
  }

  @Override
  public List<CaseFault> chips() {
    return chips;
  }

  @Override
  public Carrier carrier(Carrier named) {
    return first().carrier(named);
  }

  @Override
  public Optional<PersonaBuilder> ownChip() {
    return first().ownChip();
  }

  @Override
  public Optional<TerminalRealm> terminal(LocalDate today) {
    return first().terminal(today);
  }

  @Override
  public Document unsigned(Document document, RandomSource random) {
    return first().unsigned(document, random);
  }

  @Override
  public IssuingFault issuing() {
    return first().issuing();
  }

  @Override
  public Document signed(Document document) {
    return first().signed(document);
  }

  @Override
  public void chip(ChipImage.Builder chip, Document document) {
    first().chip(chip, document);
  }

  private CaseFault first() {
    return chips.get(0);
  }
}
