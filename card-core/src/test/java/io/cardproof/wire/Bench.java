package io.cardproof.wire;

import io.cardproof.SimulatedLinks;
import io.cardproof.SimulatedParties;
import io.cardproof.access.AccessKey;
import io.cardproof.chip.Inspection;
import io.cardproof.chip.InspectionRequest;
import io.cardproof.chip.Limits;
import io.cardproof.document.FileId;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.report.Report;
import io.cardproof.simulator.Personas;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Expectation;
import io.cardproof.verify.Policy;
import io.cardproof.verify.Verifier;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** One persona on a reader whose time is a number: delays of the chip let it jump. */
final class Bench {
  static final Limits LIMITS = Limits.defaults();
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Bytes CHALLENGE = Bytes.ofHex("0102030405060708");
  private static final long SEED = 21;

  private final SimulatedCard card;
  private final InspectionRequest request;
  private final Verifier verifier;
  private final SignedParts signed;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong nanos = new AtomicLong();
  private final Inspection inspection =
      new Inspection(random, CLOCK, nanos::get, LIMITS, Policy.COUNTER);

  private Bench(SimulatedCard card) throws InspectionException {
    this.card = card;
    this.request = request(card);
    this.verifier = new Verifier(SimulatedParties.trust(card), Policy.COUNTER);
    this.signed =
        capture(place(card.image())).file(FileId.SOD).flatMap(SignedParts::of).orElseThrow();
  }

  static Bench of(String persona) throws Exception {
    return new Bench(SimulatedCard.builder().persona(persona).seed(SEED).clock(CLOCK).build());
  }

  /** Of every persona. */
  static List<Bench> all() throws Exception {
    List<Bench> benches = new ArrayList<>();
    for (Personas.Entry persona : Personas.list()) {
      benches.add(of(persona.name()));
    }
    return benches;
  }

  String persona() {
    return card.name();
  }

  /** What the chip holds, to put something between it and its answers. */
  ChipImage.Builder image() {
    return card.image().toBuilder();
  }

  VirtualCard place(ChipImage image) {
    return new VirtualCard(image, random, time -> nanos.addAndGet(time.toNanos()));
  }

  /** How long the card took, by its own delays alone. */
  Duration elapsed() {
    return Duration.ofNanos(nanos.get());
  }

  Evidence capture(VirtualCard chip) throws InspectionException {
    return capture(SimulatedLinks.inProcess(chip));
  }

  Evidence capture(CardLink link) throws InspectionException {
    try (AccessKey key = SimulatedLinks.key(card)) {
      return inspection.run(link, key, request);
    }
  }

  /** Whether everything in its EF.SOD that is signed is what the issuer signed. */
  boolean isSignedAsIssued(Evidence evidence) {
    return evidence.file(FileId.SOD).flatMap(SignedParts::of).filter(signed::equals).isPresent();
  }

  Report judge(Evidence evidence) {
    return verifier.verify(evidence, Expectation.none(), NOW);
  }

  private static InspectionRequest request(SimulatedCard card) throws MalformedInputException {
    InspectionRequest plain = InspectionRequest.challenge(CHALLENGE);
    return card.terminal().isPresent()
        ? plain.terminal(SimulatedParties.terminal(card.terminal().get()))
        : plain;
  }
}
