package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Cases of BSI TR-03105 Part 5.1 by the command")
final class InspectionCaseCommandTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "LDS_H_09, authentic, passive-authentication.signature, passed, 0",
    "LDS_H_70, authentic, passive-authentication.signature, passed, 0",
    "LDS_H_43, not-authentic, passive-authentication.hash.dg2, failed hash-mismatch, 1",
    "LDS_H_84, not-authentic, content-conformance, failed signer-version-wrong, 1",
    "LDS_K_03, not-authentic, content-conformance, failed extended-length-malformed, 1",
  })
  void aCaseRunsOnItsOwnDocument(
      String id, String verdict, String check, String outcome, int exit) {
    CardRun run =
        CardRun.of("inspect", "--simulated", "--policy", "strict", "--fault", id, "--json");

    assertEquals(verdict, run.json().path("verdict").asText(), run.out() + run.err());
    assertEquals(outcome, run.check(check));
    assertEquals(exit, run.exit());
    assertEquals(
        Instant.parse("2020-01-01T00:00:00Z"), Instant.parse(run.json().path("now").asText()));
  }

  @Test
  @DisplayName("under counter a defect that is signed is a remark")
  void underCounterADefectIsARemark() {
    CardRun run =
        CardRun.of("inspect", "--simulated", "cccd-2021", "--fault", "LDS_H_84", "--json");

    assertEquals("authentic", run.json().path("verdict").asText(), run.out() + run.err());
    assertTrue(run.json().path("remarks").toString().contains("signer-version-wrong"), run.out());
  }

  @Test
  @DisplayName("the list of faults has the cases by their units")
  void theListHasTheCases() {
    CardRun run = CardRun.of("simulate", "--list-faults");

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.out().contains("clone"), run.out());
    assertTrue(run.out().contains("unit sod"), run.out());
    assertTrue(
        run.out().lines().anyMatch(line -> line.matches("LDS_H_43 +fail, bac: .*DG2.*")),
        run.out());
  }
}
