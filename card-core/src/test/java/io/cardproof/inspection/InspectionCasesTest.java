package io.cardproof.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.inspection.Expected;
import io.cardproof.simulator.inspection.InspectionCase;
import io.cardproof.simulator.inspection.InspectionCases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An inspection system accepts and refuses what BSI TR-03105 Part 5.1 says it must. */
class InspectionCasesTest {
  private static final Path PAGE =
      Path.of(System.getProperty("cardproof.root", ".."), "docs", "inspection-cases.md");

  private static final String OPEN_CHIP = "open: access.downgrade no-access-control";

  /** What counter may leave out, and the remark it makes instead; a defect's is its reason. */
  private static final Map<String, String> FORGIVEN =
      Map.of(
          "content-conformance ", "",
          "consistency.presented presented-name-differs", "presented-name",
          "open: access.downgrade card-access-mismatch", "access-downgrade",
          "open: passive-authentication.revocation revocation-unknown", "revocation-unknown",
          "open: terminal-authentication ", "terminal-not-accepted");

  /** What was rebuilt from a title alone, or where title and purpose differ. */
  private static final List<String> DOUBTFUL =
      List.of(
          "ISO7816_C_03",
          "ISO7816_C_07",
          "ISO7816_C_08",
          "ISO7816_G_14",
          "ISO7816_G_15",
          "ISO7816_G_20",
          "ISO7816_G_34",
          "LDS_C_17",
          "LDS_C_18",
          "LDS_C_19",
          "LDS_C_20",
          "LDS_C_21",
          "LDS_C_22",
          "LDS_C_23",
          "LDS_C_24",
          "LDS_C_25",
          "LDS_C_26",
          "LDS_C_27",
          "LDS_H_53",
          "LDS_H_93");

  @Test
  void everyCaseIsJudgedAsThePageSays() throws Exception {
    CaseTable table = new CaseTable(CaseDecisions.load());
    for (InspectionCase each : InspectionCases.all()) {
      List<CaseRun> runs = runs(each);
      table.add(each, runs);
      runs.forEach(run -> assertGenuinenessIsJudgedAlike(each.id(), run));
    }
    System.out.println("Inspection cases: " + table.right() + " right under strict");
    if (Boolean.getBoolean("cardproof.write-inspection-cases")) {
      Files.writeString(PAGE, table.markdown());
    }
    assertEquals(Files.readString(PAGE), table.markdown());
  }

  // What counter leaves out is a remark of its own, and nothing that says who made the document.
  private static void assertGenuinenessIsJudgedAlike(String id, CaseRun run) {
    List<String> forgiven = new ArrayList<>(run.strict().findings());
    forgiven.removeAll(run.counter().findings());
    for (String finding : forgiven) {
      String rule =
          FORGIVEN.keySet().stream()
              .filter(finding::startsWith)
              .findFirst()
              .orElseThrow(() -> new AssertionError(id + " forgives " + finding));
      String remark = FORGIVEN.get(rule);
      assertTrue(
          run.counter().remarks().contains(remark.isEmpty() ? reason(finding) : remark),
          () -> id + " is silent about " + finding + ": " + run.counter().remarks());
    }
    List<String> added = new ArrayList<>(run.counter().findings());
    added.removeAll(run.strict().findings());
    added.remove(OPEN_CHIP);
    assertEquals(List.of(), added, id);
  }

  private static String reason(String finding) {
    return finding.substring(finding.lastIndexOf(' ') + 1);
  }

  @Test
  void whatThePlanLeavesInDoubtHasOurDecisionAndItsGround() throws Exception {
    CaseDecisions decisions = CaseDecisions.load();
    for (InspectionCase each : InspectionCases.all()) {
      if (each.expected() == Expected.UNKNOWN || DOUBTFUL.contains(each.id())) {
        assertFalse(decisions.ground(each.id()).isBlank(), each.id());
      }
    }
    assertTrue(
        InspectionCases.all().stream().map(InspectionCase::id).toList().containsAll(DOUBTFUL));
  }

  private static List<CaseRun> runs(InspectionCase of) throws Exception {
    List<CaseRun> runs = new ArrayList<>();
    for (InspectionCase chip : of.chips()) {
      runs.add(CaseRun.of(chip.id()));
    }
    return runs;
  }
}
