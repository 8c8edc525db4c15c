package io.cardproof.cli.trace;

import io.cardproof.CardInspector;
import io.cardproof.InspectionOptions;
import io.cardproof.MadeUpKey;
import io.cardproof.access.AccessKey;
import io.cardproof.cli.input.MadeUp;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.CardLink;
import io.cardproof.reader.trace.Trace;
import io.cardproof.reader.trace.TraceHead;
import io.cardproof.report.Report;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.persona.Persona;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Does again what a trace shows to have been done, with another card. */
final class Retake {
  private static final String READER = "made-up card";

  private final Trace trace;
  private final MadeUpKey.Form form;
  private final SecureRandom random;

  /** Of all cards alike, which so differ by their faults only. */
  private final long seed;

  private final Path scratch;

  /** Inspections as the original, opened in the same way, and recorded in {@code scratch}. */
  Retake(Original original, SecureRandom random, Path scratch) {
    this(original.trace(), MadeUpKey.Form.of(original.key()), random, random.nextLong(), scratch);
  }

  private Retake(Trace trace, MadeUpKey.Form form, SecureRandom random, long seed, Path scratch) {
    this.trace = trace;
    this.form = form;
    this.random = random;
    this.seed = seed;
    this.scratch = scratch;
  }

  /**
   * One inspection of a made-up card, and its trace.
   *
   * @param content the trace as it stands in its file
   * @param report what came of it
   */
  record Take(Trace trace, Bytes content, Report report) {}

  /** How the inspections are told to be. */
  TraceHead head() {
    return trace.head();
  }

  /** The same, told otherwise. */
  Retake with(TraceHead head) {
    return new Retake(new Trace(trace.source(), head, trace.events()), form, random, seed, scratch);
  }

  /**
   * Inspects a card like {@code persona} with those faults.
   *
   * @return empty if there is no such card, or no report comes of it
   */
  Optional<Take> of(Persona persona, List<String> faults) throws CommandException {
    try {
      return Optional.of(record(persona, faults));
    } catch (IllegalArgumentException
        | IllegalStateException
        | DateTimeException
        | InspectionException e) {
      return Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      throw CommandException.input("output.unwritable", scratch.toString());
    }
  }

  private Take record(Persona persona, List<String> faults)
      throws IOException, InspectionException {
    Clock then = Clock.fixed(trace.head().now(), ZoneOffset.UTC);
    SimulatedCard.Builder builder = SimulatedCard.builder().persona(persona).clock(then);
    faults.forEach(builder::fault);
    SimulatedCard card = builder.seed(seed).build();
    TrustStore.Builder trust = TrustStore.builder().allowTestAnchors();
    MadeUp.trust(card, trust);
    CardInspector inspector =
        CardInspector.builder(trust.build())
            .policy(CardInspector.policyOf(trace))
            .clock(then)
            .random(random)
            .build();
    return record(inspector, card);
  }

  private Take record(CardInspector inspector, SimulatedCard card)
      throws IOException, InspectionException {
    MadeUpKey opening = MadeUp.key(card, form).orElseGet(() -> MadeUp.key(card));
    try (AccessKey opened = opening.open()) {
      Report report =
          inspector.record(
              scratch,
              link(card.newChip()),
              opened,
              options(inspector, card),
              MadeUp.notes(card, opening));
      Bytes content = Bytes.of(Files.readAllBytes(scratch));
      return new Take(Trace.parse(content, scratch.toString()), content, report);
    }
  }

  /** The other card, answering to reset as the first did, at a reader of its kind. */
  private CardLink link(VirtualCard chip) {
    TraceHead head = trace.head();
    return CardLink.of(READER, head.atr(), head.maxResponseBytes(), chip::transmit);
  }

  private InspectionOptions options(CardInspector inspector, SimulatedCard card)
      throws InspectionException {
    InspectionOptions options = inspector.optionsOf(trace);
    if (trace.head().setting(TraceHead.TERMINAL).isEmpty()) {
      return options;
    }
    Optional<TerminalCredentials> terminal = MadeUp.terminal(card);
    return terminal.map(options::terminal).orElse(options);
  }
}
