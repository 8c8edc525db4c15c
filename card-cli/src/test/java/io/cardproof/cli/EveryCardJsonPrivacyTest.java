package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.simulator.CardSecrets;
import io.cardproof.simulator.Faults;
import io.cardproof.simulator.Personas;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.inspection.Carrier;
import io.cardproof.simulator.inspection.InspectionCase;
import io.cardproof.simulator.inspection.InspectionCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every card: --json says who somebody is under holder alone, stderr never")
final class EveryCardJsonPrivacyTest {
  private static final String SEED = "77";
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  static Stream<String> personas() {
    return Personas.list().stream().map(Personas.Entry::name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("personas")
  void everyPersona(String persona) throws Exception {
    CardSecrets secrets = CardSecrets.of(card(SimulatedCard.builder().persona(persona), NOW));
    CardRun genuine = run(persona, "--all-files");
    CardRun copied = run(persona, "--fault", "clone");

    assertTrue(secrets.in(genuine.json().path("holder").toString()).isPresent());
    assertEquals(Optional.empty(), leak(secrets, genuine));
    assertEquals(Optional.empty(), leak(secrets, copied));
  }

  @Test
  @DisplayName("with every fault that is no inspection case")
  void everyFault() throws Exception {
    List<String> leaks = new ArrayList<>();
    CardSecrets secrets = CardSecrets.of(card(SimulatedCard.builder().persona("passport"), NOW));
    for (Faults.Entry fault : Faults.list()) {
      String id = fault.id().replace("=SW", "=6A82").replace("=TAG", "=99").replace("=MS", "=5");
      CardRun run = run("passport", "--fault", id.replace("=N", "=9"));
      leak(secrets, run).ifPresent(leak -> leaks.add(fault.id() + ": " + leak));
    }
    assertEquals(List.of(), leaks);
  }

  @Test
  @DisplayName("of every inspection case")
  void everyInspectionCase() throws Exception {
    List<String> leaks = new ArrayList<>();
    Map<Carrier, CardSecrets> ofCarriers = new EnumMap<>(Carrier.class);
    for (InspectionCase each : InspectionCases.all()) {
      CardRun run =
          CardRun.of("inspect", "--simulated", "--seed", SEED, "--fault", each.id(), "--json");
      // The same person in every chip of one kind: the seed is the same.
      CardSecrets secrets =
          ofCarriers.computeIfAbsent(each.carrier(), carrier -> secrets(each.id()));
      leak(secrets, run).ifPresent(leak -> leaks.add(each.id() + ": " + leak));
    }
    assertEquals(List.of(), leaks);
  }

  private static SimulatedCard card(SimulatedCard.Builder builder, Instant now) throws IOException {
    return builder.seed(Long.parseLong(SEED)).clock(Clock.fixed(now, ZoneOffset.UTC)).build();
  }

  private static CardRun run(String persona, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "inspect",
                "--simulated",
                persona,
                "--seed",
                SEED,
                "--at",
                NOW.toString(),
                "--json"));
    arguments.addAll(List.of(more));
    return CardRun.of(arguments.toArray(new String[0]));
  }

  private static CardSecrets secrets(String inspectionCase) {
    try {
      return CardSecrets.of(
          card(SimulatedCard.builder().fault(inspectionCase), InspectionCases.NOW));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> leak(CardSecrets secrets, CardRun run) {
    JsonNode json = run.json();
    assertTrue(json.has("verdict") || json.path("error").has("step"), run.out());
    assertTrue(run.exit() != 64 && run.exit() != 70, run.err());
    if (json.has("holder")) {
      assertTrue(List.of("authentic", "expired").contains(json.path("verdict").asText()));
      ((ObjectNode) json).remove("holder");
    }
    return secrets.in(json.toString()).or(() -> secrets.in(run.err()));
  }
}
