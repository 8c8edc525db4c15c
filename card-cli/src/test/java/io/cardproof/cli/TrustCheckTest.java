package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.trust.ProfileDefect;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("card trust check, snapshot and remove")
final class TrustCheckTest {
  private static final Instant ISSUED = Instant.parse("2025-06-01T00:00:00Z");

  @TempDir static Path shared = Path.of("");
  private static Path citizen = Path.of("");
  private static Path passport = Path.of("");

  @TempDir Path data = Path.of("");

  @BeforeAll
  static void anchors() {
    citizen = StoreUser.anchors(shared, "cccd-2021");
    passport = StoreUser.anchors(shared, "passport-2010");
  }

  @Test
  @DisplayName("a sound store has nothing to do and ends with 0; what has expired is a note")
  void sound() {
    CardRun now = user().run("trust", "check", "--trust", citizen.toString(), "--json");
    assertEquals(0, now.exit(), now.out() + now.err());
    assertFalse(kinds(now).contains("expired"), now.out());

    CardRun later =
        user().run("trust", "check", "--trust", citizen.toString(), "--json", "--at", "2090-01-01");
    assertTrue(kinds(later).contains("expired"), later.out());
  }

  @Test
  @DisplayName("one flipped bit in a self-signed certificate is found, and ends with 1")
  void alteredSignature() throws IOException {
    Path altered = shared.resolve("altered.der");
    byte[] der = certificate(citizen);
    der[der.length - 1] ^= 1;
    Files.write(altered, der);
    CardRun run = user().run("trust", "check", "--trust", altered.toString(), "--json");

    assertEquals(1, run.exit(), run.out() + run.err());
    assertTrue(kinds(run).contains("self-signature-invalid"), run.out());
    CardRun text = user().run("trust", "check", "--trust", altered.toString());
    assertTrue(text.out().contains("SOMETHING TO DO"), text.out());
  }

  @Test
  @DisplayName("a certificate that is not valid yet is found")
  void notYetValid() {
    CardRun run =
        user().run("trust", "check", "--trust", citizen.toString(), "--json", "--at", "1990-01-01");
    assertEquals(1, run.exit(), run.out() + run.err());
    assertTrue(kinds(run).contains("not-yet-valid"), run.out());
  }

  @ParameterizedTest(name = "--lang {0} {1}: {2}")
  @CsvSource({
    "en, --all, SOMETHING TO DO",
    "vi, --all, CÓ VIỆC PHẢI LÀM",
    "en, --at=1990-01-01, SOMETHING TO DO",
    "vi, --at=1990-01-01, CÓ VIỆC PHẢI LÀM",
    "en, --at=2090-01-01, Expired",
    "vi, --at=2090-01-01, Đã hết hạn",
  })
  @DisplayName("a list with every defect reads well on 80 columns, in both languages")
  void defects(String language, String option, String said) throws IOException {
    Path list = Files.write(shared.resolve("utopia.ml"), UtopianList.ofDefects(ISSUED));
    CardRun run =
        user().run("trust", "check", "--trust", list.toString(), option, "--lang", language);

    assertEquals(1, run.exit(), run.out() + run.err());
    assertTrue(run.out().contains(said), run.out());
    assertTrue(run.widest() <= 80, run.out());
    for (ProfileDefect defect : ProfileDefect.values()) {
      assertFalse(language.equals("vi") && run.out().contains(defect.text()), defect + run.out());
    }
  }

  @ParameterizedTest(name = "--lang {0}: {1}")
  @CsvSource({"en, NOTHING TO DO", "vi, KHÔNG CÓ VIỆC PHẢI LÀM"})
  @DisplayName("a sound store, in both languages")
  void soundInWords(String language, String said) {
    CardRun run = user().run("trust", "check", "--trust", citizen.toString(), "--lang", language);

    assertEquals(0, run.exit(), run.out() + run.err());
    assertTrue(run.out().contains(said), run.out());
    assertTrue(run.widest() <= 80, run.out());
  }

  @ParameterizedTest(name = "--lang {0}: {1}")
  @CsvSource({"en, New keys", "vi, Khóa mới"})
  @DisplayName("what changed between two lists, in both languages")
  void changesInWords(String language, String said) throws IOException {
    Path list = Files.write(shared.resolve("utopia.ml"), UtopianList.ofDefects(ISSUED));
    CardRun run =
        user().run("trust", "check", citizen.toString(), list.toString(), "--lang", language);

    assertEquals(1, run.exit(), run.out() + run.err());
    assertTrue(run.out().contains(said), run.out());
    assertTrue(run.widest() <= 80, run.out());
  }

  @Test
  @DisplayName("two lists: added, removed, the same; ends with 1 if they differ, else with 0")
  void changes() {
    CardRun same = user().run("trust", "check", citizen.toString(), citizen.toString(), "--json");
    assertEquals(0, same.exit(), same.out() + same.err());
    assertEquals(1, same.json().path("same").asInt(), same.out());

    CardRun differ =
        user().run("trust", "check", citizen.toString(), passport.toString(), "--json");
    assertEquals(1, differ.exit(), differ.out() + differ.err());
    assertEquals(1, differ.json().path("added").size(), differ.out());
    assertEquals(1, differ.json().path("removed").size(), differ.out());
    assertEquals(64, user().run("trust", "check", citizen.toString()).exit());
  }

  @Test
  @DisplayName("a snapshot opens elsewhere as the same store, and its hash is that of the file")
  void snapshot() throws IOException {
    user().run("trust", "import", "--yes", "--test-anchors", citizen.toString());
    Path file = data.resolve("trust.snapshot");
    CardRun written = user().run("trust", "snapshot", file.toString());
    assertEquals(0, written.exit(), written.out() + written.err());
    String sha256 = written.out().substring(0, 64);
    assertEquals(sha256, Bytes.of(Files.readAllBytes(file)).sha256().toHex());

    StoreUser other = new StoreUser(data.resolve("other"));
    CardRun imported =
        other.run("trust", "import", file.toString(), "--yes", "--test-anchors", "--json");
    assertEquals(
        sha256,
        imported.json().path("store").path("sha256").asText(),
        imported.out() + imported.err());
  }

  @Test
  @DisplayName("a certificate is removed by its fingerprint, a source with all that it brought")
  void remove() {
    user()
        .run("trust", "import", "--yes", "--test-anchors", citizen.toString(), passport.toString());
    JsonNode list = user().run("trust", "list", "--country", "VN", "--json").json();
    String sha256 = list.path("certificates").path(0).path("sha256").asText();

    CardRun one = user().run("trust", "remove", sha256.substring(0, 10), "--json");
    assertEquals(1, one.json().path("store").path("anchors").asInt(), one.out() + one.err());
    CardRun source = user().run("trust", "remove", "passport-2010.pem", "--json");
    assertEquals(0, source.json().path("store").path("anchors").asInt(), source.out());
    assertEquals(65, user().run("trust", "remove", "passport-2010.pem").exit());
  }

  private StoreUser user() {
    return new StoreUser(data);
  }

  private static byte[] certificate(Path pem) throws IOException {
    String text = Files.readString(pem);
    String begin = "-----BEGIN CERTIFICATE-----";
    String body =
        text.substring(
            text.indexOf(begin) + begin.length(), text.indexOf("-----END CERTIFICATE-----"));
    return Base64.getMimeDecoder().decode(body);
  }

  private static String kinds(CardRun run) {
    StringBuilder kinds = new StringBuilder();
    run.json()
        .path("findings")
        .forEach(each -> kinds.append(each.path("kind").asText()).append(' '));
    return kinds.toString();
  }
}
