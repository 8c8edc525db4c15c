package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.SimulatedCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("card replay")
final class ReplayCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @ParameterizedTest(name = "gives the same bytes of JSON: {0}")
  @ValueSource(
      strings = {
        "cccd-2021",
        "passport-2010 --policy strict --all-files",
        "eac --terminal-key --challenge 0102030405060708",
        "cccd-2021 --fault clone --unverified --disclose religion",
        "passport --fault dg2-changed",
        "cccd-2021 --can 000000",
        "cccd-2021 --revocation required",
        "cccd-2021 --revocation off --policy legacy,portrait-not-read=remark,sha-1-until=2015-01-01"
      })
  void sameBytes(String arguments) {
    CardRun recorded = record(arguments);
    CardRun replayed = CardRun.of("replay", trace(), "--json", unverified(arguments));

    assertEquals(recorded.out(), replayed.out(), replayed.err());
    assertEquals(recorded.exit(), replayed.exit());
  }

  @Test
  @DisplayName("of a real card wants the key, and says where another one differs")
  void realCard() throws IOException {
    String trust = folder.resolve("trust.pem").toString();
    record("cccd-2021 --export-trust " + trust);
    String text = Files.readString(Path.of(trace()));
    String can = text.replaceAll("(?s).*set test-key can (\\d{6})\n.*", "$1");
    Files.writeString(Path.of(trace()), text.replaceAll("set test-key [^\n]*\n", ""));

    CardRun none = CardRun.of("replay", trace(), "--json");
    CardRun same = CardRun.fed(can, "replay", trace(), "--json", "--can", "-", "--trust", trust);
    CardRun other =
        CardRun.fed(
            can.equals("111111") ? "222222" : "111111", "replay", trace(), "--json", "--can", "-");

    assertEquals(64, none.exit());
    assertEquals(0, same.exit(), same.err());
    assertEquals(65, other.exit());
    assertTrue(other.json().path("error").path("place").asText().matches("exchange \\d+"));
    assertFalse(other.out().contains(can));
  }

  @Test
  @DisplayName("trusts nobody in a trace who is not for tests only")
  void realAnchor() throws IOException {
    record("cccd-2021");
    String text = Files.readString(Path.of(trace()));
    String anchor = text.replaceAll("(?s).*set test-anchors ([0-9a-f]+)\n.*", "$1");
    Files.writeString(Path.of(trace()), text.replace(anchor, withoutTestMark(anchor)));

    CardRun run = CardRun.of("replay", trace(), "--json");

    assertEquals(65, run.exit(), run.out());
    assertEquals("setting test-anchors", run.json().path("error").path("place").asText());
  }

  @Test
  @DisplayName("warns of a policy that is not a preset: who wrote the file chose it")
  void changedPolicy() throws IOException {
    record("cccd-2021 --fault signer-revoked");
    CardRun asRecorded = CardRun.of("replay", trace(), "--json");
    String text = Files.readString(Path.of(trace()));
    Files.writeString(
        Path.of(trace()),
        text.replace("set policy counter\n", "set policy counter,revocation=off\n"));
    CardRun milder = CardRun.of("replay", trace(), "--json");

    assertEquals(1, asRecorded.exit(), asRecorded.err());
    assertFalse(asRecorded.err().contains("preset"), asRecorded.err());
    assertEquals("counter,revocation=off", milder.json().path("policy").asText());
    assertTrue(milder.err().contains("not those of a preset"), milder.err());
  }

  @Test
  @DisplayName("ends with 65 for a hash of another length")
  void shortHash() throws IOException {
    record("cccd-2021");
    String text = Files.readString(Path.of(trace()));
    Files.writeString(
        Path.of(trace()),
        text.replaceFirst("set test-key", "set test-distrusted 00\nset test-key"));
    CardRun run = CardRun.of("replay", trace(), "--json");

    assertEquals(65, run.exit(), run.out());
    assertEquals("setting test-distrusted", run.json().path("error").path("place").asText());
  }

  @Test
  @DisplayName("of a document out of a folder is personal: it may be a real one")
  void folderIsNotMadeUp() throws IOException {
    SimulatedCard card = SimulatedCard.builder().persona("passport").build();
    Path document = Files.createDirectory(folder.resolve("document"));
    for (int group : List.of(1, 2)) {
      byte[] content = card.image().file(0x0100 + group).orElseThrow();
      Files.write(document.resolve("EF_DG" + group + ".bin"), content);
    }
    Files.write(document.resolve("EF_SOD.bin"), card.image().file(0x011D).orElseThrow());
    record(document.toString());

    assertFalse(Files.readString(Path.of(trace())).contains("set test-"));
  }

  @Test
  @DisplayName("ends with 65 for a file that is no trace")
  void noTrace() throws IOException {
    Files.writeString(Path.of(trace()), "# cardproof trace 2\n> 00\n> 00\n");
    CardRun run = CardRun.of("replay", trace(), "--json");
    assertEquals(65, run.exit());
    assertEquals("line 3", run.json().path("error").path("place").asText());
    assertEquals(65, CardRun.of("replay", folder.resolve("absent").toString()).exit());
  }

  /** The same certificate with the extension under another name. */
  private static String withoutTestMark(String anchor) {
    return anchor.replace("8295a984cde2a4aa9cc7", "8295a984cde2a4aa9cff");
  }

  private CardRun record(String arguments) {
    List<String> all =
        new ArrayList<>(List.of("inspect", "--json", "--trace", trace(), "--simulated"));
    all.addAll(List.of(arguments.split(" ")));
    return CardRun.of(all.toArray(new String[0]));
  }

  private static String unverified(String arguments) {
    return arguments.contains("--unverified") ? "--unverified" : "--lang=en";
  }

  private String trace() {
    return folder.resolve("card.trace").toString();
  }
}
