package io.cardproof.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.simulator.inspection.InspectionCase;
import io.cardproof.simulator.inspection.InspectionCases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An inspection system accepts and refuses what BSI TR-03105 Part 5.1 says it must. */
class InspectionCasesTest {
  private static final Path PAGE =
      Path.of(System.getProperty("cardproof.root", ".."), "docs", "inspection-cases.md");

  @Test
  void everyCaseIsJudgedAsThePageSays() throws Exception {
    CaseTable table = new CaseTable(CaseDecisions.load());
    for (InspectionCase each : InspectionCases.all()) {
      table.add(each, runs(each));
    }
    System.out.println("Inspection cases: " + table.right() + " right under strict");
    if (Boolean.getBoolean("cardproof.write-inspection-cases")) {
      Files.writeString(PAGE, table.markdown());
    }
    assertEquals(Files.readString(PAGE), table.markdown());
  }

  private static List<CaseRun> runs(InspectionCase of) throws Exception {
    List<CaseRun> runs = new ArrayList<>();
    for (InspectionCase chip : of.chips()) {
      runs.add(CaseRun.of(chip.id()));
    }
    return runs;
  }
}
