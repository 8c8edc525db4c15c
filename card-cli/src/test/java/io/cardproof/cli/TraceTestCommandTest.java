package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.MadeUpTrace;
import io.cardproof.report.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("card trace test")
final class TraceTestCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  @DisplayName("keeps a made-up trace as it is, with what it comes to")
  void pair() throws Exception {
    record("id-pin");

    CardRun run = test("--name", "pair");

    assertEquals(0, run.exit(), run.err());
    assertEquals(Files.readString(trace()), Files.readString(folder.resolve("pair.trace")));
    List<String> expected = Files.readAllLines(folder.resolve("pair.expected"));
    assertEquals("outcome authentic", expected.get(0));
    assertEquals(
        expected, Findings.of(MadeUpTrace.read(folder.resolve("pair.trace")).replay()).lines());
  }

  @Test
  @DisplayName("leaves away what a finding does not need")
  void reduced() throws Exception {
    record("id-pin --fault signer-revoked --all-files");

    CardRun run = test("--finding", "signer-revoked", "--fault", "signer-revoked");

    assertEquals(0, run.exit(), run.err());
    Path reduced = folder.resolve("signer-revoked.trace");
    assertTrue(Files.size(reduced) < Files.size(trace()) / 2, "it is not half as long");
    List<String> findings = Files.readAllLines(folder.resolve("signer-revoked.expected"));
    assertEquals("outcome not-authentic", findings.get(0));
    assertTrue(
        findings.contains("passive-authentication.revocation failed signer-revoked"),
        findings::toString);
    assertFalse(findings.toString().contains("hash.dg7"), findings::toString);
    assertEquals(findings, Findings.of(MadeUpTrace.read(reduced).replay()).lines());
  }

  @Test
  @DisplayName("ends with 65 where the trace, or the made-up one, does not have the finding")
  void noFinding() {
    record("id-pin --fault signer-revoked");

    CardRun absent = test("--finding", "clone-suspected");
    assertEquals(65, absent.exit());
    assertTrue(absent.err().contains("clone-suspected"), absent.err());
    CardRun notMadeUp = test("--finding", "signer-revoked", "--fault", "dg2-changed");
    assertEquals(65, notMadeUp.exit());
    assertTrue(notMadeUp.err().contains("--fault"), notMadeUp.err());
    assertFalse(Files.exists(folder.resolve("signer-revoked.trace")));
  }

  @Test
  @DisplayName("takes a whole line of the findings, and calls the files by its last word")
  void line() throws Exception {
    record("passport-2010 --fault expired");

    CardRun run = test("--finding", "document.expiry failed expired");

    assertEquals(0, run.exit(), run.err());
    assertTrue(Files.exists(folder.resolve("expired.trace")), run.out());
  }

  @Test
  @DisplayName(
      "never writes over the recorded trace, nor under a name or in a folder that cannot be")
  void targets() throws Exception {
    record("passport-2010");
    String before = Files.readString(trace());

    assertEquals(64, test("--name", "whole").exit());
    assertEquals(64, test("--name", "../whole").exit());
    Files.createLink(folder.resolve("alias.expected"), trace());
    assertEquals(64, test("--name", "alias").exit());
    assertEquals(before, Files.readString(trace()));
    CardRun nowhere =
        CardRun.of("trace", "test", trace().toString(), "-o", folder.resolve("none").toString());
    assertEquals(65, nowhere.exit(), nowhere.err());
  }

  private void record(String arguments) {
    String all = "inspect --json --trace " + trace() + " --simulated " + arguments;
    CardRun.of(all.split(" "));
  }

  private CardRun test(String... options) {
    List<String> all =
        new ArrayList<>(List.of("trace", "test", trace().toString(), "-o", folder.toString()));
    all.addAll(List.of(options));
    return CardRun.of(all.toArray(new String[0]));
  }

  private Path trace() {
    return folder.resolve("whole.trace");
  }
}
