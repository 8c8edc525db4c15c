package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("card verify: evidence is judged afresh")
final class VerifyCommandTest {
  private static final String CHALLENGE = "0011223344556677";

  @TempDir static Path directory = Path.of("");
  private static Path evidence = Path.of("");
  private static Path trust = Path.of("");
  private static CardRun live = CardRun.of("--version");

  @BeforeAll
  static void capture() {
    evidence = directory.resolve("card.evidence");
    trust = directory.resolve("test.pem");
    live =
        CardRun.of(
            "inspect",
            "--simulated",
            "--challenge",
            CHALLENGE,
            "--evidence",
            evidence.toString(),
            "--export-trust",
            trust.toString(),
            "--json");
    assertEquals(0, live.exit(), live.out() + live.err());
  }

  @Test
  @DisplayName("reaches the same checks as the live inspection; the challenge proves presence")
  void reachesTheSameChecks() {
    CardRun run = verify("--challenge", CHALLENGE);

    assertEquals(0, run.exit(), run.out() + run.err());
    assertEquals(outcomes(live.json()), outcomes(run.json()));
    assertEquals("proven", live.json().path("presence").asText());
    assertEquals("proven", run.json().path("presence").asText());
    assertEquals(live.json().path("holder"), run.json().path("holder"));
    assertEquals(live.json().path("reading"), run.json().path("reading"));
  }

  @Test
  @DisplayName("without a challenge the presence is only witnessed")
  void withoutChallengeWitnessed() {
    CardRun run = verify();

    assertEquals(0, run.exit(), run.out() + run.err());
    assertEquals("witnessed", run.json().path("presence").asText());
  }

  @Test
  @DisplayName("another challenge than the expected one changes the verdict")
  void anotherChallengeIsNotAuthentic() {
    CardRun run = verify("--challenge", "ffffffffffffffff");

    assertEquals(1, run.exit(), run.out() + run.err());
    assertTrue(run.out().contains("challenge-mismatch"), run.out());
  }

  @Test
  @DisplayName("without trust: inconclusive, and stderr says what to do")
  void withoutTrustInconclusive() {
    CardRun run = CardRun.of("verify", evidence.toString(), "--json");

    assertEquals(2, run.exit(), run.out() + run.err());
    assertTrue(run.err().contains("--trust"), run.err());
    assertFalse(run.json().has("holder"));
  }

  @Test
  @DisplayName("--at moves now: the same evidence is expired in 2090, exit 6")
  void atMovesNow() {
    CardRun run = verify("--at", "2090-01-01");

    assertEquals(6, run.exit(), run.out() + run.err());
    assertEquals("expired", run.json().path("verdict").asText());
    assertEquals("2090-01-01T00:00:00Z", run.json().path("now").asText());
  }

  @Test
  @DisplayName("evidence is readable by its owner only")
  void evidenceIsPrivate() throws IOException {
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(evidence)));
  }

  @Test
  @DisplayName("damaged evidence ends with 65 and names file and place")
  void damagedEvidence() throws IOException {
    byte[] whole = Files.readAllBytes(evidence);
    Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
    Path text = Files.writeString(directory.resolve("text"), "this is no evidence");
    Path empty = Files.write(directory.resolve("empty"), new byte[0]);
    for (Path file : new Path[] {cut, text, empty}) {
      CardRun run = CardRun.of("verify", file.toString(), "--json");
      assertEquals(65, run.exit(), run.out() + run.err());
      assertEquals("malformed-input", run.json().path("error").path("code").asText());
      assertTrue(
          run.json().path("error").path("source").asText().contains(file.getFileName().toString()),
          run.out());
      assertFalse(run.json().path("error").path("place").asText().isEmpty(), run.out());
    }
  }

  @Test
  @DisplayName("a missing file ends with 65 and is named")
  void missingFile() {
    CardRun run = CardRun.of("verify", directory.resolve("nothing").toString());

    assertEquals(65, run.exit());
    assertTrue(run.err().contains("nothing"), run.err());
  }

  @Test
  @DisplayName("a damaged trust file ends with 65 and is named")
  void damagedTrust() throws IOException {
    Path damaged =
        Files.writeString(
            directory.resolve("damaged.pem"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    CardRun run = CardRun.of("verify", evidence.toString(), "--trust", damaged.toString());

    assertEquals(65, run.exit(), run.out() + run.err());
    assertTrue(run.err().contains("damaged.pem"), run.err());
  }

  @Test
  @DisplayName("photo and signer certificate are written for a verdict with a holder")
  void writesPhotoAndSigner() throws IOException {
    Path photo = directory.resolve("photo.jpg");
    Path pem = directory.resolve("signer.pem");
    Path der = directory.resolve("signer.der");
    verify("--photo", photo.toString(), "--signer-cert", pem.toString());
    verify("--signer-cert", der.toString());

    assertEquals((byte) 0xFF, Files.readAllBytes(photo)[0]);
    assertTrue(Files.readString(pem).startsWith("-----BEGIN CERTIFICATE-----\n"));
    assertEquals((byte) 0x30, Files.readAllBytes(der)[0]);
  }

  private static CardRun verify(String... more) {
    String[] first = {"verify", evidence.toString(), "--trust", trust.toString(), "--json"};
    String[] args = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return CardRun.of(args);
  }

  private static Map<String, String> outcomes(JsonNode report) {
    Map<String, String> outcomes = new TreeMap<>();
    for (JsonNode check : report.path("checks")) {
      outcomes.put(
          check.path("id").asText(),
          check.path("status").asText() + " " + check.path("reason").asText());
    }
    return outcomes;
  }
}
