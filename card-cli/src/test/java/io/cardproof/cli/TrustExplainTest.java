package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.document.FileId;
import io.cardproof.evidence.EvidenceCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("card trust explain")
final class TrustExplainTest {
  @TempDir static Path shared = Path.of("");
  private static Path evidence = Path.of("");
  private static Path anchors = Path.of("");

  @TempDir Path data = Path.of("");

  @BeforeAll
  static void capture() {
    evidence = captured("genuine");
    anchors = shared.resolve("genuine.pem");
  }

  @Test
  @DisplayName("a trusted signer: the path, the candidate that made it, its source, revocation")
  void trusted() {
    CardRun run = explain(evidence, "--trust", anchors.toString());
    JsonNode said = run.json();

    assertEquals(0, run.exit(), run.out() + run.err());
    assertEquals(2, said.path("path").size(), run.out());
    JsonNode attempt = said.path("attempts").path(0);
    assertTrue(attempt.path("verified").asBoolean(), run.out());
    assertEquals("both", attempt.path("match").asText());
    assertEquals("given", attempt.path("provenance").path(0).path("pinning").asText());
    assertEquals("good", said.path("revocation").path("status").asText(), run.out());
  }

  @Test
  @DisplayName("nobody is trusted: open, with country and key identifier of what is needed")
  void unknown() {
    CardRun json = explain(evidence);
    assertEquals(2, json.exit(), json.out() + json.err());
    assertEquals("csca-unknown", json.json().path("reason").asText());

    String keyId = json.json().path("signer").path("authorityKeyId").asText();
    for (String language : new String[] {"en", "vi"}) {
      CardRun text =
          new StoreUser(data).run("trust", "explain", evidence.toString(), "--lang", language);
      assertTrue(text.out().contains("VN"), text.out());
      assertTrue(text.out().contains(keyId), text.out());
      text.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }
  }

  @Test
  @DisplayName("a forged signer: the candidate whose key did not sign it is named")
  void forged() {
    Path forged = captured("forged", "--fault", "untrusted-csca");
    CardRun run = explain(forged, "--trust", anchors.toString());

    assertEquals(1, run.exit(), run.out() + run.err());
    assertEquals("signer-signature-invalid", run.json().path("reason").asText());
    JsonNode attempt = run.json().path("attempts").path(0);
    assertEquals("signature-invalid", attempt.path("reason").asText(), run.out());
  }

  @Test
  @DisplayName("a security object by itself gives the same answer")
  void securityObject() throws Exception {
    byte[] sod = new EvidenceCodec().read(evidence).file(FileId.SOD).orElseThrow().toByteArray();
    Path file = Files.write(shared.resolve("EF_SOD.bin"), sod);

    assertEquals(
        explain(evidence, "--trust", anchors.toString()).out(),
        explain(file, "--trust", anchors.toString()).out());
  }

  @Test
  @DisplayName("a file that is none of these ends with 65")
  void noDocument() {
    assertEquals(65, explain(anchorsText()).exit());
  }

  private static Path anchorsText() {
    try {
      return Files.writeString(shared.resolve("text"), "no document");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CardRun explain(Path file, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "trust";
    arguments[1] = "explain";
    arguments[2] = file.toString();
    arguments[3] = "--json";
    System.arraycopy(more, 0, arguments, 4, more.length);
    return new StoreUser(data).run(arguments);
  }

  private static Path captured(String name, String... more) {
    Path file = shared.resolve(name + ".evidence");
    String[] arguments = new String[more.length + 8];
    arguments[0] = "inspect";
    arguments[1] = "--simulated";
    arguments[2] = "--seed";
    arguments[3] = "7";
    arguments[4] = "--evidence";
    arguments[5] = file.toString();
    arguments[6] = "--export-trust";
    arguments[7] = shared.resolve(name + ".pem").toString();
    System.arraycopy(more, 0, arguments, 8, more.length);
    CardRun.of(arguments);
    assertTrue(Files.exists(file), name);
    return file;
  }
}
