package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.cli.input.TerminalExport;
import io.cardproof.simulator.SimulatedCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("card inspect --terminal-key")
final class TerminalCommandTest {
  private static final String EAC = "eac";
  private static final int USAGE = 64;
  private static final int INPUT = 65;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  @DisplayName("without a value uses the key of the simulated card, and reads fingers and irises")
  void theCardsOwnKey() {
    CardRun run = CardRun.of("inspect", "--simulated", EAC, "--terminal-key", "--json");

    assertEquals(0, run.exit(), run.err());
    JsonNode terminal = run.json().path("terminalAuthentication");
    assertEquals("passed", terminal.path("status").asText());
    assertEquals("UTTESTCVCA00001", terminal.path("authority").asText());
    assertEquals(
        "[\"UTTESTDV00001\",\"UTTESTIS00001\"]", terminal.path("holderReferences").toString());
    assertEquals("[\"DG3\",\"DG4\"]", terminal.path("rights").toString());
    assertEquals("passed", run.check("passive-authentication.hash.dg3"));
    assertEquals("passed", run.check("passive-authentication.hash.dg4"));
  }

  @Test
  @DisplayName("is not needed for a verdict")
  void notGiven() {
    CardRun run = CardRun.of("inspect", "--simulated", EAC, "--json");

    assertEquals(0, run.exit(), run.err());
    assertEquals("not-tried", run.json().path("terminalAuthentication").path("status").asText());
    assertEquals(
        "not-applicable terminal-authentication-needed",
        run.check("passive-authentication.hash.dg3"));
  }

  @Test
  @DisplayName("takes a key file, and the certificates beside it")
  void keyFile() throws Exception {
    Path key = export();

    CardRun run =
        CardRun.of("inspect", "--simulated", EAC, "--terminal-key", key.toString(), "--json");

    assertEquals(0, run.exit(), run.err());
    assertEquals("passed", run.json().path("terminalAuthentication").path("status").asText());
    assertFalse(run.err().contains("chmod"), run.err());
  }

  @Test
  @DisplayName("takes certificates from elsewhere, and says what is missing")
  void certificates() throws Exception {
    Path key = export();
    String verifier = folder.resolve("chain-1.cvcert").toString();
    String terminal = folder.resolve("chain-2.cvcert").toString();

    CardRun whole =
        CardRun.of(
            "inspect",
            "--simulated",
            EAC,
            "--json",
            "--terminal-key",
            key.toString(),
            "--terminal-cert",
            verifier,
            terminal);
    CardRun half =
        CardRun.of(
            "inspect",
            "--simulated",
            EAC,
            "--json",
            "--terminal-key",
            key.toString(),
            "--terminal-cert",
            verifier);

    assertEquals("passed", whole.json().path("terminalAuthentication").path("status").asText());
    JsonNode missing = half.json().path("terminalAuthentication");
    assertEquals("failed", missing.path("status").asText());
    assertEquals("certificate-missing", missing.path("reason").asText());
    assertTrue(missing.path("detail").asText().contains("UTTESTCVCA00001"), missing.toString());
    assertEquals(0, half.exit(), "the verdict does not depend on it");
  }

  @Test
  @DisplayName("warns when others may read the key")
  void openKeyFile() throws Exception {
    Path key = export();
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    CardRun run = CardRun.of("inspect", "--simulated", EAC, "--terminal-key", key.toString());

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().contains("chmod 600"), run.err());
  }

  @Test
  @DisplayName("refuses what cannot be a key, by name and without quoting it")
  void badKeys() throws IOException {
    Path text = Files.writeString(folder.resolve("key.txt"), "no key, 271828");
    assertExit(INPUT, "--terminal-key", text.toString());
    assertExit(INPUT, "--terminal-key", folder.resolve("absent").toString());
    assertExit(
        INPUT,
        "--terminal-key",
        "pkcs11:pin-value=271828?module-path=/m.so",
        "--terminal-cert",
        text.toString());
    assertExit(USAGE, "--terminal-key", "pkcs11:object=a?module-path=/m.so");
    assertExit(USAGE, "--terminal-cert", text.toString());
  }

  @Test
  @DisplayName("says that a card has nothing behind it")
  void nothingBehindIt() {
    CardRun run = CardRun.of("inspect", "--simulated", "passport-2010", "--terminal-key");

    assertEquals(USAGE, run.exit());
  }

  @Test
  @DisplayName("is exported so that only its owner may read it")
  void exportedKey() throws Exception {
    Path key = export();

    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(key));
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of("chain-1.cvcert", "chain-2.cvcert", "terminal-key.der"),
          files.map(Path::getFileName).map(Path::toString).sorted().toList());
    }
  }

  private static void assertExit(int exit, String... options) {
    String[] arguments = new String[options.length + 4];
    System.arraycopy(new String[] {"inspect", "--simulated", EAC, "--json"}, 0, arguments, 0, 4);
    System.arraycopy(options, 0, arguments, 4, options.length);
    CardRun run = CardRun.of(arguments);
    assertEquals(exit, run.exit(), run.err());
    assertFalse((run.out() + run.err()).contains("271828"), run.err());
  }

  private Path export() throws Exception {
    SimulatedCard card = SimulatedCard.builder().persona(EAC).clock(Clock.systemUTC()).build();
    return TerminalExport.write(card, folder);
  }
}
