package io.cardproof.trust;

import io.cardproof.error.MalformedInputException;
import io.cardproof.fuzz.FuzzTarget;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The parsers of trust, for the fuzzer. */
public final class TrustParsers {
  private static final int SNAPSHOT_HEADER = 40;

  private TrustParsers() {}

  /** All of them, by the name of their corpus. */
  public static Map<String, FuzzTarget.Parser> all() {
    return Map.of(
        "certificate", content -> refusing(() -> CertificateView.of(content)),
        "crl", content -> file(content, ".crl"),
        "pem", content -> file(content, ".pem"),
        "pkcs7", content -> file(content, ".p7b"),
        "master-list", content -> file(content, ".ml"),
        "ldif", content -> file(content, ".ldif"),
        "deviation-list", content -> DeviationListReader.read(content, "fuzz"),
        "distrusted", content -> file(content, ".distrusted"),
        "snapshot", TrustParsers::snapshot);
  }

  private static void file(Bytes content, String ending)
      throws IOException, MalformedInputException {
    Path file = Files.createTempFile("fuzz", ending);
    try {
      Files.write(file, content.toByteArray());
      TrustStore.builder().allowTestAnchors().allowUnsignedLists().add(file).build();
    } finally {
      Files.delete(file);
    }
  }

  // With the right beginning and hash, since no fuzzer guesses those.
  private static void snapshot(Bytes content) throws MalformedInputException {
    Bytes whole = TrustSnapshot.encode(TrustStore.builder().build().contents());
    Bytes magic = whole.slice(0, SNAPSHOT_HEADER - 32);
    TrustSnapshot.decode(Bytes.concat(magic, content.sha256(), content), "fuzz");
  }

  // It says by an IllegalArgumentException that the bytes are wrong, and by nothing else.
  private static void refusing(Runnable parser) {
    try {
      parser.run();
    } catch (IllegalArgumentException e) {
      return;
    }
  }
}
