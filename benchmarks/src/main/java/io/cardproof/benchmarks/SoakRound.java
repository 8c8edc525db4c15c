package io.cardproof.benchmarks;

import io.cardproof.CardInspector;
import io.cardproof.InspectionOptions;
import io.cardproof.access.AccessKey;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.CardLink;
import io.cardproof.reader.pcsc.PcscReaders;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.TerminalAccess;
import io.cardproof.simulator.inspection.InspectionCases;
import io.cardproof.simulator.link.SimulatedTerminal;
import io.cardproof.simulator.persona.Persona;
import io.cardproof.terminal.CvCertificate;
import io.cardproof.terminal.Pkcs8TerminalKey;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One card, drawn by a number, at one reader: a persona with faults or the chip of an inspection
 * case, a key, and two inspections.
 */
final class SoakRound {
  private static final int MOST_FAULTS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String SOURCE = "simulator";
  private static final Clock OF_THE_CASES = Clock.fixed(InspectionCases.NOW, ZoneOffset.UTC);

  private final RandomGenerator random;
  private final SoakFaults faults;
  private final long seed;
  private final PcscReaders readers;
  private final SimulatedTerminal terminal;

  SoakRound(long seed, PcscReaders readers, SimulatedTerminal terminal) {
    this.seed = seed;
    this.random = new Random(seed);
    this.faults = new SoakFaults(random);
    this.readers = readers;
    this.terminal = terminal;
  }

  /**
   * Both inspections' outcomes, such as {@code authentic} or {@code card-removed}.
   *
   * @throws RuntimeException if the library fails; that is what the soak looks for
   */
  List<String> outcomes() throws IOException, MalformedInputException {
    boolean inspectionCase = random.nextInt(8) == 0;
    Clock clock = inspectionCase ? OF_THE_CASES : Clock.systemUTC();
    SimulatedCard card = inspectionCase ? inspectionCase() : card();
    CardInspector inspector = CardInspector.builder(trust(card)).clock(clock).build();
    terminal.insert(card.newChip());
    try {
      return List.of(inspect(inspector, card), inspect(inspector, card));
    } finally {
      terminal.remove();
    }
  }

  private String inspect(CardInspector inspector, SimulatedCard card)
      throws MalformedInputException {
    InspectionOptions options = options(card);
    try (CardLink link = readers.waitForCard(Optional.of(terminal.getName()), PATIENCE);
        AccessKey key = key(card)) {
      return name(inspector.inspect(link, key, options).verdict());
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

  private SimulatedCard inspectionCase() throws IOException {
    return SimulatedCard.builder()
        .fault(faults.inspectionCase())
        .seed(seed)
        .clock(OF_THE_CASES)
        .build();
  }

  private SimulatedCard card() throws IOException {
    while (true) {
      SimulatedCard.Builder builder = SimulatedCard.builder().persona(persona()).seed(seed);
      try {
        for (int count = random.nextInt(MOST_FAULTS + 1); count > 0; count--) {
          builder.fault(faults.fault());
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

  /** The right one, and once in ten a wrong one. */
  private AccessKey key(SimulatedCard card) throws MalformedInputException {
    if (random.nextInt(10) == 0) {
      return AccessKey.can("000000");
    }
    if (card.pin().isPresent() && random.nextInt(3) == 0) {
      return AccessKey.pin(card.pin().get());
    }
    if (card.can().isPresent() && random.nextBoolean()) {
      return AccessKey.can(card.can().get());
    }
    return AccessKey.mrzLines(String.join("\n", card.mrz()));
  }

  /** Every file once in two, with the terminal that the card lets in, where it has one. */
  private InspectionOptions options(SimulatedCard card) throws MalformedInputException {
    InspectionOptions usual = InspectionOptions.defaults();
    if (random.nextBoolean()) {
      return usual;
    }
    return card.terminal().isPresent()
        ? usual.allFiles().terminal(terminal(card.terminal().get()))
        : usual.allFiles();
  }

  private static TerminalCredentials terminal(TerminalAccess access)
      throws MalformedInputException {
    List<CvCertificate> certificates = new ArrayList<>();
    for (byte[] certificate : access.certificates()) {
      certificates.add(CvCertificate.parse(SOURCE, Bytes.of(certificate)));
    }
    return new TerminalCredentials(certificates, Pkcs8TerminalKey.parse(access.pkcs8()));
  }

  private static TrustStore trust(SimulatedCard card) throws MalformedInputException {
    TrustStore.Builder trust = TrustStore.builder().allowTestAnchors();
    Stream.of(card.trust(), card.links(), card.signers())
        .flatMap(List::stream)
        .forEach(certificate -> trust.addCertificate(Bytes.of(certificate), SOURCE));
    card.distrusted().forEach(hash -> trust.distrust(Bytes.of(hash)));
    if (card.crl().length > 0) {
      trust.addCrl(Bytes.of(card.crl()), SOURCE);
    }
    return trust.build();
  }
}
