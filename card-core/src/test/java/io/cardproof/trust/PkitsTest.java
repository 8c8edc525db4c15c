package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.SharedData;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * The path validation suite of NIST, as far as it says something about country signers. Where the
 * field differs from the internet's rules, a line of exceptions says why; none may be stale.
 */
class PkitsTest {
  private static final Instant THEN = Instant.parse("2010-01-01T00:00:00Z");
  private static final String ANCHOR = "certs/TrustAnchorRootCertificate.crt";
  private static final int TESTS = 111;
  private static final Pattern LISTED =
      Pattern.compile("- 4\\.\\d+\\.\\d+ `(\\w+)`: (valid|invalid)");

  @Test
  void everyTestEndsAsExpectedOrHasItsReason() throws Exception {
    Map<String, Bytes> files = files();
    PathVerifier verifier =
        new PathVerifier(store(files), new SignatureAlgorithms(), AlgorithmTable.USUAL);
    Map<String, String> differing = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> expected = expected();
    for (Map.Entry<String, String> test : expected.entrySet()) {
      Bytes signer = Objects.requireNonNull(files.get("certs/" + test.getKey() + ".crt"));
      String said = outcome(verifier, signer);
      boolean same = said.equals("valid") == test.getValue().equals("valid");
      counts.merge(test.getValue() + (same ? ", as expected" : ", differs"), 1, Integer::sum);
      if (!same) {
        differing.put(test.getKey(), said);
      }
    }
    System.out.println("PKITS: " + counts);
    assertEquals(TESTS, expected.size());
    assertEquals(exceptions(), differing);
  }

  private static String outcome(PathVerifier verifier, Bytes der) {
    CertificateView signer;
    try {
      signer = CertificateView.of(der);
    } catch (IllegalArgumentException e) {
      return "unreadable";
    }
    try {
      SignerPath path = verifier.verify(signer);
      if (!signer.validAt(THEN)) {
        return "signer-not-valid";
      }
      if (!path.anchorValidAtIssue()) {
        return "csca-not-valid";
      }
      Revocation revocation = path.revocation().at(THEN);
      if (revocation instanceof Revocation.Revoked revoked) {
        return revoked.subject().id();
      }
      return revocation instanceof Revocation.Unknown unknown
          ? "revocation-" + unknown.cause().id()
          : "valid";
    } catch (PathException e) {
      return e.reason().id();
    }
  }

  private static TrustStore store(Map<String, Bytes> files) {
    List<StoredCertificate> anchors = new ArrayList<>();
    List<StoredCertificate> links = new ArrayList<>();
    List<RevocationList> lists = new ArrayList<>();
    files.forEach(
        (name, der) -> {
          try {
            if (name.endsWith(".crl")) {
              lists.add(RevocationList.of(der, name));
            } else if (!name.endsWith("EE.crt")) {
              (name.equals(ANCHOR) ? anchors : links)
                  .add(
                      new StoredCertificate(
                          CertificateView.of(der), List.of(Provenance.given(name))));
            }
          } catch (IllegalArgumentException e) {
            System.out.println("PKITS: cannot be read: " + name);
          }
        });
    return new TrustStore(
        new TrustContents(
            anchors, links, List.of(), lists, List.of(), Set.of(), List.of(), List.of()));
  }

  private static Map<String, Bytes> files() throws IOException {
    Map<String, Bytes> files = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(Files.newInputStream(SharedData.path("pkits/pkits.zip")))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), Bytes.of(zip.readAllBytes()));
        }
      }
    }
    return files;
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    Matcher lines = LISTED.matcher(Files.readString(SharedData.path("pkits/README.md")));
    while (lines.find()) {
      expected.put(lines.group(1), lines.group(2));
    }
    return expected;
  }

  // Each line: the test, what is said here, and the clause that makes the field differ.
  private static Map<String, String> exceptions() throws IOException {
    Map<String, String> exceptions = new TreeMap<>();
    try (InputStream in =
        Objects.requireNonNull(PkitsTest.class.getResourceAsStream("/pkits/exceptions.txt"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .forEach(
              parts -> {
                assertEquals(3, parts.length, "a reason for " + parts[0]);
                exceptions.put(parts[0], parts[1]);
              });
    }
    return exceptions;
  }
}
