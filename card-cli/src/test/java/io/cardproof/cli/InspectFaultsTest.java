package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("card inspect --simulated: each fault has its verdict, reason and exit code")
final class InspectFaultsTest {
  @ParameterizedTest(name = "{0}: {1} by {2}, exit {4}")
  @CsvSource({
    "dg2-changed, not-authentic, passive-authentication.hash.dg2, failed hash-mismatch, 1",
    "untrusted-csca, not-authentic, passive-authentication.chain, failed signer-signature-invalid, 1",
    "clone, not-authentic, chip-authentication, failed clone-suspected, 1",
    "unknown-csca, inconclusive, passive-authentication.chain, inconclusive csca-unknown, 2",
    "expired, expired, document.expiry, failed expired, 6",
  })
  void faultIsFound(String fault, String verdict, String check, String outcome, int exit) {
    CardRun run = CardRun.of("inspect", "--simulated", "--fault", fault, "--json");

    assertEquals(verdict, run.json().path("verdict").asText(), run.out() + run.err());
    assertEquals(outcome, run.check(check));
    assertEquals(exit, run.exit());
  }

  @ParameterizedTest(name = "card gone at command {0}: unavailable, exit 4")
  @CsvSource({"1", "2", "5", "9", "12"})
  void removedCardIsUnavailable(int command) {
    CardRun run =
        CardRun.of("inspect", "--simulated", "--fault", "removed-at=" + command, "--json");

    assertEquals(4, run.exit(), run.out() + run.err());
    assertEquals("card-removed", run.json().path("error").path("code").asText());
    assertTrue(run.err().contains("leave it there"), run.err());
  }

  @Test
  @DisplayName("a chip that hides DG14 and DG15 although they are signed is inconclusive")
  void hiddenProofsAreInconclusive() {
    CardRun run = CardRun.of("inspect", "--simulated", "--fault", "no-proof-files", "--json");

    assertEquals(2, run.exit(), run.out() + run.err());
    assertEquals("inconclusive", run.json().path("verdict").asText());
  }

  @Test
  @DisplayName("the clone is named as one on the terminal, in both languages")
  void cloneIsNamed() {
    CardRun english = CardRun.of("inspect", "--simulated", "--fault", "clone", "--lang", "en");
    CardRun vietnamese = CardRun.of("inspect", "--simulated", "--fault", "clone", "--lang", "vi");

    assertTrue(english.out().contains("NOT AUTHENTIC"), english.out());
    assertTrue(english.out().contains("A COPY"), english.out());
    assertTrue(vietnamese.out().contains("BẢN SAO"), vietnamese.out());
    assertFalse(vietnamese.out().contains("Do not accept"), vietnamese.out());
  }
}
