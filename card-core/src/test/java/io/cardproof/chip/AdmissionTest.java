package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.CardInspector;
import io.cardproof.DecoratedLink;
import io.cardproof.IssuedCards;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.document.FileId;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.InspectionException;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Consequence;
import io.cardproof.verify.Policy;
import io.cardproof.verify.PolicyRule;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A policy that refuses a chip refuses it before its holder's data is read. */
class AdmissionTest {
  private static final Bytes CHALLENGE = Bytes.ofHex("0102030405060708");
  private static final int READ_BINARY = 0xB0;

  private static SimulatedCard citizen;
  private static SimulatedCard passport;

  @BeforeAll
  static void issue() throws Exception {
    citizen = IssuedCards.of(1, "cccd-2021");
    passport = IssuedCards.of(1, "passport-2010");
  }

  @Test
  void basicAccessIsRefusedBeforeTheKeyIsTried() throws Exception {
    Counted link = new Counted(SimulatedLinks.inProcess(passport.newChip()));
    assertRefused(link, passport, PolicyRule.BASIC_ACCESS);
    assertFalse(link.authenticated);
    assertTrue(captured(passport, Policy.STRICT).file(FileId.DG1).isPresent());
  }

  @Test
  void aChipWithoutAccessControlIsRefusedAfterItsSecurityObjectAtTheMost() throws Exception {
    SimulatedCard open =
        IssuedCards.once(
            "admission: open",
            () ->
                SimulatedCard.builder()
                    .persona(PersonaBuilder.passport("open").build())
                    .seed(1)
                    .build());
    Counted link = new Counted(SimulatedLinks.inProcess(open.newChip()));
    assertRefused(link, open, PolicyRule.OPEN_CHIP);
    assertTrue(link.reads < 10, "reads: " + link.reads);
    assertTrue(captured(open, Policy.LEGACY).file(FileId.DG1).isPresent());
  }

  @Test
  void aChipWhoseHiddenPaceComesOutInDg14IsReadNoFurther() throws Exception {
    Counted hidden = new Counted(withoutCardAccess());
    assertRefused(hidden, citizen, PolicyRule.PACE_NOT_USED);
    assertTrue(hidden.reads < 20, "SOD and DG14 only: " + hidden.reads);
    assertTrue(
        capture(withoutCardAccess(), citizen, Policy.STRICT).file(FileId.DG1).isPresent(),
        "strict reads it and leaves the verdict open");
  }

  @Test
  void aPortraitThatMayBeMissingIsNotRead() throws Exception {
    Policy noPortrait = Policy.COUNTER.with(PolicyRule.PORTRAIT_NOT_READ, Consequence.REMARK);
    Evidence evidence = captured(citizen, noPortrait);
    assertTrue(evidence.file(FileId.DG2).isEmpty());
    assertEquals(Optional.of("counter,portrait-not-read=remark"), evidence.policy());
    assertTrue(evidence.file(FileId.DG13).isPresent());
    assertTrue(captured(citizen, Policy.LEGACY).file(FileId.DG2).isPresent());
  }

  private static void assertRefused(CardLink link, SimulatedCard card, PolicyRule rule) {
    Policy policy = Policy.COUNTER.with(rule, Consequence.REFUSAL);
    UnsupportedDocumentException refused =
        assertThrows(UnsupportedDocumentException.class, () -> capture(link, card, policy));
    assertEquals(ErrorCode.REFUSED_BY_POLICY, refused.code());
    assertTrue(String.valueOf(refused.getMessage()).contains(rule.id()), refused.getMessage());
  }

  private static Evidence captured(SimulatedCard card, Policy policy) throws InspectionException {
    return capture(SimulatedLinks.inProcess(card.newChip()), card, policy);
  }

  private static Evidence capture(CardLink link, SimulatedCard card, Policy policy)
      throws InspectionException {
    try (AccessKey key = AccessKey.mrzLines(String.join("\n", card.mrz()))) {
      return CardInspector.builder(TrustStore.builder().build())
          .policy(policy)
          .build()
          .capture(link, key, CHALLENGE);
    }
  }

  /** The citizen card behind somebody who hides EF.CardAccess. */
  private static CardLink withoutCardAccess() {
    return new DecoratedLink(SimulatedLinks.inProcess(citizen.newChip())) {
      @Override
      public byte[] transmit(byte[] command) throws CardUnavailableException {
        boolean cardAccess =
            (command[1] == (byte) READ_BINARY && command[2] == (byte) 0x9C)
                || Bytes.of(command).toHex().contains("02011c");
        return command[0] == 0 && cardAccess
            ? Bytes.ofHex("6A82").toByteArray()
            : super.transmit(command);
      }
    };
  }

  private static final class Counted extends DecoratedLink {
    private int reads;
    private boolean authenticated;

    Counted(CardLink link) {
      super(link);
    }

    @Override
    public byte[] transmit(byte[] command) throws CardUnavailableException {
      reads += command[1] == (byte) READ_BINARY ? 1 : 0;
      authenticated |= command[1] == (byte) 0x82;
      return super.transmit(command);
    }
  }
}
