package io.cardproof.simulator.inspection;

import static java.util.Map.entry;

import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.persona.Document;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The chips of the unit {@code dg1}. All have the machine readable zone of the plan; its state is
 * the one that signs the document.
 */
final class Dg1Cases {
  private static final int DG1 = Document.DG_BASE + 1;
  private static final int WIDTH = 44;
  private static final String FIRST = line("P<D<<MUSTERMANN<<ERIKA");
  private static final String SECOND = "C11T002JM4D<<9608122F2310314<<<<<<<<<<<<<<<4";

  private Dg1Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.ofEntries(
        entry("LDS_B_01", printed(FIRST, "C11T002JM4D<<9608122F2310314ZE184226B<<<<<16")),
        entry("LDS_B_02", printed("P<D<<MUSTERMANN<<ERIKA<ANNA<MARIA<LUISE<CHAR", SECOND)),
        entry("LDS_B_03", printed(line("P<D<<MUSTERMANN"), SECOND)),
        entry("LDS_B_04", printed(FIRST, "C11T002JM4D<<9608122F2310314<<<<<<<<<<<<<<04")),
        entry("LDS_B_05", file(FileChange.at(0, "62"))),
        entry("LDS_B_06", file(FileChange.length(-1))),
        entry("LDS_B_07", file(FileChange.length(1))),
        entry("LDS_B_08", first(line("Z<D<<MUSTERMANN<<ERIKA"))),
        entry("LDS_B_09", first(line("P<D1<MUSTERMANN<<ERIKA"))),
        entry("LDS_B_10", first(line("P<D<<"))),
        entry("LDS_B_11", first(line("P<D<<MUSTERFRAU<<ERIKA"))),
        entry("LDS_B_12", second("C11T002JN5D<<9608122F2310314<<<<<<<<<<<<<<<2")),
        entry("LDS_B_13", second("C11T002JM5D<<9608122F2310314<<<<<<<<<<<<<<<1")),
        entry("LDS_B_14", second("C11T002JM4D1<9608122F2310314<<<<<<<<<<<<<<<4")),
        entry("LDS_B_15", second("C11T002JM4D<<96A8122F2310314<<<<<<<<<<<<<<<4")),
        entry("LDS_B_16", second("C11T002JM4D<<9602304F2310314<<<<<<<<<<<<<<<0")),
        entry("LDS_B_17", second("C11T002JM4D<<9608123F2310314<<<<<<<<<<<<<<<7")),
        entry("LDS_B_18", second("C11T002JM4D<<9608122K2310314<<<<<<<<<<<<<<<4")),
        entry("LDS_B_19", second("C11T002JM4D<<9608122F23A0313<<<<<<<<<<<<<<<0")),
        entry("LDS_B_20", second("C11T002JM4D<<9608122F2302317<<<<<<<<<<<<<<<6")),
        entry("LDS_B_21", second("C11T002JM4D<<9608122F2310315<<<<<<<<<<<<<<<5")),
        entry("LDS_B_22", second("C11T002JM4D<<9608122F2310314<<<<<<<<<<<<<<15")),
        entry("LDS_B_23", second("C11T002JM4D<<9608122F2310314<<<<<<<<<<<<<<<5")),
        entry("LDS_B_24", file(ObjectChange.without(0x61, 0x5F1F))),
        entry("LDS_B_25", printed(FIRST, "C11T002JM4D<<9608<<7F2310314<<<<<<<<<<<<<<<4")),
        entry("LDS_B_26", printed(FIRST, "C11T002JM4D<<96<<126F2310314<<<<<<<<<<<<<<<2")),
        entry("LDS_B_27", printed(FIRST, "C11T002JM4D<<<<08121F2310314<<<<<<<<<<<<<<<8")),
        entry("LDS_B_28", printed(FIRST, "C11T002JM4D<<<<<<<<0F2310314<<<<<<<<<<<<<<<6")));
  }

  /** The same lines in DG1 and on the data page. */
  private static CaseFault printed(String first, String second) {
    return new Zone(first, second, first, second, UnaryOperator.identity());
  }

  private static CaseFault first(String line) {
    return new Zone(FIRST, SECOND, line, SECOND, UnaryOperator.identity());
  }

  private static CaseFault second(String line) {
    return new Zone(FIRST, SECOND, FIRST, line, UnaryOperator.identity());
  }

  private static CaseFault file(UnaryOperator<byte[]> change) {
    return new Zone(FIRST, SECOND, FIRST, SECOND, change);
  }

  private static String line(String start) {
    return start + "<".repeat(WIDTH - start.length());
  }

  private record Zone(
      String printedFirst,
      String printedSecond,
      String first,
      String second,
      UnaryOperator<byte[]> change)
      implements CaseFault {
    @Override
    public Document unsigned(Document document, RandomSource random) {
      String state = state(document);
      byte[] dg1 = DataGroups.dg1(List.of(of(state, first, 2), of(state, second, 10)));
      return document.toBuilder()
          .mrz(List.of(of(state, printedFirst, 2), of(state, printedSecond, 10)))
          .file(DG1, change.apply(dg1))
          .build();
    }

    private static String state(Document document) {
      String line = document.mrz().get(0);
      if (line.length() != WIDTH) {
        throw new IllegalArgumentException("the case needs a passport");
      }
      return line.substring(2, 5);
    }

    // No check digit covers the state.
    private static String of(String state, String line, int at) {
      String usual = "D<<";
      return line.startsWith(usual, at)
          ? line.substring(0, at) + state + line.substring(at + usual.length())
          : line;
    }
  }
}
