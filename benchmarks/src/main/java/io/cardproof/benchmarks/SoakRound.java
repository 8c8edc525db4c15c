package io.cardproof.benchmarks;

import io.cardproof.CardInspector;
import io.cardproof.access.AccessKey;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.CardLink;
import io.cardproof.reader.pcsc.PcscReaders;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.Faults;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.link.SimulatedTerminal;
import io.cardproof.simulator.persona.Persona;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** One card, drawn by a number, at one reader: a persona, faults, a key, and two inspections. */
final class SoakRound {
  private static final int MOST_FAULTS = 2;
  private static final int COMMANDS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String REMOVAL = "removed-at=";

  private final RandomGenerator random;
  private final long seed;
  private final PcscReaders readers;
  private final SimulatedTerminal terminal;

  SoakRound(long seed, PcscReaders readers, SimulatedTerminal terminal) {
    this.seed = seed;
    this.random = new Random(seed);
    this.readers = readers;
    this.terminal = terminal;
  }

  /**
   * Both inspections' outcomes, such as {@code authentic} or {@code card-removed}.
   *
   * @throws RuntimeException if the library fails; that is what the soak looks for
   */
  List<String> outcomes() throws IOException, MalformedInputException {
    SimulatedCard card = card();
    CardInspector inspector = CardInspector.builder(trust(card)).build();
    terminal.insert(card.newChip());
    try {
      return List.of(inspect(inspector, card), inspect(inspector, card));
    } finally {
      terminal.remove();
    }
  }

  private String inspect(CardInspector inspector, SimulatedCard card) {
    try (CardLink link = readers.waitForCard(Optional.of(terminal.getName()), PATIENCE);
        AccessKey key = key(card)) {
      return name(inspector.inspect(link, key).verdict());
    } catch (CardUnavailableException e) {
      putBack(card);
      return e.code().id();
    } catch (InspectionException e) {
      return e.code().id();
    }
  }

  /** A card that left is put on the reader again: a new session of the same document. */
  private void putBack(SimulatedCard card) {
    terminal.remove();
    terminal.insert(card.newChip());
  }

  private static String name(Verdict verdict) {
    return verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private SimulatedCard card() throws IOException {
    while (true) {
      SimulatedCard.Builder builder = SimulatedCard.builder().persona(persona()).seed(seed);
      try {
        for (int faults = random.nextInt(MOST_FAULTS + 1); faults > 0; faults--) {
          builder.fault(fault());
        }
        return builder.build();
      } catch (IllegalArgumentException e) {
        // These two exclude each other, or this document cannot have them: drawn again.
      }
    }
  }

  private Persona persona() {
    List<Persona> all = Persona.all();
    return all.get(random.nextInt(all.size()));
  }

  /** A removal as often as any other fault. */
  private String fault() {
    if (random.nextBoolean()) {
      return REMOVAL + (1 + random.nextInt(COMMANDS));
    }
    List<Faults.Entry> all = Faults.list();
    String id = all.get(random.nextInt(all.size())).id();
    return id.endsWith("=N")
        ? id.substring(0, id.length() - 1) + (1 + random.nextInt(COMMANDS))
        : id;
  }

  /** The right one, and once in ten a wrong one. */
  private AccessKey key(SimulatedCard card) throws MalformedInputException {
    if (random.nextInt(10) == 0) {
      return AccessKey.can("000000");
    }
    if (card.can().isPresent() && random.nextBoolean()) {
      return AccessKey.can(card.can().get());
    }
    return AccessKey.mrzLines(String.join("\n", card.mrz()));
  }

  private static TrustStore trust(SimulatedCard card) throws MalformedInputException {
    TrustStore.Builder trust = TrustStore.builder().allowTestAnchors();
    for (byte[] certificate : card.trust()) {
      trust.addCertificate(Bytes.of(certificate), "simulator");
    }
    return trust.addCrl(Bytes.of(card.crl()), "simulator").build();
  }
}
