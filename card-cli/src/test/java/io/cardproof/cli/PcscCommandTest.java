package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cardproof.cli.input.Addresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Through a real PC/SC service: card simulate on one side, card inspect on the other")
@Timeout(60)
final class PcscCommandTest {
  private static final String READER = "Virtual PCD 00 00";

  /** Asked once, so that the driver sees one stray connection at most. */
  private static final boolean HERE =
      Files.exists(Path.of("/run/pcscd/pcscd.comm")) && Addresses.listens(secondSlot());

  @TempDir Path directory = Path.of("");

  /** Before each test, and not once for all: so each one is reported as skipped. */
  @BeforeEach
  void needsPcsc() {
    String message = "no pcscd with vpcd here; .ci/with-pcscd gives a command its own";
    if (Optional.ofNullable(System.getenv("CARDPROOF_REQUIRE")).orElse("").contains("pcsc")) {
      assertTrue(HERE, message);
    }
    assumeTrue(HERE, message);
  }

  /** Asks the second slot, so that the first one sees no stray connection. */
  private static InetSocketAddress secondSlot() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), Addresses.FIRST_VPCD_PORT + 1);
  }

  @Test
  @DisplayName("the genuine card is authentic in at most 17 commands; its evidence verifies")
  void genuineCard() throws Exception {
    Path evidence = directory.resolve("evidence");
    try (LongRun card = simulate()) {
      CardRun run = inspect(card, "--evidence", evidence.toString());

      assertEquals(0, run.exit(), run.out() + run.err());
      assertEquals("authentic", run.json().path("verdict").asText());
      assertEquals("PACE-GM", run.json().path("access").path("protocol").asText());
      assertEquals("passed", run.check("chip-authentication"));
      assertEquals("passed", run.check("active-authentication"));
      assertTrue(run.json().path("testAnchor").asBoolean());
      int apdus = run.json().path("reading").path("apdus").asInt();
      assertTrue(apdus > 0 && apdus <= 17, "apdus: " + apdus);
    }
    CardRun again = CardRun.of("verify", evidence.toString(), "--trust", trust(), "--json");
    assertEquals(0, again.exit(), again.out() + again.err());
  }

  @ParameterizedTest(name = "{0}: {1} by {2}, exit {4}")
  @CsvSource({
    "dg2-changed, not-authentic, passive-authentication.hash.dg2, failed hash-mismatch, 1",
    "untrusted-csca, not-authentic, passive-authentication.chain, failed signer-signature-invalid, 1",
    "clone, not-authentic, chip-authentication, failed clone-suspected, 1",
    "unknown-csca, inconclusive, passive-authentication.chain, inconclusive csca-unknown, 2",
    "expired, expired, document.expiry, failed expired, 6",
  })
  void faultIsFound(String fault, String verdict, String check, String outcome, int exit)
      throws Exception {
    try (LongRun card = simulate("--fault", fault)) {
      CardRun run = inspect(card);

      assertEquals(verdict, run.json().path("verdict").asText(), run.out() + run.err());
      assertEquals(outcome, run.check(check));
      assertEquals(exit, run.exit());
    }
  }

  @Test
  @DisplayName("a card that is pulled is unavailable, exit 4, and the next inspection works")
  void pulledCard() throws Exception {
    try (LongRun card = simulate("--fault", "removed-at=7")) {
      CardRun run = inspect(card);
      assertEquals(4, run.exit(), run.out() + run.err());
      assertEquals("card-removed", run.json().path("error").path("code").asText());
      CardRun next = inspect(card);
      assertEquals(0, next.exit(), next.out() + next.err());
    }
  }

  @Test
  @DisplayName("watch sees the card come and go; readers sees it in between")
  void watchSeesInsertAndRemove() throws Exception {
    try (LongRun watch = LongRun.start("watch", "--json")) {
      watch.await(line -> line.contains("reader-attached") && line.contains(READER));
      try (LongRun card = simulate()) {
        card.await(line -> line.contains("ready"));
        watch.await(line -> line.contains("card-inserted") && line.contains(READER));
        CardRun readers = CardRun.of("readers", "--json");
        assertEquals(READER, readers.json().path("readers").path(0).path("name").asText());
        assertTrue(readers.json().path("readers").path(0).path("cardPresent").asBoolean());
      }
      watch.await(line -> line.contains("card-removed") && line.contains(READER));
    }
  }

  @Test
  @DisplayName("an unknown reader is exit 4 and is named; no card in time is exit 4")
  void noSuchReader() {
    CardRun unknown =
        CardRun.fed("123456", "inspect", "--reader", "nowhere", "--can", "-", "--json");
    CardRun empty =
        CardRun.fed("123456", "inspect", "--wait", "1", "--reader", "Virtual PCD 00 01", "--can=-");

    assertEquals(4, unknown.exit(), unknown.err());
    assertEquals("no-reader", unknown.json().path("error").path("code").asText());
    assertEquals(4, empty.exit(), empty.err());
  }

  private LongRun simulate(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "simulate";
    args[1] = "--json";
    args[2] = "--export-trust";
    args[3] = trust();
    System.arraycopy(more, 0, args, 4, more.length);
    return LongRun.start(args);
  }

  private CardRun inspect(LongRun card, String... more) throws IOException, InterruptedException {
    JsonNode ready = new ObjectMapper().readTree(card.await(line -> line.contains("\"ready\"")));
    String[] args = new String[more.length + 8];
    args[0] = "inspect";
    args[1] = "--json";
    args[2] = "--reader";
    args[3] = ready.path("reader").asText();
    args[4] = "--can";
    args[5] = "-";
    args[6] = "--trust";
    args[7] = trust();
    System.arraycopy(more, 0, args, 8, more.length);
    return CardRun.fed(ready.path("can").asText(), args);
  }

  private String trust() {
    return directory.resolve("test.pem").toString();
  }
}
