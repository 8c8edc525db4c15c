package io.cardproof.chip;

import static io.cardproof.chip.Captures.capture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.IssuedCards;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.evidence.AccessRecord.Protocol;
import io.cardproof.evidence.Evidence;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.ActiveAuthenticationVariant;
import io.cardproof.simulator.persona.ChipAuthenticationVariant;
import io.cardproof.simulator.persona.PaceVariant;
import io.cardproof.simulator.persona.Persona;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.simulator.quirk.Quirk;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library reads every habit of real chips that the simulator has, reference/field.md §3. */
class QuirksTest {
  private static final Persona BAC = document().bac().build();
  private static final Persona PACE =
      document()
          .pace(PaceVariant.generic(StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_128))
          .can("123456")
          .build();
  // What a chip refuses once is not asked again; short APDUs alone take a hundred for a portrait.
  private static final int FEW = 30;
  private static final int MANY = 250;
  private static final Set<Quirk> SHORT_READS =
      EnumSet.of(
          Quirk.SHORT_LENGTH_ONLY,
          Quirk.LE_AT_MOST_224,
          Quirk.LE_AT_MOST_160,
          Quirk.LE_AT_MOST_112,
          Quirk.END_OF_FILE_6CXX,
          Quirk.PARTS_INSIDE,
          Quirk.PARTS_OUTSIDE);

  @ParameterizedTest
  @EnumSource(Quirk.class)
  void aCardWithAnyQuirkIsReadWholeByPace(Quirk quirk) throws Exception {
    SimulatedCard card = card(PACE, quirk);
    try (AccessKey key = SimulatedLinks.can(card)) {
      Evidence evidence = capture(SimulatedLinks.inProcess(card.newChip()), key);
      assertEquals(Protocol.PACE_GM, evidence.access().protocol());
      assertIsWhole(evidence);
      int most = SHORT_READS.contains(quirk) ? MANY : FEW;
      int commands = evidence.reading().apdus();
      assertTrue(commands <= most, "commands: " + commands);
    }
  }

  @ParameterizedTest
  @EnumSource(Quirk.class)
  void aCardWithAnyQuirkIsReadWholeByBac(Quirk quirk) throws Exception {
    SimulatedCard card = card(BAC, quirk);
    try (AccessKey key = SimulatedLinks.mrz(card)) {
      Evidence evidence = capture(SimulatedLinks.inProcess(card.newChip()), key);
      assertEquals(Protocol.BAC, evidence.access().protocol());
      assertIsWhole(evidence);
    }
  }

  @Test
  void quirksGoTogether() throws Exception {
    SimulatedCard card =
        card(
            PACE,
            Quirk.SELECT_MF_REFUSED,
            Quirk.SELECT_TELLS_ALWAYS,
            Quirk.NO_SHORT_IDENTIFIERS,
            Quirk.LE_AT_MOST_160,
            Quirk.END_OF_FILE_6B00);
    try (AccessKey key = SimulatedLinks.can(card)) {
      assertIsWhole(capture(SimulatedLinks.inProcess(card.newChip()), key));
    }
  }

  @Test
  void aChipThatSlowsDownIsNotAskedTwiceAndOpensWithTheRightKey() throws Exception {
    SimulatedCard card = card(PACE, Quirk.SLOW_AFTER_FAILURE);
    List<Duration> waits = new ArrayList<>();
    VirtualCard chip = new VirtualCard(card.image(), new SecureRandom(), waits::add);
    try (AccessKey wrong = AccessKey.can("000000");
        AccessKey right = SimulatedLinks.can(card)) {
      assertThrows(
          AccessDeniedException.class, () -> capture(SimulatedLinks.inProcess(chip), wrong));
      assertEquals(Duration.ZERO, total(waits), "one attempt, and it was not slow yet");
      chip.reset();
      assertFalse(capture(SimulatedLinks.inProcess(chip), right).proofs().isEmpty());
      assertTrue(total(waits).compareTo(Duration.ZERO) > 0);
    }
  }

  private static Duration total(List<Duration> waits) {
    return waits.stream().reduce(Duration.ZERO, Duration::plus);
  }

  private static void assertIsWhole(Evidence evidence) throws Exception {
    assertEquals(List.of(1, 2, 14, 15), Captures.matching(evidence).stream().sorted().toList());
    Captures.assertChipAuthenticationHolds(evidence);
    Captures.assertActiveAuthenticationHolds(evidence);
  }

  private static PersonaBuilder document() {
    return PersonaBuilder.passport("quirks")
        .chipAuthentication(
            ChipAuthenticationVariant.of(StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_128))
        .activeAuthentication(
            ActiveAuthenticationVariant.ecdsa(StandardGroup.BRAINPOOL_P256R1, Hash.SHA_256));
  }

  private static SimulatedCard card(Persona persona, Quirk... quirks) {
    String order = "quirks " + (persona == PACE ? "PACE " : "BAC ") + List.of(quirks);
    return IssuedCards.once(
        order,
        () -> {
          SimulatedCard.Builder builder = SimulatedCard.builder().persona(persona).seed(1);
          for (Quirk quirk : quirks) {
            builder.fault(quirk.id());
          }
          return builder.build();
        });
  }
}
