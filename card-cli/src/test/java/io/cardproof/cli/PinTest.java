package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.SimulatedCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("PIN and PUK on the command line")
final class PinTest {
  private static String can = "";
  private static String pin = "";
  private static String puk = "";

  @BeforeAll
  static void know() throws IOException {
    SimulatedCard card = SimulatedCard.builder().persona("id-pin").seed(1).build();
    can = card.can().orElseThrow();
    pin = card.pin().orElseThrow();
    puk = card.puk().orElseThrow();
  }

  @Test
  @DisplayName("the PIN opens the chip, from stdin and from a file, and reaches no output")
  void thePinOpensTheChip(@TempDir Path directory) throws IOException {
    CardRun stdin = CardRun.fed(pin + "\n", inspect("--pin", "-", "--json"));
    assertEquals(0, stdin.exit(), stdin.out() + stdin.err());
    assertEquals("PIN", stdin.json().path("access").path("key").asText());
    assertFalse((stdin.out() + stdin.err()).contains(pin));

    Path file = Files.writeString(directory.resolve("pin"), pin);
    assertEquals(0, CardRun.of(inspect("--pin-file", file.toString())).exit());
  }

  @Test
  @DisplayName("PIN and CAN together: what a suspended PIN wants")
  void pinAndCanTogether(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("can"), can);
    CardRun run = CardRun.fed(pin, inspect("--pin", "-", "--can-file", file.toString(), "--json"));
    assertEquals(0, run.exit(), run.out() + run.err());
    assertEquals("PIN", run.json().path("access").path("key").asText());
  }

  @Test
  @DisplayName("a wrong PIN says how many attempts are left")
  void aWrongPin() {
    CardRun run = CardRun.of(inspect("--pin", "000000", "--json"));
    assertEquals(3, run.exit(), run.err());
    assertEquals(2, run.json().path("error").path("attemptsLeft").asInt(), run.out());
    assertTrue(run.err().contains("--pin -"), run.err());
  }

  @Test
  @DisplayName("the PUK unblocks; a wrong one does not, and is no usage error")
  void thePukUnblocks() {
    CardRun run = CardRun.fed(puk, "unblock", "--simulated", "--seed", "1", "--puk", "-", "--json");
    assertEquals(0, run.exit(), run.out() + run.err());
    assertTrue(run.json().path("unblocked").asBoolean(), run.out());

    CardRun wrong = CardRun.fed("0000000000", "unblock", "--simulated", "--puk", "-", "--json");
    assertEquals(3, wrong.exit(), wrong.err());
    assertEquals("access-denied", wrong.json().path("error").path("code").asText(), wrong.out());
  }

  @Test
  @DisplayName("other keys do not go together, nor do two from stdin")
  void combinations() {
    assertEquals(64, CardRun.fed("1", inspect("--pin", "-", "--can", "-")).exit());
    assertEquals(64, CardRun.fed("1", inspect("--pin", "-", "--mrz", "x")).exit());
    assertEquals(64, CardRun.fed("1", inspect("--puk", "-", "--can", "500540")).exit());
    assertEquals(64, CardRun.of("unblock").exit());
    assertEquals(64, CardRun.of("unblock", "--simulated", "cccd-2021").exit());
  }

  @Test
  void aSimulatedCardWithAPinOpensByIt() throws Exception {
    CardRun run = CardRun.of(inspect("--json"));
    assertEquals(0, run.exit());
    assertEquals("PIN", run.json().path("access").path("key").asText());
  }

  private static String[] inspect(String... options) {
    String[] start = {"inspect", "--simulated", "id-pin", "--seed", "1"};
    String[] all = Arrays.copyOf(start, start.length + options.length);
    System.arraycopy(options, 0, all, start.length, options.length);
    return all;
  }
}
