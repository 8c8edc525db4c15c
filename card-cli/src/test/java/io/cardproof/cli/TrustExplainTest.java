package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.document.FileId;
import io.cardproof.evidence.EvidenceCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
      assertTrue(text.widest() <= 80, text.out());
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

  @ParameterizedTest(name = "{0}: exit {1} {2}, as the inspection says")
  @CsvSource({
    "csca-expired, 1, csca-not-valid",
    "signer-expired, 1, signer-not-valid",
    "signer-revoked, 1, signer-revoked",
    "csca-distrusted, 1, csca-distrusted",
    "signer-distrusted, 1, signer-distrusted",
    "csca-linked, 0, ''",
    "csca-link-missing, 2, csca-unknown",
    "unknown-csca, 2, csca-unknown",
    "untrusted-csca, 1, signer-signature-invalid",
  })
  void issuingFaults(String fault, int exit, String reason) {
    Path document = captured(fault, "--fault", fault);
    String[] trust = trust(fault);

    CardRun verified = run(trust, "verify", document.toString(), "--json");
    assertEquals(exit, verified.exit(), verified.out() + verified.err());
    assertEquals(reason, refusal(verified.json()), verified.out());

    CardRun explained = run(trust, "trust", "explain", document.toString(), "--json");
    assertEquals(exit, explained.exit(), explained.out() + explained.err());
    assertEquals(reason, explained.json().path("reason").asText(), explained.out());
    assertEquals(
        verified.json().path("signingReference"), explained.json().path("signingReference"));
  }

  @ParameterizedTest(name = "{0} --lang {1}: {2}, on 80 columns")
  @CsvSource({
    "genuine, en, PATH FOUND",
    "genuine, vi, TÌM THẤY ĐƯỜNG",
    "csca-linked, en, PATH FOUND",
    "csca-linked, vi, TÌM THẤY ĐƯỜNG",
    "signer-expired, en, PATH REFUSED",
    "signer-expired, vi, ĐƯỜNG BỊ TỪ CHỐI",
    "signer-distrusted, en, NO PATH",
    "signer-distrusted, vi, KHÔNG CÓ ĐƯỜNG",
  })
  void text(String fault, String language, String outcome) {
    Path document = fault.equals("genuine") ? evidence : captured(fault, "--fault", fault);
    CardRun run = run(trust(fault), "trust", "explain", document.toString(), "--lang", language);

    assertTrue(run.out().contains(outcome), run.out());
    assertTrue(run.widest() <= 80, run.out());
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

  @Test
  @DisplayName("a certificate by itself was signed by nobody: no signing reference, the same path")
  void certificate() throws IOException {
    CardRun document = explain(evidence, "--trust", anchors.toString());
    Path file = shared.resolve("signer.pem");
    CardRun.of("verify", evidence.toString(), "--signer-cert", file.toString());
    CardRun certificate = explain(file, "--trust", anchors.toString());

    assertEquals(0, certificate.exit(), certificate.out() + certificate.err());
    assertEquals(document.json().path("path"), certificate.json().path("path"));
    assertTrue(document.json().has("signingReference"), document.out());
    assertFalse(certificate.json().has("signingReference"), certificate.out());
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

  /** What a simulated card is judged by: its authority, and whom it wants distrusted. */
  private static String[] trust(String name) {
    String anchors = shared.resolve(name + ".pem").toString();
    String distrusted = anchors + ".distrusted";
    return Files.exists(Path.of(distrusted))
        ? new String[] {"--trust", anchors, "--trust", distrusted}
        : new String[] {"--trust", anchors};
  }

  private CardRun run(String[] trust, String... command) {
    return new StoreUser(data)
        .run(Stream.of(command, trust).flatMap(Stream::of).toArray(String[]::new));
  }

  /** The first reason for which a document is not authentic, or for which nobody can say. */
  private static String refusal(JsonNode report) {
    for (JsonNode check : report.path("checks")) {
      if (Set.of("failed", "inconclusive").contains(check.path("status").asText())) {
        return check.path("reason").asText();
      }
    }
    return "";
  }

  private static Path captured(String name, String... more) {
    Path file = shared.resolve(name + ".evidence");
    if (Files.exists(file)) {
      return file;
    }
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
