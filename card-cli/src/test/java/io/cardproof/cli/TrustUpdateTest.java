package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("card trust update: from a server on this machine")
final class TrustUpdateTest {
  @TempDir static Path shared = Path.of("");
  private static byte[] anchors = {};

  @TempDir Path data = Path.of("");
  private final Set<String> served = new HashSet<>();
  private HttpServer server = start();

  @BeforeAll
  static void anchors() throws IOException {
    anchors = Files.readAllBytes(StoreUser.anchors(shared, "cccd-2021"));
  }

  @BeforeEach
  void addresses() {
    serve("/csca.pem", anchors);
    serve("/page.html", "<html></html>".getBytes(StandardCharsets.UTF_8));
    redirect("/moved", "/csca.pem");
    redirect("/to-file", "file:///etc/hosts");
    redirect("/round", "/round");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  @DisplayName("what comes is taken after a yes; the second time it is unchanged")
  void takenAndUnchanged() {
    CardRun alone = update("--from", address("/csca.pem"));
    assertEquals(64, alone.exit(), alone.out() + alone.err());
    assertFalse(Files.exists(user().directory()), "nothing is kept without a yes");

    CardRun first = update("--yes", "--from", address("/csca.pem"));
    assertEquals(0, first.exit(), first.out() + first.err());
    assertEquals("new", outcome(first));
    assertEquals(anchors.length, first.json().path("fetched").path(0).path("bytes").asInt());
    assertEquals(1, first.json().path("store").path("anchors").asInt(), first.out());

    CardRun second = update("--from", address("/csca.pem"));
    assertEquals(0, second.exit(), second.out() + second.err());
    assertEquals("unchanged", outcome(second));
    assertEquals(
        first.json().path("store").path("sha256"), second.json().path("store").path("sha256"));
  }

  @Test
  @DisplayName("what was fetched keeps from where and when, as what was imported does")
  void provenance() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    update("--yes", "--from", address("/csca.pem"));
    JsonNode list = user().run("trust", "list", "--json").json();

    JsonNode source = list.path("certificates").path(0).path("provenance").path(0);
    assertTrue(source.path("source").asText().endsWith("csca.pem, PEM object 1"), list.toString());
    Instant imported = Instant.parse(source.path("imported").asText());
    assertFalse(imported.isBefore(before) || imported.isAfter(Instant.now()), list.toString());
  }

  @Test
  @DisplayName("a list that is older than the one held is left, exit 65, and taken by force")
  void older() {
    byte[] held = masterList("2025-06-01T00:00:00Z");
    byte[] older = masterList("2024-06-01T00:00:00Z");
    byte[] newer = masterList("2026-06-01T00:00:00Z");
    serve("/list.ml", held);
    assertEquals("new", outcome(update("--yes", "--from", address("/list.ml"))));

    serve("/list.ml", older);
    CardRun left = update("--yes", "--from", address("/list.ml"));
    assertEquals(65, left.exit(), left.out() + left.err());
    assertEquals("older", outcome(left));
    assertEquals(List.of("2025-06-01T00:00:00Z"), signedOfStore());

    CardRun forced = update("--yes", "--force", "--from", address("/list.ml"));
    assertEquals(0, forced.exit(), forced.out() + forced.err());
    assertEquals("new", outcome(forced));
    assertEquals(List.of("2024-06-01T00:00:00Z"), signedOfStore());

    serve("/list.ml", newer);
    assertEquals("new", outcome(update("--yes", "--from", address("/list.ml"))));
    assertEquals(List.of("2026-06-01T00:00:00Z"), signedOfStore());
  }

  @Test
  @DisplayName("a redirect by HTTP is followed")
  void redirects() {
    CardRun run = update("--yes", "--from", address("/moved"));
    assertEquals("new", outcome(run), run.out() + run.err());
  }

  @ParameterizedTest(name = "{0}: nothing comes, exit 4")
  @ValueSource(strings = {"/nowhere", "/to-file", "/round"})
  void nothingComes(String path) {
    CardRun run = update("--yes", "--from", address(path));

    assertEquals(4, run.exit(), run.out() + run.err());
    assertEquals("failed", outcome(run));
    assertFalse(Files.exists(user().directory()));
  }

  @Test
  @DisplayName("what the store would not import is refused, and costs the others nothing")
  void refused() {
    CardRun run = update("--yes", "--from", address("/page.html"), "--from", address("/csca.pem"));

    assertEquals(65, run.exit(), run.out() + run.err());
    JsonNode fetched = run.json().path("fetched");
    assertEquals("refused", fetched.path(0).path("outcome").asText());
    assertEquals("new", fetched.path(1).path("outcome").asText());
  }

  @Test
  @DisplayName("addresses may stand in the file \"sources\" of the store; without any it is usage")
  void addressesInAFile() throws IOException {
    assertEquals(64, update().exit());
    Files.createDirectories(user().directory());
    Files.writeString(
        user().directory().resolve("sources"), "# lists\n\n" + address("/csca.pem") + " # ours\n");

    CardRun run = update("--yes");
    assertEquals("new", outcome(run), run.out() + run.err());
  }

  @ParameterizedTest(name = "{0} is no address to fetch from")
  @ValueSource(
      strings = {
        "file:///etc/hosts",
        "ftp://host/x",
        "http://user:secret@host/x",
        "csca.pem",
        "x y"
      })
  void noAddress(String address) {
    CardRun run = update("--from", address);
    assertEquals(64, run.exit(), run.out() + run.err());
  }

  private StoreUser user() {
    return new StoreUser(data);
  }

  private CardRun update(String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "trust";
    arguments[1] = "update";
    arguments[2] = "--json";
    arguments[3] = "--test-anchors";
    System.arraycopy(more, 0, arguments, 4, more.length);
    return user().run(arguments);
  }

  /** When the lists were signed that brought what the store holds. */
  private List<String> signedOfStore() {
    return user()
        .run("trust", "list", "--json")
        .json()
        .path("certificates")
        .findValuesAsText("signed")
        .stream()
        .distinct()
        .toList();
  }

  private static byte[] masterList(String signing) {
    return UtopianList.signed(Instant.parse(signing));
  }

  private static String outcome(CardRun run) {
    return run.json().path("fetched").path(0).path("outcome").asText();
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void serve(String path, byte[] content) {
    if (!served.add(path)) {
      server.removeContext(path);
    }
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
  }

  private void redirect(String path, String target) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", target);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private static HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
