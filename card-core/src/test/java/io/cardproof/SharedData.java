package io.cardproof;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The reference data beside the repository; tests that need it are skipped where it is absent. */
public final class SharedData {
  private SharedData() {}

  public static Path path(String relative) {
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

  public static Bytes bytes(String relative) throws IOException {
    return Bytes.of(Files.readAllBytes(path(relative)));
  }

  public static JsonNode json(String relative) throws IOException {
    return new ObjectMapper().readTree(path(relative).toFile());
  }
}
