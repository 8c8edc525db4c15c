package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.issuer.IssuingFault;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.TerminalRealm;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.PersonaBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the chip of an inspection case differs in. Each method sees one stage of making a card and
 * changes nothing unless it is overridden; one that finds nothing to change throws an {@link
 * IllegalArgumentException} that says what the document lacks.
 */
public interface CaseFault {

  /** The base chip as it is. */
  static CaseFault none() {
    return new CaseFault() {};
  }

  /** A fault of the issuer alone. */
  static CaseFault issuing(IssuingFault fault) {
    return new CaseFault() {
      @Override
      public IssuingFault issuing() {
        return fault;
      }
    };
  }

  /** A fault in what the issuer signs. */
  static CaseFault unsigned(Change change) {
    return new CaseFault() {
      @Override
      public Document unsigned(Document document, RandomSource random) {
        return change.of(document);
      }
    };
  }

  /** A fault that the issuer's signature does not cover. */
  static CaseFault signed(Change change) {
    return new CaseFault() {
      @Override
      public Document signed(Document document) {
        return change.of(document);
      }
    };
  }

  /** A chip that does its work, and something between it and its answers. */
  static CaseFault interference(Interference between) {
    return new CaseFault() {
      @Override
      public void chip(ChipImage.Builder chip, Document document) {
        chip.interference(between);
      }
    };
  }

  /** A case that takes more than one chip. */
  static CaseFault severalChips(List<CaseFault> chips) {
    return new SeveralChips(chips);
  }

  /** A document made from another. */
  @FunctionalInterface
  interface Change {
    /** The changed document. */
    Document of(Document usual);
  }

  /**
   * The base chip of the case.
   *
   * @param named what the plan names
   */
  default Carrier carrier(Carrier named) {
    return named;
  }

  /** A base chip that none of the carriers is; such a case goes on no other document. */
  default Optional<PersonaBuilder> ownChip() {
    return Optional.empty();
  }

  /**
   * Whom the chip trusts in Terminal Authentication, and what the terminal has, where that is not
   * the published TEST authority.
   */
  default Optional<TerminalRealm> terminal(LocalDate today) {
    return Optional.empty();
  }

  /** The chips that make the case, where one does not do; a reader must be right about each. */
  default List<CaseFault> chips() {
    return List.of(this);
  }

  /** The document before it is signed; EF.SOD is made over what this gives. */
  default Document unsigned(Document document, RandomSource random) {
    return document;
  }

  /** How the issuer's work deviates. */
  default IssuingFault issuing() {
    return IssuingFault.none();
  }

  /** The document after it was signed; EF.SOD stays as it is. */
  default Document signed(Document document) {
    return document;
  }

  /** The chip, with all that the document holds in it. */
  default void chip(ChipImage.Builder chip, Document document) {}
}
