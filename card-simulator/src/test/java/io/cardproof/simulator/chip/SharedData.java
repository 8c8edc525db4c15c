package io.cardproof.simulator.chip;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shared test data beside the repository; skipped when absent, unless it is required. */
final class SharedData {
  private SharedData() {}

  static JsonNode json(String name) throws IOException {
    Path file = Path.of(System.getProperty("cardproof.root", ".."), "..", "shared", "data", name);
    if (!Files.exists(file)) {
      String required = System.getenv().getOrDefault("CARDPROOF_REQUIRE", "");
      if (required.contains("shared-data")) {
        throw new AssertionError("required shared data is absent: " + name);
      }
      assumeTrue(false, "no shared data beside this clone: " + name);
    }
    return new ObjectMapper().readTree(file.toFile());
  }
}
