package io.cardproof.reader.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.CardInspector;
import io.cardproof.InspectionOptions;
import io.cardproof.SimulatedParties;
import io.cardproof.access.AccessKey;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.MalformedInputException;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.reader.CardLink;
import io.cardproof.report.Report;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceReplayTest {
  private static final long SEED = 23;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"cccd-2021", "passport", "passport-2010", "eac", "id-pin"})
  void aReplayMakesTheSameReport(String persona) throws Exception {
    SimulatedCard card = card(persona);
    CardInspector inspector = inspector(card);
    Report recorded = record(inspector, card, options(card));

    Report replayed;
    try (AccessKey key = key(card)) {
      replayed = inspector.replay(Trace.read(file()), key);
    }

    assertEquals(encoded(recorded), encoded(replayed));
    assertEquals(recorded.checks(), replayed.checks());
    assertEquals(recorded.verdict().id(), replayed.verdict().id());
    assertEquals(recorded.now(), replayed.now());
    assertEquals(recorded.reading(), replayed.reading());
  }

  @Test
  void theFileIsForItsOwnerAndSaysWhatItHolds() throws Exception {
    Files.writeString(file(), "an older trace");
    SimulatedCard card = card("cccd-2021");
    record(inspector(card), card, InspectionOptions.defaults());

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    String text = Files.readString(file());
    assertTrue(text.startsWith("# cardproof trace 2\n# This file holds PERSONAL DATA and SECRETS"));
    assertFalse(text.contains("older"));
    assertFalse(text.contains(card.can().orElseThrow()), "the key is not in it");
    Trace trace = Trace.read(file());
    assertEquals(Optional.of("can"), trace.head().setting("key"));
    assertEquals("Trace[" + trace.exchanges() + " exchanges]", trace.toString());
  }

  @Test
  void anotherKeyIsAnErrorThatNamesTheExchange() throws Exception {
    SimulatedCard card = card("cccd-2021");
    CardInspector inspector = inspector(card);
    record(inspector, card, InspectionOptions.defaults());
    Trace trace = Trace.read(file());

    try (AccessKey key = AccessKey.can(other(card.can().orElseThrow()))) {
      MalformedInputException differs =
          assertThrows(MalformedInputException.class, () -> inspector.replay(trace, key));
      assertTrue(differs.place().matches("exchange [0-9]+"), differs.place());
      assertEquals("the command is not the recorded one", differs.problem());
    }
  }

  @Test
  void aChangedCommandIsAnErrorThatNamesItsNumber() throws Exception {
    SimulatedCard card = card("passport-2010");
    CardInspector inspector = inspector(card);
    record(inspector, card, InspectionOptions.defaults());
    Trace trace = Trace.read(file());
    int last = trace.events().size() - 1;

    assertEquals("exchange 3", place(inspector, card, changed(trace, 3)));
    assertEquals(
        "exchange " + trace.exchanges(),
        place(inspector, card, with(trace, trace.events().subList(0, last))));
    List<TraceEvent> longer = new ArrayList<>(trace.events());
    longer.add(trace.events().get(last));
    assertEquals(
        "exchange " + (trace.exchanges() + 1), place(inspector, card, with(trace, longer)));
    List<TraceEvent> undrawn = new ArrayList<>(trace.events());
    undrawn.removeIf(TraceEvent.Drawn.class::isInstance);
    assertTrue(place(inspector, card, with(trace, undrawn)).startsWith("exchange "));
  }

  @Test
  void anotherPolicyIsRefused() throws Exception {
    SimulatedCard card = card("passport-2010");
    record(inspector(card), card, InspectionOptions.defaults());
    CardInspector strict =
        CardInspector.builder(SimulatedParties.trust(card)).policy(Policy.STRICT).build();
    assertEquals("setting policy", place(strict, card, Trace.read(file())));
  }

  @Test
  void aCardThatWentAwayGoesAwayAgain() throws Exception {
    SimulatedCard card =
        SimulatedCard.builder().persona("passport-2010").fault("removed-at=9").seed(SEED).build();
    CardInspector inspector = inspector(card);
    assertThrows(
        CardUnavailableException.class,
        () -> record(inspector, card, InspectionOptions.defaults()));
    try (AccessKey key = key(card)) {
      Trace trace = Trace.read(file());
      CardUnavailableException again =
          assertThrows(CardUnavailableException.class, () -> inspector.replay(trace, key));
      assertEquals(ErrorCode.CARD_REMOVED, again.code());
      assertEquals(9, trace.exchanges());
    }
  }

  private String place(CardInspector inspector, SimulatedCard card, Trace trace) throws Exception {
    try (AccessKey key = key(card)) {
      return assertThrows(MalformedInputException.class, () -> inspector.replay(trace, key))
          .place();
    }
  }

  private static Trace changed(Trace trace, int number) {
    List<TraceEvent> events = new ArrayList<>(trace.events());
    int seen = 0;
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof TraceEvent.Exchange exchange && ++seen == number) {
        Bytes longer = Bytes.concat(exchange.command(), Bytes.ofHex("00"));
        events.set(i, new TraceEvent.Exchange(longer, exchange.response(), exchange.millis()));
      }
    }
    return with(trace, events);
  }

  private static Trace with(Trace trace, List<TraceEvent> events) {
    return new Trace(trace.source(), trace.head(), events);
  }

  private Report record(CardInspector inspector, SimulatedCard card, InspectionOptions options)
      throws Exception {
    VirtualCard chip = card.newChip();
    try (AccessKey key = key(card);
        CardLink link = CardLink.of("a\nreader", Bytes.of(chip.atr()), chip::transmit)) {
      return inspector.record(file(), link, key, options);
    }
  }

  private static InspectionOptions options(SimulatedCard card) throws Exception {
    InspectionOptions options =
        InspectionOptions.defaults().challenge(Bytes.ofHex("0102030405060708")).allFiles();
    return card.terminal().isPresent()
        ? options.terminal(SimulatedParties.terminal(card.terminal().get()))
        : options;
  }

  private static String other(String can) {
    return can.equals("123456") ? "654321" : "123456";
  }

  private static Bytes encoded(Report report) {
    return new EvidenceCodec().encode(report.evidence());
  }

  private static SimulatedCard card(String persona) throws Exception {
    return SimulatedCard.builder().persona(persona).seed(SEED).build();
  }

  private static AccessKey key(SimulatedCard card) throws Exception {
    if (card.pin().isPresent()) {
      return AccessKey.pin(card.pin().get());
    }
    return card.can().isPresent()
        ? AccessKey.can(card.can().get())
        : AccessKey.mrzLines(String.join("\n", card.mrz()));
  }

  private static CardInspector inspector(SimulatedCard card) throws Exception {
    return CardInspector.builder(SimulatedParties.trust(card)).build();
  }

  private Path file() {
    return folder.resolve("card.trace");
  }
}
