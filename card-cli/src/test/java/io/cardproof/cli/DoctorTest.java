package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.cli.talk.Terminal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("card doctor says which PC/SC provider is in use and why, with or without a service")
final class DoctorTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "auto, ok, takes over",
    "jdk, note, as asked for",
    "jnasmartcardio, ok, survives",
  })
  void providerAndWhy(String name, String state, String why) {
    JsonNode item = provider(CardRun.of("doctor", "--json", "--pcsc-provider", name));

    assertEquals(state, item.path("state").asText());
    assertTrue(item.path("found").asText().contains(why), item.toString());
    assertEquals(!state.equals("ok"), item.has("advice"));
  }

  @Test
  @DisplayName("the environment chooses where the option does not")
  void fromTheEnvironment() {
    Map<String, String> environment = Map.of("CARDPROOF_PCSC_PROVIDER", "jdk");
    JsonNode chosen = provider(CardRun.with("", Terminal.none(), environment, "doctor", "--json"));
    JsonNode overruled =
        provider(
            CardRun.with(
                "", Terminal.none(), environment, "doctor", "--json", "--pcsc-provider", "auto"));

    assertEquals("note", chosen.path("state").asText());
    assertEquals("ok", overruled.path("state").asText());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"doctor", "readers", "watch"})
  @DisplayName("a provider that nobody knows is wrong usage")
  void unknownProvider(String command) {
    CardRun run = CardRun.of(command, "--pcsc-provider", "winscard");

    assertEquals(64, run.exit());
    assertTrue(run.err().contains("jnasmartcardio"), run.err());
  }

  private static JsonNode provider(CardRun run) {
    for (JsonNode item : run.json().path("items")) {
      if (item.path("id").asText().equals("provider")) {
        return item;
      }
    }
    throw new AssertionError("no provider in " + run.out());
  }
}
