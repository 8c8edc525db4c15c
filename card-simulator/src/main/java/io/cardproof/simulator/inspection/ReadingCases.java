package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.issuer.FaceFile;
import io.cardproof.simulator.issuer.FaceFile.Coding;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.picture.Face;
import io.cardproof.simulator.picture.Jpeg2000File;
import io.cardproof.simulator.picture.Portrait;
import io.cardproof.simulator.quirk.Quirk;
import io.cardproof.simulator.quirk.Reads;
import java.util.Arrays;
import java.util.Map;

/** The chips of the unit {@code reading}: files that are hard to get, or are not there. */
final class ReadingCases {
  private static final int DG1 = Document.DG_BASE + 1;
  private static final int DG2 = Document.DG_BASE + 2;
  private static final int FILE_NOT_FOUND = 0x6A82;
  private static final int PAST_EVEN_OFFSETS = 0x8000;
  private static final int LARGE_PORTRAIT = 45_000;

  private ReadingCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "ISO7816_C_01", withoutDg1(),
        "ISO7816_C_02", largePortrait(),
        "ISO7816_C_03", CaseFault.none(),
        "ISO7816_C_04", habit(Quirk.END_OF_FILE_6B00),
        "ISO7816_C_05", habit(Quirk.END_OF_FILE_6282),
        "ISO7816_C_06", habit(Quirk.END_OF_FILE_6CXX),
        "ISO7816_C_07", habit(Quirk.ODD_READ_ONLY));
  }

  private static CaseFault withoutDg1() {
    return new CaseFault() {
      @Override
      public void chip(ChipImage.Builder chip, Document document) {
        chip.statusFor(DG1, FILE_NOT_FOUND);
      }
    };
  }

  private static CaseFault habit(Quirk quirk) {
    return new CaseFault() {
      @Override
      public void chip(ChipImage.Builder chip, Document document) {
        quirk.into(chip, document);
      }
    };
  }

  private static CaseFault largePortrait() {
    return new CaseFault() {
      @Override
      public Document unsigned(Document document, RandomSource random) {
        byte[] image = Jpeg2000File.codeStream(Face.PILAR, LARGE_PORTRAIT);
        return document.with(
            DG2, FaceFile.iso19794(image, Coding.JPEG_2000, Portrait.WIDTH, Portrait.HEIGHT));
      }

      @Override
      public void chip(ChipImage.Builder chip, Document document) {
        chip.interference(ChipFault.plain(ReadingCases::withinEvenOffsets));
      }
    };
  }

  private static Answer withinEvenOffsets(Exchange exchange, Answer answer) {
    if (exchange.ins() != Reads.EVEN) {
      return answer;
    }
    byte[] data = answer.data();
    int room = PAST_EVEN_OFFSETS - Reads.offset(exchange);
    return data.length <= room ? answer : answer.withData(Arrays.copyOf(data, room));
  }
}
