package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.cli.talk.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("card trust: a store that inspect and verify use without --trust")
final class TrustStoreCommandTest {
  private static final Terminal TYPING = new Terminal(true, false, true, 80);

  @TempDir static Path shared = Path.of("");
  private static Path evidence = Path.of("");
  private static Path anchors = Path.of("");

  @TempDir Path data = Path.of("");

  @BeforeAll
  static void capture() {
    evidence = shared.resolve("card.evidence");
    anchors = shared.resolve("test.pem");
    CardRun run =
        CardRun.of(
            "inspect",
            "--simulated",
            "--evidence",
            evidence.toString(),
            "--export-trust",
            anchors.toString());
    assertEquals(0, run.exit(), run.out() + run.err());
  }

  @Test
  @DisplayName("what was imported is listed, shown, and makes a verdict")
  void imported() throws IOException {
    CardRun imported = imports("--test-anchors", "--yes");
    assertEquals(0, imported.exit(), imported.out() + imported.err());
    assertEquals(1, imported.json().path("store").path("added").asInt(), imported.out());

    JsonNode list = run("trust", "list", "--json").json();
    JsonNode first = list.path("certificates").path(0);
    assertEquals(imported.json().path("store").path("sha256"), list.path("store").path("sha256"));
    assertEquals("anchor", first.path("role").asText());
    assertEquals("VN", first.path("country").asText());
    assertTrue(first.path("testOnly").asBoolean());
    assertTrue(
        first.path("provenance").path(0).path("source").asText().startsWith("test.pem"),
        first.toString());
    String sha256 = first.path("sha256").asText();
    JsonNode shown = run("trust", "show", sha256.substring(0, 8), "--json").json();
    assertEquals(sha256, shown.path("certificates").path(0).path("sha256").asText());
    CardRun verified = run("verify", evidence.toString(), "--json");
    assertEquals(0, verified.exit(), verified.out() + verified.err());
    assertTrue(verified.json().path("testAnchor").asBoolean());
  }

  @Test
  @DisplayName("what is distrusted stays so, whoever vouches for it")
  void distrusted() throws IOException {
    imports("--test-anchors", "--yes");
    JsonNode list = run("trust", "list", "--json").json();
    String sha256 = list.path("certificates").path(0).path("sha256").asText();
    assertEquals(0, run("trust", "import", "--distrust", sha256).exit());

    CardRun verified = run("verify", evidence.toString(), "--json");
    assertEquals(1, verified.exit(), verified.out());
    assertTrue(verified.out().contains("csca-distrusted"), verified.out());
    imports("--test-anchors", "--yes");
    assertEquals(1, run("verify", evidence.toString()).exit());
    assertEquals(64, run("trust", "import", "--distrust", "12").exit());
  }

  @Test
  @DisplayName("an import is noted with its time, and again it is noted once")
  void importedAt() throws IOException {
    imports("--test-anchors", "--yes");
    imports("--test-anchors", "--yes");
    JsonNode list = run("trust", "list", "--json").json();
    JsonNode provenance = list.path("certificates").path(0).path("provenance");
    assertEquals(1, provenance.size(), provenance.toString());
    assertFalse(provenance.path(0).path("imported").isMissingNode(), provenance.toString());
  }

  @Test
  @DisplayName("the directory is its owner's alone")
  void theDirectoryIsPrivate() throws IOException {
    imports("--test-anchors", "--yes");
    Path store = data.resolve("cardproof").resolve("trust");

    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(store)));
    assertTrue(Files.exists(store.resolve("store.snapshot")));
  }

  @Test
  @DisplayName("without --test-anchors certificates for tests never enter the store")
  void testAnchorsStayOut() {
    CardRun imported = imports("--yes");

    assertEquals(0, imported.json().path("store").path("anchors").asInt(), imported.out());
    assertEquals(2, run("verify", evidence.toString()).exit());
  }

  @Test
  @DisplayName("a certificate that no list holds needs a yes: from a terminal or from --yes")
  void looseCertificatesNeedAYes() {
    CardRun alone = imports("--test-anchors");
    assertEquals(64, alone.exit(), alone.out() + alone.err());
    assertTrue(alone.err().contains("--yes"), alone.err());
    assertTrue(alone.err().matches("(?s).*SHA-256( [0-9a-f]{8}){8}.*"), alone.err());

    CardRun no = typed("n\n");
    assertEquals(64, no.exit(), no.out() + no.err());
    assertFalse(Files.exists(data.resolve("cardproof")));

    CardRun yes = typed("y\n");
    assertEquals(0, yes.exit(), yes.out() + yes.err());
    assertEquals(0, imports("--test-anchors").exit(), "what is trusted already needs no yes");
  }

  @Test
  @DisplayName("a file that cannot be read is refused with its reason and costs the others nothing")
  void aBadFileCostsTheOthersNothing() throws IOException {
    Path broken = Files.writeString(data.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\n");
    CardRun run = imports(broken.toString(), "--test-anchors", "--yes");

    assertEquals(65, run.exit(), run.out() + run.err());
    assertEquals("broken.pem", run.json().path("refused").path(0).path("source").asText());
    assertEquals(1, run.json().path("store").path("anchors").asInt(), run.out());
  }

  @Test
  @DisplayName("a folder of files still works, and the first import takes it in")
  void aFolderIsTakenIn() throws IOException {
    Path store = Files.createDirectories(data.resolve("cardproof").resolve("trust"));
    Files.copy(anchors, store.resolve("test.pem"));
    assertEquals(2, run("verify", evidence.toString()).exit(), "lying there is no decision");

    CardRun run = run("trust", "import", store.toString(), "--test-anchors", "--yes", "--json");
    assertEquals(1, run.json().path("store").path("anchors").asInt(), run.out() + run.err());
    assertEquals(0, run("verify", evidence.toString()).exit());
    assertTrue(run("verify", evidence.toString()).err().contains("not part of the store"));
  }

  @Test
  @DisplayName("the list fits 80 columns, in both languages")
  void theListFits() {
    imports("--test-anchors", "--yes");
    for (String language : new String[] {"en", "vi"}) {
      CardRun list = run("trust", "list", "--lang", language);
      assertEquals(0, list.exit(), list.err());
      assertTrue(list.out().contains("test.pem"), list.out());
      assertTrue(list.widest() <= 80, list.out());
      assertTrue(run("trust", "show", anchors.toString(), "--lang", language).exit() == 0);
    }
  }

  @Test
  @DisplayName("another country, or only what has expired, leaves nothing")
  void filters() {
    imports("--test-anchors", "--yes");

    assertEquals(1, listed("--country", "vnm"));
    assertEquals(0, listed("--country", "DE"));
    assertEquals(0, listed("--expired"));
    assertEquals(1, listed("--expired", "--at", "2090-01-01"));
  }

  private int listed(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "trust";
    arguments[1] = "list";
    arguments[2] = "--json";
    System.arraycopy(options, 0, arguments, 3, options.length);
    return run(arguments).json().path("certificates").size();
  }

  private CardRun typed(String answer) {
    return CardRun.with(
        answer, TYPING, here(), "trust", "import", anchors.toString(), "--test-anchors");
  }

  private CardRun imports(String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "trust";
    arguments[1] = "import";
    arguments[2] = "--json";
    arguments[3] = anchors.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return run(arguments);
  }

  private CardRun run(String... arguments) {
    return CardRun.with("", Terminal.none(), here(), arguments);
  }

  private Map<String, String> here() {
    return Map.of("XDG_DATA_HOME", data.toString());
  }
}
