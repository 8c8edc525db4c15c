package io.cardproof.simulator.quirk;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.persona.Document;
import java.util.Optional;

/** How a chip answers a READ BINARY that asks for more than is left of the file. */
enum EndOfFile {
  /** 6B00 and nothing else. */
  OUTSIDE {
    @Override
    Optional<Answer> instead(int left) {
      return Optional.of(Answer.status(0x6B00));
    }
  },
  /** What is left, and 6282. */
  WARNING {
    @Override
    Answer plain(Answer answer) {
      return answer.withStatus(0x6282);
    }
  },
  /** 6Cxx, which names what is left; 256 bytes at most, so the chip has no extended length. */
  EXACT_LENGTH {
    @Override
    void into(ChipImage.Builder chip, Document document) {
      super.into(chip.shortLengthOnly(), document);
    }

    @Override
    Optional<Answer> instead(int left) {
      return Optional.of(Answer.status(0x6C00 | (left & 0xFF)));
    }
  };

  /** Gives a chip with this document that habit. */
  void into(ChipImage.Builder chip, Document document) {
    chip.interference(new AtTheEnd(this, document));
  }

  Optional<Answer> instead(int left) {
    return Optional.empty();
  }

  Answer plain(Answer answer) {
    return answer;
  }

  private record AtTheEnd(EndOfFile habit, Document document) implements Interference {
    @Override
    public Optional<Answer> instead(Exchange exchange) {
      return Reads.reachesPastTheEnd(exchange, document)
          ? habit.instead(Reads.left(exchange, document).orElseThrow())
          : Optional.empty();
    }

    @Override
    public Answer plain(Exchange exchange, Answer answer) {
      boolean toTheEnd =
          Reads.reachesPastTheEnd(exchange, document)
              && answer.data().length == Reads.left(exchange, document).orElseThrow();
      return toTheEnd ? habit.plain(answer) : answer;
    }
  }
}
