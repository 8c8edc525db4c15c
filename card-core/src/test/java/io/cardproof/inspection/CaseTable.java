package io.cardproof.inspection;

import io.cardproof.simulator.inspection.Expected;
import io.cardproof.simulator.inspection.InspectionCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of {@code docs/inspection-cases.md}. */
final class CaseTable {
  private static final String NOT_YET = "not simulated yet";
  private static final String INTRODUCTION =
      """
      # Inspection cases

      Every case of BSI TR-03105 Part 5.1, what it expects, and what the library said under the policies
      `strict` and `counter`. *Accepted* means that no check failed and nothing is open but
      `chip-proof-none`. `card simulate --list-faults` says what each chip differs in,
      `card inspect --simulated --policy strict --fault ID` runs one. What `strict` finds, `counter` finds
      as well or remarks, and remarks only what touches neither signatures nor the chip's proofs: content,
      access that was offered otherwise, what the terminal could not show, a revocation that nobody knows.

      This page is generated: `InspectionCasesTest` fails when a row changes, and writes it with
      `-Dcardproof.write-inspection-cases=true`. A decision in brackets is ours, with its ground in the last
      column.

      """;

  private final CaseDecisions decisions;
  private final List<Row> rows = new ArrayList<>();

  private record Row(InspectionCase of, String expected, List<CaseRun> runs, boolean right) {}

  CaseTable(CaseDecisions decisions) {
    this.decisions = decisions;
  }

  /**
   * One more row.
   *
   * @param runs one for each chip of the case; none while it is not simulated
   */
  void add(InspectionCase of, List<CaseRun> runs) {
    Expected expected = decisions.expected(of.id()).orElse(of.expected());
    boolean right = !runs.isEmpty() && runs.stream().allMatch(run -> fits(expected, run.strict()));
    String text = of.expected().id();
    rows.add(
        new Row(
            of, expected == of.expected() ? text : text + " (" + expected.id() + ")", runs, right));
  }

  private static boolean fits(Expected expected, CaseOutcome outcome) {
    return switch (expected) {
      case PASS -> outcome.accepted();
      case FAIL -> !outcome.accepted();
      case CONDITIONAL -> true;
      case UNKNOWN -> false;
    };
  }

  /** How many rows with a definite expectation came out as expected under strict. */
  long right() {
    return definite().stream().filter(Row::right).count();
  }

  String markdown() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append(
        String.format(
            Locale.ROOT,
            "Of %d rows with a definite expectation %d are right under `strict`; %d of %d rows are"
                + " simulated.\n\n",
            definite().size(),
            right(),
            rows.stream().filter(row -> !row.runs().isEmpty()).count(),
            rows.size()));
    page.append("| case | unit | expected | strict | counter | right | ground |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    rows.forEach(row -> page.append(line(row)).append('\n'));
    return page.toString();
  }

  private List<Row> definite() {
    return rows.stream()
        .filter(row -> row.of().expected() == Expected.PASS || row.of().expected() == Expected.FAIL)
        .toList();
  }

  private String line(Row row) {
    InspectionCase of = row.of();
    return "| "
        + String.join(
            " | ",
            of.id(),
            of.unit(),
            row.expected(),
            said(row, run -> run.strict().text()),
            said(row, CaseRun::counterText),
            row.right() ? "yes" : "no",
            decisions.ground(of.id()))
        + " |";
  }

  // What was said of several chips is said once where it is the same.
  private static String said(Row row, Function<CaseRun, String> policy) {
    if (row.runs().isEmpty()) {
      return NOT_YET;
    }
    String said = row.runs().stream().map(policy).distinct().collect(Collectors.joining(" / "));
    return row.runs().size() == 1 ? said : said + " (" + row.runs().size() + " chips)";
  }
}
