package io.cardproof.cli;

import io.cardproof.CardInspector;
import io.cardproof.InspectionOptions;
import io.cardproof.access.AccessKey;
import io.cardproof.cli.input.JudgementOptions;
import io.cardproof.cli.input.KeyOptions;
import io.cardproof.cli.input.MadeUp;
import io.cardproof.cli.input.OpenTerminal;
import io.cardproof.cli.input.OutputOptions;
import io.cardproof.cli.input.ReaderOptions;
import io.cardproof.cli.input.SimulatorOptions;
import io.cardproof.cli.input.TerminalOptions;
import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.input.UsedKey;
import io.cardproof.cli.show.ProgressLine;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.reader.CardLink;
import io.cardproof.report.Report;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Expectation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code card inspect}: reads a card and judges it. */
@Command(name = "inspect")
final class InspectCommand implements Callable<Integer> {
  private final Talk talk;

  @Option(
      names = "--simulated",
      arity = "0..1",
      fallbackValue = SimulatorOptions.UNNAMED,
      paramLabel = "CARD")
  private @Nullable String simulated;

  @Option(names = "--evidence", paramLabel = "FILE")
  private @Nullable Path evidence;

  @Option(names = "--all-files")
  private boolean allFiles;

  @Option(names = "--trace", paramLabel = "FILE")
  private @Nullable Path trace;

  @Mixin private final ReaderOptions reader = new ReaderOptions();
  @Mixin private final KeyOptions keys = new KeyOptions();
  @Mixin private final TerminalOptions terminal = new TerminalOptions();
  @Mixin private final SimulatorOptions simulator = new SimulatorOptions();
  @Mixin private final TrustOptions trust = new TrustOptions();
  @Mixin private final JudgementOptions judgement = new JudgementOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  InspectCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    judgement.check();
    if (simulated != null) {
      return inspectSimulated(simulated);
    }
    if (simulator.isGiven()) {
      throw CommandException.usage("usage.only-simulated");
    }
    return inspectReader();
  }

  private int inspectSimulated(String name) throws CommandException, InspectionException {
    if (reader.isGiven()) {
      throw CommandException.usage("usage.simulated-or-reader");
    }
    Optional<AccessKey> given = keys.open(talk);
    SimulatedCard card = simulator.make(name, talk.here().clock());
    TrustStore.Builder anchors = trust.open(talk).allowTestAnchors();
    MadeUp.trust(card, anchors);
    VirtualCard chip = card.newChip();
    try (AccessKey key = given.isPresent() ? given.get() : MadeUp.key(card).open();
        CardLink link =
            CardLink.of("simulated " + card.name(), Bytes.of(chip.atr()), chip::transmit)) {
      return inspect(link, key, anchors.build(), Optional.of(card));
    }
  }

  private int inspectReader() throws CommandException, InspectionException {
    Optional<AccessKey> given = keys.open(talk);
    if (given.isEmpty()) {
      throw CommandException.usage("usage.no-key");
    }
    try (AccessKey key = given.get()) {
      TrustStore anchors = trust.complete(trust.open(talk), talk);
      try (CardLink link = reader.waitForCard(talk)) {
        return inspect(link, key, anchors, Optional.empty());
      }
    }
  }

  private int inspect(
      CardLink link, AccessKey key, TrustStore anchors, Optional<SimulatedCard> card)
      throws CommandException, InspectionException {
    CardInspector inspector =
        CardInspector.builder(anchors)
            .policy(judgement.policy())
            .clock(judgement.clock(simulator.clock(talk.here().clock())))
            .random(talk.here().random())
            .build();
    Report report = read(inspector, link, key, card);
    if (evidence != null) {
      writeEvidence(report, evidence);
    }
    return new Delivery(talk, output).deliver(report);
  }

  private Report read(
      CardInspector inspector, CardLink link, AccessKey key, Optional<SimulatedCard> card)
      throws CommandException, InspectionException {
    InspectionOptions usual =
        InspectionOptions.defaults().expecting(judgement.expectation(Expectation::challenge));
    boolean everything = allFiles || simulator.isInspectionCase();
    InspectionOptions options = everything ? usual.allFiles() : usual;
    Optional<OpenTerminal> opened =
        simulator.isInspectionCase() ? terminal.openAny(talk, card) : terminal.open(talk, card);
    try (ProgressLine progress = ProgressLine.on(talk)) {
      InspectionOptions watched = options.progress(progress);
      return read(
          inspector,
          link,
          key,
          opened.map(OpenTerminal::credentials).map(watched::terminal).orElse(watched),
          card);
    } finally {
      opened.ifPresent(OpenTerminal::close);
    }
  }

  private Report read(
      CardInspector inspector,
      CardLink link,
      AccessKey key,
      InspectionOptions options,
      Optional<SimulatedCard> card)
      throws CommandException, InspectionException {
    if (trace == null) {
      return inspector.inspect(link, key, options);
    }
    try {
      return inspector.record(
          trace,
          link,
          key,
          options,
          card.filter(made -> !simulator.isFolder(Objects.requireNonNull(simulated)))
              .map(made -> notes(made, key))
              .orElse(Map.of()));
    } catch (IOException | UncheckedIOException e) {
      throw CommandException.input("output.unwritable", trace.toString());
    }
  }

  private static Map<String, String> notes(SimulatedCard card, AccessKey key) {
    return MadeUp.notes(card, UsedKey.of(card, key));
  }

  private void writeEvidence(Report report, Path file) throws CommandException {
    try {
      new EvidenceCodec().write(file, report.evidence());
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", file.toString());
    }
    talk.mention("note.written", file.toString());
  }
}
