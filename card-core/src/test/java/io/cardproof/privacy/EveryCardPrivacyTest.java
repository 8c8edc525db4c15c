package io.cardproof.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.CardInspector;
import io.cardproof.InspectionOptions;
import io.cardproof.SimulatedLinks;
import io.cardproof.SimulatedParties;
import io.cardproof.access.AccessKey;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.CardLink;
import io.cardproof.report.Report;
import io.cardproof.simulator.CardSecrets;
import io.cardproof.simulator.Faults;
import io.cardproof.simulator.Personas;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.inspection.InspectionCase;
import io.cardproof.simulator.inspection.InspectionCases;
import io.cardproof.simulator.wire.WireFault;
import io.cardproof.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every persona with every fault of the wire, two with every other fault, and every inspection
 * case, with everybody's log at its finest: nothing of the card in a log, on the console, in an
 * exception or in what an object says of itself.
 */
@Tag("slow")
class EveryCardPrivacyTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final long SEED = 77;
  private static final Predicate<String> WIRE = id -> id.startsWith(WireFault.PREFIX);
  private final SecureRandom random = new SecureRandom();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final FinestLog log = new FinestLog();

  @BeforeEach
  void listen() {
    PrintStream listening = new PrintStream(console, true, StandardCharsets.UTF_8);
    System.setOut(listening);
    System.setErr(listening);
    log.open();
  }

  @AfterEach
  void stop() {
    log.close();
    System.setOut(out);
    System.setErr(err);
  }

  static Stream<String> personas() {
    return Personas.list().stream().map(Personas.Entry::name);
  }

  // The two that have every protocol and every file between them.
  @ParameterizedTest
  @ValueSource(strings = {"cccd-2021", "passport"})
  void withEveryOtherFaultThatThePersonaCanHave(String persona) throws Exception {
    List<String> leaks = new ArrayList<>();
    int inspected = 0;
    for (String fault : faults(WIRE.negate())) {
      Optional<SimulatedCard> card = card(persona, fault);
      if (card.isPresent()) {
        inspected++;
        leak(card.get(), card.get().image(), NOW).ifPresent(leak -> leaks.add(fault + leak));
      }
    }
    assertEquals(List.of(), leaks);
    assertTrue(inspected > 20, "inspected: " + inspected);
  }

  @ParameterizedTest
  @MethodSource("personas")
  void withEveryFaultOfTheWire(String persona) throws Exception {
    List<String> leaks = new ArrayList<>();
    SimulatedCard card = issued(persona).build();
    leak(card, card.image(), NOW).ifPresent(leaks::add);
    for (String fault : faults(WIRE)) {
      for (String where : List.of("", "@ins=B0,times=1", "@phase=ca,times=1")) {
        ChipImage damaged =
            card.image().toBuilder()
                .interference(WireFault.parse(fault + where).interference(SEED))
                .build();
        leak(card, damaged, NOW).ifPresent(leak -> leaks.add(fault + where + ": " + leak));
      }
    }
    assertEquals(List.of(), leaks);
  }

  @Test
  void everyInspectionCase() throws Exception {
    List<String> leaks = new ArrayList<>();
    int inspected = 0;
    for (InspectionCase each : InspectionCases.all()) {
      Clock clock = Clock.fixed(InspectionCases.NOW, ZoneOffset.UTC);
      SimulatedCard card = SimulatedCard.builder().fault(each.id()).seed(SEED).clock(clock).build();
      inspected++;
      leak(card, card.image(), InspectionCases.NOW)
          .ifPresent(leak -> leaks.add(each.id() + ": " + leak));
    }
    assertEquals(List.of(), leaks);
    assertEquals(338, inspected);
  }

  @Test
  void everybodysLogIsHeard() {
    log.say("finest of all");
    assertTrue(log.text().contains("finest of all"));
  }

  private static List<String> faults(Predicate<String> which) {
    return Faults.list().stream()
        .map(Faults.Entry::id)
        .filter(which)
        .map(id -> id.replace("=SW", "=6A82").replace("=TAG", "=99").replace("=MS", "=5"))
        .map(id -> id.replace("=N", "=9"))
        .toList();
  }

  private static Optional<SimulatedCard> card(String persona, String fault) throws IOException {
    try {
      return Optional.of(issued(persona).fault(fault).build());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static SimulatedCard.Builder issued(String persona) {
    return SimulatedCard.builder()
        .persona(persona)
        .seed(SEED)
        .clock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Optional<String> leak(SimulatedCard card, ChipImage image, Instant now) throws Exception {
    console.reset();
    log.clear();
    List<String> said = new ArrayList<>(inspected(card, image, now));
    said.add(log.text());
    said.add(console.toString(StandardCharsets.UTF_8));
    CardSecrets secrets = CardSecrets.of(card);
    for (String text : said) {
      Optional<String> found = secrets.in(text);
      if (found.isPresent()) {
        return Optional.of(found.get() + " in " + text.substring(0, Math.min(300, text.length())));
      }
    }
    return Optional.empty();
  }

  private List<String> inspected(SimulatedCard card, ChipImage image, Instant now)
      throws Exception {
    CardInspector inspector =
        CardInspector.builder(SimulatedParties.trust(card))
            .clock(Clock.fixed(now, ZoneOffset.UTC))
            .build();
    List<String> said = new ArrayList<>();
    InspectionOptions options = options(card);
    VirtualCard chip = new VirtualCard(image, random, time -> {});
    try (AccessKey key = SimulatedLinks.key(card);
        CardLink link = SimulatedLinks.inProcess(chip)) {
      said.addAll(Sayings.of(key));
      said.addAll(Sayings.of(options));
      Report report = inspector.inspect(link, key, options);
      said.addAll(Sayings.of(report));
    } catch (InspectionException e) {
      said.add(Sayings.of((Throwable) e));
    }
    return said;
  }

  private static InspectionOptions options(SimulatedCard card) throws InspectionException {
    InspectionOptions options =
        InspectionOptions.defaults().allFiles().challenge(Bytes.ofHex("0102030405060708"));
    return card.terminal().isPresent()
        ? options.terminal(SimulatedParties.terminal(card.terminal().get()))
        : options;
  }
}
