package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.cli.talk.Terminal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Wrong usage ends with 64 and says what is wrong")
final class UsageTest {
  @ParameterizedTest(name = "card {0}")
  @ValueSource(
      strings = {
        "bogus",
        "inspect --bogus",
        "inspect",
        "inspect --can",
        "inspect --can-file a --mrz-file b",
        "inspect --fault clone --can-file a",
        "inspect --simulated --reader x",
        "inspect --simulated --fault bogus",
        "inspect --simulated nobody",
        "inspect --simulated --challenge 12",
        "inspect --simulated --challenge zzzzzzzzzzzzzzzz",
        "inspect --simulated --policy lax",
        "inspect --simulated --disclose shoe-size",
        "inspect --simulated --at yesterday",
        "inspect --simulated --seed many",
        "verify",
        "verify a b",
        "replay",
        "trace show",
        "trace redact",
        "trace test",
        "simulate --vpcd 127.0.0.1:1 --listen 127.0.0.1:1",
        "simulate --vpcd nowhere",
        "simulate --listen 0.0.0.0:35970",
        "readers extra"
      })
  void endsWith64(String line) {
    CardRun run = CardRun.of(line.split(" "));

    assertEquals(64, run.exit(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("card: "), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  @Test
  @DisplayName("no command at all: the commands are listed on stderr")
  void noCommandListsThem() {
    CardRun run = CardRun.of();

    assertEquals(64, run.exit());
    assertTrue(run.err().contains("inspect"), run.err());
  }

  @Test
  @DisplayName("help and version end with 0 on stdout, in the language of the locale")
  void helpAndVersion() {
    assertEquals(0, CardRun.of("--version").exit());
    assertTrue(CardRun.of("--version").out().startsWith("card "));
    assertTrue(CardRun.of("help", "inspect").out().contains("Reads a card"));
    CardRun vietnamese =
        CardRun.with("", Terminal.none(), Map.of("LANG", "vi_VN.UTF-8"), "inspect", "--help");
    assertTrue(vietnamese.out().contains("Đọc một thẻ"), vietnamese.out());
  }

  @Test
  @DisplayName("LC_ALL goes before LANG, --lang before both")
  void languageOrder() {
    Map<String, String> locale = Map.of("LC_ALL", "vi_VN.UTF-8", "LANG", "en_US.UTF-8");
    assertTrue(CardRun.with("", Terminal.none(), locale, "verify").err().contains("Thiếu"));
    assertTrue(
        CardRun.with("", Terminal.none(), locale, "--lang", "en", "verify")
            .err()
            .contains("Missing"));
  }
}
