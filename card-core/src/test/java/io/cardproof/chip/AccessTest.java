package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.DecoratedLink;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.crypto.EcCurves;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityObjects;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.SecurityInfos;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Consequence;
import io.cardproof.verify.Policy;
import io.cardproof.verify.PolicyRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.OptionalInt;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chip may refuse while it is opened, and what that is taken for. */
class AccessTest {
  private static final String AES_128 = "0.4.0.127.0.7.2.2.3.2.2";
  private final SecureRandom random = new SecureRandom();

  @ParameterizedTest
  @ValueSource(strings = {"6300", "63C2"})
  void aWrongKeyIsDeniedAlthoughTheChipWouldBeReadWithoutOne(String statusWord) throws Exception {
    PaceLink link = new PaceLink(challenging(openChip(), statusWord), random);
    try (AccessKey key = PaceChips.key(AccessKey.Kind.MRZ)) {
      AccessDeniedException denied =
          assertThrows(AccessDeniedException.class, () -> link.open(key));
      assertEquals(Integer.parseInt(statusWord, 16), denied.statusWord());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6D00", "6982"})
  void aChipThatGivesChallengesAndKnowsNoBasicAccessIsOpenedAsItIs(String statusWord)
      throws Exception {
    PaceLink link = new PaceLink(challenging(openChip(), statusWord), random);
    try (AccessKey key = PaceChips.key(AccessKey.Kind.MRZ);
        Access.Opened opened = link.open(key)) {
      assertEquals(AccessRecord.none(), opened.record());
    }
  }

  @Test
  void aRefusalStandsWhereNothingCanBeReadWithoutAKey() throws Exception {
    ChipImage closed = ChipImage.builder().mrzKey(PaceChips.MRZ_INFORMATION).build();
    PaceLink link = new PaceLink(challenging(closed, "6982"), random);
    try (AccessKey key = PaceChips.key(AccessKey.Kind.MRZ)) {
      assertThrows(AccessDeniedException.class, () -> link.open(key));
    }
  }

  @ParameterizedTest(name = "{0}, Chip Authentication refused: inspected {1}")
  @CsvSource({"6.2, true", "2.2, false"})
  void aRefusedChipAuthenticationWeakensNothingOnceMappingHasProvenTheChip(
      String pace, boolean inspected) throws Exception {
    Policy policy = Policy.COUNTER.with(PolicyRule.WEAKER_PROOF, Consequence.REFUSAL);
    CardLink link = SimulatedLinks.inProcess(new VirtualCard(announcesAKeyItLacks(pace), random));
    if (inspected) {
      Evidence evidence = inspect(link, policy);
      ChipProof.ChipAuthentication proof =
          Captures.proof(evidence, ChipProof.ChipAuthentication.class);
      assertFalse(proof.statusWord() == 0x9000);
      assertEquals(2, evidence.proofs().size());
    } else {
      UnsupportedDocumentException refused =
          assertThrows(UnsupportedDocumentException.class, () -> inspect(link, policy));
      assertEquals(ErrorCode.REFUSED_BY_POLICY, refused.code());
    }
  }

  private Evidence inspect(CardLink link, Policy policy) throws Exception {
    Inspection inspection =
        new Inspection(random, Clock.systemUTC(), System::nanoTime, Limits.defaults(), policy);
    try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN)) {
      return inspection.run(link, key, InspectionRequest.challenge(Captures.CHALLENGE));
    }
  }

  private ChipImage announcesAKeyItLacks(String pace) throws Exception {
    AsymmetricCipherKeyPair key = StandardGroup.BRAINPOOL_P256R1.keyPair(random);
    SecurityInfos announced =
        new SecurityInfos()
            .chipAuthentication(AES_128, OptionalInt.empty())
            .chipKey(PublicKeys.of(key.getPublic(), KeyForm.EXPLICIT), OptionalInt.empty());
    PaceChips chip = PaceChips.chip().pace(pace, 13);
    ECDomainParameters domain = EcCurves.byParameterId(13).orElseThrow();
    if (pace.startsWith("6")) {
      chip.mappingKey(
          new ECPrivateKeyParameters(EcCurves.privateKey(domain, random), domain),
          Bytes.ofHex("3000"));
    }
    chip.with()
        .file(FileId.SOD.fid(), SecurityObjects.listing(14).toByteArray())
        .file(FileId.DG14.fid(), Template.object(0x6E, Bytes.of(announced.sorted())).toByteArray());
    return chip.build();
  }

  private static ChipImage openChip() {
    return ChipImage.builder().file(FileId.SOD.fid(), PaceChips.FILE.toByteArray()).build();
  }

  /** Gives a challenge, and answers a key with {@code statusWord}. */
  private CardLink challenging(ChipImage image, String statusWord) {
    return new DecoratedLink(SimulatedLinks.inProcess(new VirtualCard(image, random))) {
      @Override
      public byte[] transmit(byte[] command) throws CardUnavailableException {
        return switch (command[1] & 0xFF) {
          case 0x84 -> Bytes.ofHex("00010203040506079000").toByteArray();
          case 0x82 -> Bytes.ofHex(statusWord).toByteArray();
          default -> super.transmit(command);
        };
      }
    };
  }
}
