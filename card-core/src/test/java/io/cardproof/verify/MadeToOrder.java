package io.cardproof.verify;

import io.cardproof.CardInspector;
import io.cardproof.SimulatedLinks;
import io.cardproof.SimulatedParties;
import io.cardproof.access.AccessKey;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.report.Report;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.trust.TrustStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** Documents issued for one test, inspected and judged as any other. */
final class MadeToOrder {
  private static final Clock CLOCK = Clock.fixed(Captures.NOW, ZoneOffset.UTC);
  private static final int PORTRAIT_FILE = 0x0102;

  private final byte[] portrait;

  MadeToOrder() throws Exception {
    portrait = issue(passport()).image().file(PORTRAIT_FILE).orElseThrow();
  }

  /** A passport that opens by BAC, with a portrait that was drawn once. */
  PersonaBuilder document() {
    return passport().dataGroup(2, portrait);
  }

  SimulatedCard issue(PersonaBuilder document) throws Exception {
    return issue(document, 5);
  }

  /** A card of another seed has other keys and another issuer. */
  SimulatedCard issue(PersonaBuilder document, long seed, String... faults) throws Exception {
    SimulatedCard.Builder card =
        SimulatedCard.builder().persona(document.build()).seed(seed).clock(CLOCK);
    for (String fault : faults) {
      card.fault(fault);
    }
    return card.build();
  }

  /** The report on a chip that differs from the card's in what {@code change} sets. */
  Report judge(SimulatedCard card, UnaryOperator<ChipImage.Builder> change) throws Exception {
    return judge(card, capture(card, change));
  }

  Report judge(SimulatedCard card, Evidence evidence) throws Exception {
    return Judged.judge(SimulatedParties.trust(card), evidence, Expectation.none());
  }

  Evidence capture(SimulatedCard card, UnaryOperator<ChipImage.Builder> change) throws Exception {
    VirtualCard chip =
        new VirtualCard(change.apply(card.image().toBuilder()).build(), new SecureRandom());
    return capture(SimulatedLinks.inProcess(chip), card);
  }

  Evidence capture(CardLink link, SimulatedCard card) throws Exception {
    TrustStore none = TrustStore.builder().build();
    CardInspector inspector = CardInspector.builder(none).clock(CLOCK).build();
    try (AccessKey key = SimulatedLinks.mrz(card)) {
      return inspector.capture(link, key, Captures.CHALLENGE);
    }
  }

  private static PersonaBuilder passport() {
    return PersonaBuilder.passport("made to order").bac();
  }
}
