package io.cardproof.chip;

import static io.cardproof.chip.Captures.capture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.DecoratedLink;
import io.cardproof.IssuedCards;
import io.cardproof.SharedData;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.crypto.ProofException;
import io.cardproof.document.FileId;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.AccessRecord.Protocol;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.value.Bytes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole inspections of simulated chips that keep to the standard. */
class InspectionTest {
  private static SimulatedCard citizen;

  @BeforeAll
  static void issue() throws Exception {
    citizen = IssuedCards.of(1, "cccd-2021");
  }

  @Test
  void theCitizenCardIsReadInTheFixedOrder() throws Exception {
    Evidence evidence = citizenEvidence();
    assertEquals(
        List.of(
            FileId.CARD_ACCESS,
            FileId.SOD,
            FileId.DG14,
            FileId.DG15,
            FileId.DG1,
            FileId.DG13,
            FileId.DG2),
        evidence.files().stream().map(EvidenceFile::id).toList());
    assertEquals(Protocol.PACE_GM, evidence.access().protocol());
    assertEquals(AccessKey.Kind.CAN, evidence.access().key().orElseThrow());
    assertEquals(13, evidence.access().parameterId().orElseThrow());
  }

  @Test
  void allItsProofsAndHashesHold() throws Exception {
    Evidence evidence = citizenEvidence();
    Captures.assertChipAuthenticationHolds(evidence);
    Captures.assertActiveAuthenticationHolds(evidence);
    assertEquals(List.of(1, 2, 13, 14, 15), Captures.matching(evidence).stream().sorted().toList());
  }

  @Test
  void theCitizenCardTakesSixteenCommandsInProcess() throws Exception {
    VirtualCard chip = citizen.newChip();
    try (AccessKey key = SimulatedLinks.can(citizen)) {
      Evidence evidence = capture(SimulatedLinks.inProcess(chip), key);
      assertEquals(16, evidence.reading().apdus());
      assertEquals(16, chip.commandCount());
    }
  }

  @Test
  void aPassportProvesItsChipByPaceAndShowsTheSignedKeyBeforeItsApplication() throws Exception {
    SimulatedCard passport = IssuedCards.of(2, "passport");
    try (AccessKey key = SimulatedLinks.mrz(passport)) {
      Evidence evidence = capture(SimulatedLinks.inProcess(passport.newChip()), key);
      assertEquals(Protocol.PACE_CAM, evidence.access().protocol());
      assertEquals(
          List.of(FileId.CARD_ACCESS, FileId.CARD_SECURITY, FileId.SOD),
          evidence.files().subList(0, 3).stream().map(EvidenceFile::id).toList());
      assertTrue(evidence.proofs().get(0) instanceof ChipProof.ChipAuthenticationMapping);
      assertEquals(19, evidence.reading().apdus());
    }
  }

  @Test
  void theCitizenCardTakesSeventeenCommandsBehindTheJdksBuffer() throws Exception {
    try (AccessKey key = SimulatedLinks.can(citizen)) {
      Evidence evidence = capture(SimulatedLinks.behindJdkBuffer(citizen.newChip()), key);
      assertEquals(17, evidence.reading().apdus());
      Captures.assertChipAuthenticationHolds(evidence);
      Captures.assertActiveAuthenticationHolds(evidence);
    }
  }

  @Test
  void theMrzOpensTheCitizenCardByPaceToo() throws Exception {
    try (AccessKey key = SimulatedLinks.mrz(citizen)) {
      Evidence evidence = capture(SimulatedLinks.inProcess(citizen.newChip()), key);
      assertEquals(Protocol.PACE_GM, evidence.access().protocol());
      assertEquals(AccessKey.Kind.MRZ, evidence.access().key().orElseThrow());
    }
  }

  @Tag("slow")
  @Test
  void aPassportWithoutPaceOpensByBac() throws Exception {
    SimulatedCard passport = IssuedCards.of(2, "passport-2010");
    try (AccessKey key = SimulatedLinks.mrz(passport)) {
      Evidence evidence = capture(SimulatedLinks.inProcess(passport.newChip()), key);
      assertEquals(Protocol.BAC, evidence.access().protocol());
      Captures.assertActiveAuthenticationHolds(evidence);
      assertTrue(Captures.matching(evidence).containsAll(List.of(1, 2, 15)));
    }
  }

  @Tag("slow")
  @Test
  void anAccessNumberDoesNotOpenAPassportWithoutPace() throws Exception {
    SimulatedCard passport = IssuedCards.of(2, "passport-2010");
    try (AccessKey key = AccessKey.can("123456")) {
      VirtualCard chip = passport.newChip();
      assertThrows(
          UnsupportedDocumentException.class, () -> capture(SimulatedLinks.inProcess(chip), key));
    }
  }

  @Test
  void aCardWithoutTheApplicationIsNotSupported() throws Exception {
    CardLink link =
        new DecoratedLink(SimulatedLinks.inProcess(citizen.newChip())) {
          @Override
          public byte[] transmit(byte[] command) {
            return Bytes.ofHex("6A82").toByteArray();
          }
        };
    try (AccessKey key = SimulatedLinks.mrz(citizen)) {
      assertThrows(UnsupportedDocumentException.class, () -> capture(link, key));
    }
  }

  @Test
  void theReferenceDocumentIsReadByBacAndItsUnlistedKeyProvesNothing() throws Exception {
    Path folder = SharedData.path("bsi-reference-set");
    SimulatedCard document = SimulatedCard.builder().folder(folder).build();
    try (AccessKey key = SimulatedLinks.mrz(document)) {
      Evidence evidence = capture(SimulatedLinks.inProcess(document.newChip()), key);
      assertEquals(Protocol.BAC, evidence.access().protocol());
      assertTrue(Captures.matching(evidence).containsAll(List.of(1, 2, 14)));
      Captures.assertChipAuthenticationHolds(evidence);
      assertTrue(evidence.file(FileId.DG15).isPresent());
      assertTrue(
          evidence.proofs().stream().noneMatch(ChipProof.ActiveAuthentication.class::isInstance));
      assertTrue(evidence.files().stream().noneMatch(file -> file.id() == FileId.DG3));
    }
  }

  @Test
  void aRefusedDataGroupIsEvidenceWithItsStatusWord() throws Exception {
    SimulatedCard card = IssuedCards.of(3, "cccd-2021", "no-proof-files");
    try (AccessKey key = SimulatedLinks.can(card)) {
      Evidence evidence = capture(SimulatedLinks.inProcess(card.newChip()), key);
      for (FileId id : List.of(FileId.DG14, FileId.DG15)) {
        EvidenceFile file =
            evidence.files().stream().filter(f -> f.id() == id).findFirst().orElseThrow();
        assertEquals(0x6A82, file.statusWord());
        assertTrue(file.content().isEmpty());
      }
      assertTrue(evidence.proofs().isEmpty());
      assertTrue(evidence.file(FileId.DG2).isPresent());
    }
  }

  @Test
  void aCloneIsEvidenceOfAFailedChipAuthentication() throws Exception {
    SimulatedCard card = IssuedCards.of(4, "cccd-2021", "clone");
    try (AccessKey key = SimulatedLinks.can(card)) {
      Evidence evidence = capture(SimulatedLinks.inProcess(card.newChip()), key);
      ChipProof.ChipAuthentication proof =
          Captures.proof(evidence, ChipProof.ChipAuthentication.class);
      ProofException e = assertThrows(ProofException.class, () -> Captures.verify(evidence, proof));
      assertEquals(ProofException.Fault.RESPONSE_NOT_UNDER_KEYS, e.fault());
      assertTrue(evidence.file(FileId.DG2).isEmpty(), "a clone is found before its portrait");
    }
  }

  @Test
  void aTranscriptOfAnotherInspectionFails() throws Exception {
    Evidence one = citizenEvidence();
    ChipProof.ChipAuthentication mine = Captures.proof(one, ChipProof.ChipAuthentication.class);
    ChipProof.ChipAuthentication other =
        Captures.proof(citizenEvidence(), ChipProof.ChipAuthentication.class);
    ChipProof.ChipAuthentication swapped =
        new ChipProof.ChipAuthentication(
            mine.protocolOid(),
            mine.keyId(),
            mine.terminalPublicKey(),
            mine.terminalPrivateKey(),
            mine.statusWord(),
            other.protectedCommand(),
            other.protectedResponse());
    ProofException e = assertThrows(ProofException.class, () -> Captures.verify(one, swapped));
    assertEquals(ProofException.Fault.COMMAND_NOT_UNDER_KEYS, e.fault());
  }

  private static Evidence citizenEvidence() throws Exception {
    try (AccessKey key = SimulatedLinks.can(citizen)) {
      return capture(SimulatedLinks.inProcess(citizen.newChip()), key);
    }
  }
}
