package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The reference data beside the repository; tests that need it are skipped where it is absent. */
final class SharedFiles {
  static final String GERMAN = "master-lists/DE_ML_2026-05-28-08-28-45.ml";
  static final String GERMAN_ROOT = "master-lists/DE_ROOT_CA_CSCA07.cer";
  static final String DUTCH = "master-lists/NL_ML_2026-07-22.ml";
  static final String DUTCH_ROOT = "master-lists/NL_ROOT_CA.cer";

  private SharedFiles() {}

  static Path path(String relative) {
    Path path =
        Path.of(System.getProperty("cardproof.root", ".."), "..", "shared", "data")
            .resolve(relative);
    String message = "reference data is absent: " + relative;
    if (Optional.ofNullable(System.getenv("CARDPROOF_REQUIRE"))
        .orElse("")
        .contains("shared-data")) {
      assertTrue(Files.exists(path), message);
    }
    assumeTrue(Files.exists(path), message);
    return path;
  }
}
