package io.cardproof.chip;

import static io.cardproof.terminal.TestAuthority.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.DecoratedLink;
import io.cardproof.IssuedCards;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.chip.EacChip.AccessBy;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityObjects;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.evidence.TerminalRecord.Outcome;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.terminal.HolderAuthorisation.Role;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.terminal.TestAuthority;
import io.cardproof.value.Bytes;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files of the application are read, in which order, and which are left alone. */
class DataGroupsTest {
  private static final Bytes UNREAD = Bytes.ofHex("6302AAAA");

  @Test
  void whatTheSecurityObjectListsIsReadInTheOrderOfUse() throws Exception {
    Evidence evidence = capture(open(16, 13, 11, 2, 1));
    assertEquals(
        List.of(FileId.SOD, FileId.DG1, FileId.DG13, FileId.DG2, FileId.DG16, FileId.DG11),
        read(evidence));
  }

  @Test
  void whatItDoesNotListIsLeftAloneButForAKeyToNameInTheReport() throws Exception {
    ChipImage.Builder image = open(1);
    file(image, FileId.DG2);
    file(image, FileId.DG15);
    assertEquals(List.of(FileId.SOD, FileId.DG15, FileId.DG1), read(capture(image)));
  }

  @Test
  void fingersAndIrisesAreNotTriedWithoutATerminalsKeys() throws Exception {
    assertEquals(List.of(FileId.SOD, FileId.DG1), read(capture(open(1, 3, 4))));
  }

  @Test
  void aRightOverAFileThatIsNotListedReadsNothing() throws Exception {
    EacChip chip = EacChip.of(AccessBy.BAC, StandardGroup.SECP256R1);
    file(chip.image(), FileId.SOD, SecurityObjects.listing(3, 14));
    Evidence evidence = withTerminal(chip);
    assertEquals(Outcome.PASSED, evidence.terminal().orElseThrow().outcome());
    assertEquals(EacChip.FINGERS, evidence.file(FileId.DG3).orElseThrow());
    assertEquals(List.of(), statusWords(evidence, FileId.DG4));
  }

  @Test
  void aDocumentWithNothingBehindItIsNotAskedToAuthenticateTheTerminal() throws Exception {
    EacChip chip = EacChip.of(AccessBy.BAC, StandardGroup.SECP256R1);
    file(chip.image(), FileId.SOD, SecurityObjects.listing(14));
    assertEquals(Outcome.NOT_NEEDED, withTerminal(chip).terminal().orElseThrow().outcome());
  }

  @Test
  void aChipThatEndsTheChannelInsteadOfSigningLosesNothingThatWasRead() throws Exception {
    SimulatedCard card = IssuedCards.of(1, "cccd-2021");
    try (AccessKey key = SimulatedLinks.can(card)) {
      Evidence evidence = Captures.capture(endsAtTheSignature(card.newChip()), key);
      assertEquals(
          List.of(1, 2, 13, 14, 15), Captures.matching(evidence).stream().sorted().toList());
      ChipProof.ActiveAuthentication proof =
          Captures.proof(evidence, ChipProof.ActiveAuthentication.class);
      assertEquals(0x6F00, proof.statusWord());
      assertEquals(Bytes.empty(), proof.response());
      Captures.assertChipAuthenticationHolds(evidence);
    }
  }

  @Test
  void aRefusedSecurityObjectEndsTheInspectionAndAMissingOneDoesNot() throws Exception {
    ProtocolException refused =
        assertThrows(
            ProtocolException.class,
            () -> EacChip.inspect(withoutSecurityObject(0x6985), credentials(), EacChip.CHIP_DATE));
    assertEquals(0x6985, refused.statusWord().orElseThrow());
    assertEquals(Step.READ_FILE, refused.step());
    Evidence missing =
        EacChip.inspect(withoutSecurityObject(0x6A82), credentials(), EacChip.CHIP_DATE);
    assertEquals(List.of(), read(missing));
    assertEquals(List.of(0x6A82), statusWords(missing, FileId.SOD));
  }

  private final TestAuthority root = TestAuthority.onCurve("UTCVCA00001");
  private final TestAuthority verifier = TestAuthority.onCurve("UTDVDE00001");
  private final TestAuthority terminal = TestAuthority.onCurve("UTISDE00001");

  private Evidence withTerminal(EacChip chip) throws Exception {
    return EacChip.inspect(chip.trusting(root.itself()), credentials(), EacChip.CHIP_DATE);
  }

  private TerminalCredentials credentials() throws Exception {
    return new TerminalCredentials(
        List.of(
            root.certify(verifier, Role.DOMESTIC_DV, ALL),
            verifier.certify(terminal, Role.TERMINAL, ALL)),
        terminal.keys().key());
  }

  private VirtualCard withoutSecurityObject(int statusWord) throws Exception {
    EacChip chip = EacChip.of(AccessBy.BAC, StandardGroup.SECP256R1);
    chip.image().statusFor(FileId.SOD.fid(), statusWord);
    return chip.trusting(root.itself());
  }

  private static ChipImage.Builder open(int... listed) throws Exception {
    ChipImage.Builder image = ChipImage.builder();
    file(image, FileId.SOD, SecurityObjects.listing(listed));
    for (int number : listed) {
      file(image, FileId.dataGroup(number));
    }
    return image;
  }

  private static void file(ChipImage.Builder image, FileId id) {
    file(image, id, UNREAD);
  }

  private static void file(ChipImage.Builder image, FileId id, Bytes content) {
    image.file(id.fid(), content.toByteArray());
  }

  private static Evidence capture(ChipImage.Builder image) throws Exception {
    try (AccessKey key = AccessKey.can("123456")) {
      return Captures.capture(
          SimulatedLinks.inProcess(new VirtualCard(image.build(), new SecureRandom())), key);
    }
  }

  private static List<FileId> read(Evidence evidence) {
    return evidence.files().stream()
        .filter(file -> file.statusWord() == 0x9000)
        .map(EvidenceFile::id)
        .toList();
  }

  private static List<Integer> statusWords(Evidence evidence, FileId id) {
    return evidence.files().stream()
        .filter(file -> file.id() == id)
        .map(EvidenceFile::statusWord)
        .toList();
  }

  /** Takes short commands only, and drops the channel at INTERNAL AUTHENTICATE. */
  private static CardLink endsAtTheSignature(VirtualCard chip) {
    return new DecoratedLink(SimulatedLinks.inProcess(chip)) {
      @Override
      public byte[] transmit(byte[] command) throws CardUnavailableException {
        if (command.length > 5 && command[4] == 0) {
          return Bytes.ofHex("6700").toByteArray();
        }
        return command[1] == (byte) 0x88
            ? Bytes.ofHex("6F00").toByteArray()
            : super.transmit(command);
      }
    };
  }
}
