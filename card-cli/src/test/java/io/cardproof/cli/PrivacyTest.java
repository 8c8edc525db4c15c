package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The verdict is the only door to the holder")
final class PrivacyTest {
  @ParameterizedTest(name = "{0}: no personal data without --unverified")
  @ValueSource(strings = {"clone", "dg2-changed", "untrusted-csca", "unknown-csca"})
  void nothingPersonalWithoutHolder(String fault) {
    List<String> personal = personal();
    for (String form : new String[] {"--json", "--lang=en"}) {
      CardRun run = CardRun.of("inspect", "--simulated", "--seed", "7", "--fault", fault, form);
      for (String datum : personal) {
        assertFalse(run.out().contains(datum), "personal data on stdout: " + run.out());
        assertFalse(run.err().contains(datum), "personal data on stderr");
      }
    }
  }

  @Test
  @DisplayName("--unverified shows what the chip says, marked, and still no holder")
  void unverifiedIsMarked() {
    String name = personal().get(0);
    String[] args = {
      "inspect", "--simulated", "--seed", "7", "--fault", "untrusted-csca", "--unverified"
    };
    CardRun text = CardRun.of(args);
    CardRun json =
        CardRun.of(
            "inspect",
            "--simulated",
            "--seed",
            "7",
            "--fault",
            "untrusted-csca",
            "--unverified",
            "--json");

    assertTrue(text.out().indexOf("NOT VERIFIED") < text.out().indexOf(name), text.out());
    assertTrue(text.out().contains(name), text.out());
    assertFalse(json.json().has("holder"));
    assertEquals(name, json.json().path("unverified").path("fullName").asText());
  }

  @Test
  @DisplayName("no portrait is written without a holder, and stderr says so")
  void noPhotoWithoutHolder(@TempDir Path directory) {
    Path photo = directory.resolve("photo.jpg");
    CardRun run =
        CardRun.of("inspect", "--simulated", "--fault", "clone", "--photo", photo.toString());

    assertEquals(1, run.exit());
    assertFalse(Files.exists(photo));
    assertTrue(run.err().contains("No portrait was written"), run.err());
  }

  @Test
  @DisplayName("a key on the command line works, warns, and is not repeated")
  void keyOnTheCommandLineWarns() {
    CardRun run = CardRun.of("inspect", "--simulated", "--can", "000000", "--json");

    assertEquals(3, run.exit(), run.out() + run.err());
    assertEquals("access-denied", run.json().path("error").path("code").asText());
    assertTrue(run.err().contains("Warning"), run.err());
    assertFalse(run.err().contains("000000"), run.err());
  }

  @Test
  @DisplayName("a key from stdin or a file does not warn; a wrong CAN is exit 3, once")
  void keyFromStdinAndFile(@TempDir Path directory) throws Exception {
    CardRun stdin = CardRun.fed("000000\n", "inspect", "--simulated", "--can", "-");
    Path file = Files.writeString(directory.resolve("can"), "000000\n");
    CardRun fromFile = CardRun.of("inspect", "--simulated", "--can-file", file.toString());

    assertEquals(3, stdin.exit(), stdin.err());
    assertEquals(3, fromFile.exit(), fromFile.err());
    assertFalse(stdin.err().contains("Warning"), stdin.err());
  }

  @ParameterizedTest(name = "--{0} that is none: exit 65, names the place, not the content")
  @ValueSource(strings = {"qr", "mrz", "can"})
  void malformedKeys(String option) {
    CardRun run = CardRun.fed("SECRET-99|x\n", "inspect", "--simulated", "--" + option, "-");

    assertEquals(65, run.exit(), run.err());
    assertFalse(run.err().contains("SECRET"), run.err());
  }

  /** What the genuine card of the same seed says about its holder; the name comes first. */
  private static List<String> personal() {
    CardRun run = CardRun.of("inspect", "--simulated", "--seed", "7", "--json");
    JsonNode holder = run.json().path("holder");
    List<String> personal =
        List.of(
            holder.path("fullName").asText(),
            holder.path("documentNumber").asText(),
            holder.path("surname").asText() + " " + holder.path("givenNames").asText(),
            holder.path("citizen").path("number").asText(),
            holder.path("citizen").path("residence").asText());
    personal.forEach(datum -> assertTrue(datum.strip().length() > 3, run.out()));
    return personal;
  }
}
