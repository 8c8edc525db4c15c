package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("With --json every failure is one object that says what and where")
final class JsonErrorsTest {
  @ParameterizedTest(name = "card {0}")
  @ValueSource(
      strings = {
        "inspect --simulated --json --bogus",
        "inspect --json --simulated --seed many",
        "inspect --json --simulated --at yesterday",
        "inspect --json --simulated --policy lax",
        "inspect --json",
        "verify --json",
        "verify --json a b",
        "readers --json extra",
        "simulate --json --vpcd nowhere",
        "inspect --json --simulated --lang xx",
      })
  void wrongUsage(String line) {
    CardRun run = CardRun.of(line.split(" "));

    assertEquals(64, run.exit(), run.err());
    JsonNode error = run.json().path("error");
    assertEquals("usage", error.path("code").asText(), run.out());
    assertEquals("input", error.path("step").asText(), run.out());
    assertFalse(error.path("message").asText().isBlank(), run.out());
    assertTrue(run.err().startsWith("card: "), run.err());
  }

  @ParameterizedTest(name = "card {0}")
  @ValueSource(
      strings = {
        "inspect --json --simulated --can 123456 987654",
        "inspect --json --simulated cccd-2021 --cna 987654",
        "inspect --json --simulated cccd-2021 --cna=987654",
      })
  void whatMayBeASecretIsNotRepeated(String line) {
    CardRun run = CardRun.of(line.split(" "));

    assertEquals(64, run.exit(), run.err());
    assertFalse((run.out() + run.err()).contains("987654"), run.out() + run.err());
    String message = run.json().path("error").path("message").asText();
    assertEquals(line.contains("--cna"), message.contains("--cna"), message);
  }

  @ParameterizedTest(name = "card {0}")
  @CsvSource({
    "verify --json nowhere.evidence, nowhere.evidence",
    "inspect --json --simulated ./nowhere, ./nowhere",
    "inspect --json --simulated --can-file nowhere.txt, nowhere.txt",
    "inspect --json --simulated --trust nowhere.pem, nowhere.pem",
  })
  void aMissingPath(String line, String path) {
    CardRun run = CardRun.of(line.split(" "));

    assertEquals(65, run.exit(), run.err());
    JsonNode error = run.json().path("error");
    assertEquals("malformed-input", error.path("code").asText(), run.out());
    assertEquals("input", error.path("step").asText(), run.out());
    assertEquals(path, error.path("source").asText(), run.out());
    assertTrue(error.path("message").asText().contains(path), run.out());
  }

  @Test
  @DisplayName("in English whatever the language: programs read it")
  void theMessageIsEnglish() {
    CardRun run = CardRun.of("--lang", "vi", "inspect", "--json", "--bogus");
    assertTrue(run.json().path("error").path("message").asText().contains("--bogus"), run.out());
    assertTrue(run.json().path("error").path("message").asText().startsWith("Unknown"), run.out());
    assertFalse(run.err().contains("Unknown"), run.err());
  }

  @Test
  @DisplayName("an empty directory of trust is named")
  void anEmptyTrustDirectory(@TempDir Path empty) {
    CardRun run = CardRun.of("inspect", "--simulated", "--trust", empty.toString());

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().contains(empty + " has no file in it"), run.err());
  }

  @Test
  @DisplayName("removed-at without a number says that it wants one")
  void removedAtWantsANumber() {
    CardRun run = CardRun.of("inspect", "--simulated", "--fault", "removed-at");

    assertEquals(64, run.exit(), run.err());
    assertTrue(run.err().contains("such as removed-at=7"), run.err());
  }

  @ParameterizedTest(name = "--mrz \"{0}\" ends with {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "L898902C3,740812,120415 | 3",
        "L898902C36UTO7408122F12,740812,120415 | 3",
        "l898902c3;74<<<<;120415 | 3",
        "L898902C3 , 740812 , 120415 | 3",
        "L898902C36UTO7408122F120,740812,120415 | 65",
        "L898902C3,740812,twelve | 65",
      })
  void threeFieldsAreReadAsTheLibraryReadsThem(String fields, int exit) {
    CardRun run = CardRun.of("inspect", "--simulated", "passport-2010", "--mrz", fields);

    assertEquals(exit, run.exit(), run.err());
  }
}
