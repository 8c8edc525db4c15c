package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.inspection.InspectionCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What kind of card the simulator makes. */
public final class SimulatorOptions {
  /** Names no card: then one is made that carries the faults, else the usual one. */
  public static final String UNNAMED = "";

  @Option(names = "--fault", paramLabel = "ID")
  private List<String> faults = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N")
  private @Nullable Long seed;

  @Option(names = "--clock", paramLabel = "INSTANT")
  private @Nullable Instant clock;

  @Option(names = "--export-trust", paramLabel = "FILE")
  private @Nullable Path exportTrust;

  /** Whether any of these options was given: they mean nothing without a simulated card. */
  public boolean isGiven() {
    return !faults.isEmpty() || seed != null || clock != null || exportTrust != null;
  }

  /** Whether the card is a chip of the test plan, BSI TR-03105 Part 5.1. */
  public boolean isInspectionCase() {
    return faults.stream().anyMatch(id -> InspectionCases.find(id).isPresent());
  }

  /** The time of the cases for one of them: its algorithms and certificates are of that day. */
  public Clock clock(Clock real) {
    return isInspectionCase() ? Clock.fixed(InspectionCases.NOW, ZoneOffset.UTC) : real;
  }

  /**
   * Makes the card, and the file with its trust if one was asked for.
   *
   * @param name a persona, or a folder with the files of a document
   * @param real the clock that the card follows unless an option sets one
   */
  public SimulatedCard make(String name, Clock real) throws CommandException {
    SimulatedCard card = build(name, real);
    if (exportTrust != null) {
      TrustExport.write(card, exportTrust);
    }
    return card;
  }

  private SimulatedCard build(String name, Clock real) throws CommandException {
    SimulatedCard.Builder builder = SimulatedCard.builder();
    try {
      if (isFolder(name)) {
        builder.folder(Path.of(name));
      } else if (!name.equals(UNNAMED)) {
        builder.persona(name);
      }
      faults.forEach(builder::fault);
      if (seed != null) {
        builder.seed(seed);
      }
      return builder
          .clock(clock == null ? clock(real) : Clock.fixed(clock, ZoneOffset.UTC))
          .build();
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("usage.simulator", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw CommandException.input("input.folder", name, String.valueOf(e.getMessage()));
    }
  }

  /** Whether a card of that name is made of somebody's files: of a document that may be real. */
  public boolean isFolder(String name) {
    return name.contains("/") || (!name.equals(UNNAMED) && Files.isDirectory(Path.of(name)));
  }
}
