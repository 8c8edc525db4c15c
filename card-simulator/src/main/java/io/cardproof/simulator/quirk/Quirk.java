package io.cardproof.simulator.quirk;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.LongAnswers;
import io.cardproof.simulator.chip.Phase;
import io.cardproof.simulator.persona.Document;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The habits by name. */
public enum Quirk {
  /** The master file cannot be selected. */
  SELECT_MF_REFUSED("SELECT of the master file answers 6D00") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      refuse(chip, Quirk::selectsMasterFile, UNKNOWN_INSTRUCTION);
    }
  },
  /** EF.CardAccess is there and not shown. */
  CARD_ACCESS_REFUSED("EF.CardAccess answers 6982") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      refuse(chip, Quirk::addressesCardAccess, NOT_ALLOWED);
    }
  },
  /** EF.CardAccess is where it does not belong. */
  CARD_ACCESS_IN_APPLICATION("EF.CardAccess is found in the application only") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      byte[] cardAccess = document.masterFiles().get(Document.CARD_ACCESS);
      if (cardAccess != null) {
        chip.interference(new CardAccessInApplication(cardAccess));
      }
    }
  },
  /** SELECT must ask for what it tells. */
  SELECT_TELLS_ALWAYS("SELECT with P2 = 0C answers 6A86") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      refuse(chip, Quirk::selectsSilently, WRONG_PARAMETERS);
    }
  },
  /** Files have no short identifiers. */
  NO_SHORT_IDENTIFIERS("READ BINARY with a short identifier answers 6A82") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      refuse(chip, Quirk::readsByShortIdentifier, FILE_NOT_FOUND);
    }
  },
  /** Files are read with the odd instruction. */
  ODD_READ_ONLY("READ BINARY with the even instruction answers 6D00") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      refuse(chip, exchange -> exchange.ins() == Reads.EVEN, UNKNOWN_INSTRUCTION);
    }
  },
  /** No extended length. */
  SHORT_LENGTH_ONLY("commands of extended length answer 6700") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      chip.shortLengthOnly();
    }
  },
  /** Reads of 224 bytes are the longest. */
  LE_AT_MOST_224("READ BINARY for more than 224 bytes answers 6700") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      refuse(chip, asksForMoreThan(224), WRONG_LENGTH);
    }
  },
  /** Reads of 160 bytes are the longest. */
  LE_AT_MOST_160("READ BINARY for more than 160 bytes answers 6700") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      refuse(chip, asksForMoreThan(160), WRONG_LENGTH);
    }
  },
  /** Reads of 112 bytes are the longest. */
  LE_AT_MOST_112("READ BINARY for more than 112 bytes answers 6700") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      refuse(chip, asksForMoreThan(112), WRONG_LENGTH);
    }
  },
  /** A read past the end is wrong. */
  END_OF_FILE_6B00("READ BINARY past the end of the file answers 6B00") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      EndOfFile.OUTSIDE.into(chip, document);
    }
  },
  /** A read past the end is warned of. */
  END_OF_FILE_6282("READ BINARY past the end of the file gives what there is, with 6282") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      EndOfFile.WARNING.into(chip, document);
    }
  },
  /** A read past the end is corrected. */
  END_OF_FILE_6CXX(
      "READ BINARY past the end of the file answers 6Cxx with what is left; no extended length") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      EndOfFile.EXACT_LENGTH.into(chip, document);
    }
  },
  /** 61xx inside the channel. */
  PARTS_INSIDE("long answers come in parts by 61xx, each protected; no extended length") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      chip.shortLengthOnly().longAnswers(LongAnswers.CHAINED_INSIDE);
    }
  },
  /** 61xx outside the channel. */
  PARTS_OUTSIDE(
      "long protected answers come in parts by 61xx outside the channel; no extended length") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      chip.shortLengthOnly().longAnswers(LongAnswers.CHAINED_OUTSIDE);
    }
  },
  /** Delays after wrong keys. */
  SLOW_AFTER_FAILURE("every wrong key makes the next attempt a second slower") {
    @Override
    public void into(ChipImage.Builder chip, Document document) {
      chip.interference(new SlowAfterFailure());
    }
  };

  private static final int WRONG_LENGTH = 0x6700;
  private static final int NOT_ALLOWED = 0x6982;
  private static final int FILE_NOT_FOUND = 0x6A82;
  private static final int WRONG_PARAMETERS = 0x6A86;
  private static final int UNKNOWN_INSTRUCTION = 0x6D00;
  private static final int SELECT = 0xA4;
  private static final int MASTER_FILE = 0x3F00;

  private final String summary;

  Quirk(String summary) {
    this.summary = summary;
  }

  /** The name as a fault. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One English line about the chip. */
  public String summary() {
    return summary;
  }

  /** The quirk of that name. */
  public static Optional<Quirk> find(String id) {
    return Arrays.stream(values()).filter(quirk -> quirk.id().equals(id)).findFirst();
  }

  /** Gives a chip with that document the habit. */
  public abstract void into(ChipImage.Builder chip, Document document);

  private static void refuse(ChipImage.Builder chip, Predicate<Exchange> commands, int statusWord) {
    chip.interference(new Habit(commands, statusWord));
  }

  private static boolean selectsMasterFile(Exchange exchange) {
    return exchange.ins() == SELECT
        && exchange.p1p2() >> 8 == 0
        && exchange.fileId().orElse(MASTER_FILE) == MASTER_FILE;
  }

  private static boolean selectsSilently(Exchange exchange) {
    return exchange.ins() == SELECT && (exchange.p1p2() & 0xFF) == 0x0C;
  }

  private static boolean addressesCardAccess(Exchange exchange) {
    return exchange.phase() == Phase.PLAIN
        && exchange.fileId().stream().anyMatch(fid -> fid == Document.CARD_ACCESS);
  }

  private static boolean readsByShortIdentifier(Exchange exchange) {
    return exchange.ins() == Reads.EVEN && (exchange.p1p2() & 0x8000) != 0;
  }

  private static Predicate<Exchange> asksForMoreThan(int bytes) {
    return exchange -> Reads.isRead(exchange) && exchange.expectedLength() > bytes;
  }
}
