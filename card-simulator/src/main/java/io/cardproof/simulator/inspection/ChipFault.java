package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.ProtectedAnswer;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.persona.Document;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Faults of the chip alone: certain commands are answered in another way. */
final class ChipFault {
  private ChipFault() {}

  /** Answers these commands without carrying them out. */
  static CaseFault instead(Predicate<Exchange> commands, Answer answer) {
    return instead(exchange -> Optional.of(answer).filter(given -> commands.test(exchange)));
  }

  /** Answers commands without carrying them out, where there is another answer. */
  static CaseFault instead(Function<Exchange, Optional<Answer>> other) {
    return of(
        new Interference() {
          @Override
          public Optional<Answer> instead(Exchange exchange) {
            return other.apply(exchange);
          }
        });
  }

  /** Changes what the chip says to these commands, before protection. */
  static CaseFault plain(Predicate<Exchange> commands, UnaryOperator<Answer> change) {
    return of(plain((exchange, answer) -> commands.test(exchange) ? change.apply(answer) : answer));
  }

  /** Changes answers before protection. */
  static Interference plain(BiFunction<Exchange, Answer, Answer> change) {
    return new Interference() {
      @Override
      public Answer plain(Exchange exchange, Answer answer) {
        return change.apply(exchange, answer);
      }
    };
  }

  /** Changes how answers to these commands are protected. */
  static CaseFault sealed(Predicate<Exchange> commands, UnaryOperator<ProtectedAnswer> change) {
    return of(
        new Interference() {
          @Override
          public ProtectedAnswer sealed(Exchange exchange, ProtectedAnswer answer) {
            return commands.test(exchange) ? change.apply(answer) : answer;
          }
        });
  }

  /** Puts this between the chip and its answers. */
  static CaseFault of(Interference interference) {
    return new CaseFault() {
      @Override
      public void chip(ChipImage.Builder chip, Document document) {
        chip.interference(interference);
      }
    };
  }

  /** Another document, and a chip that behaves so. */
  static CaseFault of(CaseFault other, Interference interference) {
    return new CaseFault() {
      @Override
      public Document unsigned(Document document, RandomSource random) {
        return other.unsigned(document, random);
      }

      @Override
      public void chip(ChipImage.Builder chip, Document document) {
        other.chip(chip, document);
        chip.interference(interference);
      }
    };
  }
}
