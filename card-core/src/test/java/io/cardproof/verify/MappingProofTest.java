package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SimulatedParties;
import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.document.CardSecurity;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityInfos;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.PaceVariant;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Chip Authentication Mapping in evidence: whose key it is, and what is missing or wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MappingProofTest {
  private MadeToOrder cards;
  private SimulatedCard card;
  private Evidence genuine;

  @BeforeAll
  void capture() throws Exception {
    cards = new MadeToOrder();
    card = cards.issue(document(StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_128));
    genuine = cards.capture(card, UnaryOperator.identity());
  }

  @Test
  void aCloneWithoutTheStaticKeyIsFound() throws Exception {
    SimulatedCard clone =
        cards.issue(document(StandardGroup.SECP256R1, SessionCipher.AES_256), 5, "clone");
    Report report = cards.judge(clone, UnaryOperator.identity());
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(Set.of("pace-cam clone-suspected"), Judged.notPassed(report));
  }

  @Test
  void aForgedSecurityFileIsNotAuthenticAndItsKeyCountsForNothing() throws Exception {
    byte[] forged = genuine.file(FileId.CARD_SECURITY).orElseThrow().toByteArray();
    forged[forged.length - 1] ^= 1;
    Report report = cards.judge(card, with(Bytes.of(forged)));
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(
        Set.of(
            "passive-authentication.card-security signature-invalid", "pace-cam key-not-covered"),
        Judged.notPassed(report));
  }

  @Test
  void aSecurityFileThatDoesNotParseIsNotAuthentic() throws Exception {
    Report report = cards.judge(card, with(Bytes.ofHex("30030201FF")));
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertTrue(
        Judged.notPassed(report)
            .contains("passive-authentication.card-security card-security-malformed"));
  }

  @Test
  void theSecurityFileOfAStrangerCoversNothing() throws Exception {
    SimulatedCard stranger =
        cards.issue(document(StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_128), 6);
    Bytes other =
        cards.capture(stranger, UnaryOperator.identity()).file(FileId.CARD_SECURITY).orElseThrow();
    Report report = cards.judge(card, with(other));
    assertEquals(
        Set.of("passive-authentication.card-security csca-unknown", "pace-cam key-not-covered"),
        Judged.notPassed(report));
  }

  @Test
  void theGenuineSecurityFileOfAnotherDocumentDoesNotProveThisChip() throws Exception {
    SimulatedCard another =
        cards.issue(document(StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_128), 6);
    Bytes other =
        cards.capture(another, UnaryOperator.identity()).file(FileId.CARD_SECURITY).orElseThrow();
    Report report =
        Judged.judge(SimulatedParties.trust(card, another), with(other), Expectation.none());
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(Set.of("pace-cam clone-suspected"), Judged.notPassed(report));
    assertEquals(Status.PASSED, Judged.check(report, CheckId.CARD_SECURITY).status());
  }

  @Test
  void aMissingSecurityFileLeavesTheProofOpen() throws Exception {
    Report report = cards.judge(card, with(Bytes.empty()));
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(Set.of("pace-cam card-security-missing"), Judged.notPassed(report));
  }

  @Test
  void dataThatAreMissingMalformedOrWrongHaveEachTheirReason() throws Exception {
    assertReason("cam-data-missing", Bytes.empty());
    assertReason("cam-data-malformed", Bytes.of(new byte[17]));
    assertReason("cam-data-malformed", Bytes.of(new byte[48]));
  }

  @Test
  void aMappingThatIsAnnouncedAndWasNotRunIsMissed() throws Exception {
    Evidence without =
        Tampered.with(
            genuine, proofs -> Tampered.without(proofs, ChipProof.ChipAuthenticationMapping.class));
    Report report = cards.judge(card, without);
    assertEquals(Status.INCONCLUSIVE, Judged.check(report, CheckId.PACE_CAM).status());
    assertEquals(
        Optional.of(Reason.CHIP_PROOF_NOT_OBTAINED),
        Judged.check(report, CheckId.PACE_CAM).reason());
    Report plain = cards.judge(cards.issue(cards.document()), UnaryOperator.identity());
    assertEquals(Optional.of(Reason.NOT_ANNOUNCED), Judged.check(plain, CheckId.PACE_CAM).reason());
    assertEquals(Status.NOT_APPLICABLE, Judged.check(plain, CheckId.PACE_CAM).status());
  }

  @Test
  void aKeyOfTheMappingInDg14ServesWhereTheSecurityFileIsMissing() throws Exception {
    SecurityInfos infos = securityFile().infos();
    Findings findings = new Findings();
    assertEquals(Status.PASSED, byDg14(infos, with(Bytes.empty()), findings).status());
    assertEquals(
        List.of("card-security-missing"), findings.remarks().stream().map(Remark::id).toList());
    Findings covered = new Findings();
    assertEquals(Status.PASSED, byDg14(infos, genuine, covered).status());
    assertEquals(List.of(), covered.remarks());
  }

  @Test
  void anotherKeyInDg14SaysNothingOfTheChip() throws Exception {
    SecurityInfos other =
        CardSecurity.parse(
                cards
                    .capture(cards.issue(mapped(), 6), UnaryOperator.identity())
                    .file(FileId.CARD_SECURITY)
                    .orElseThrow())
            .infos();
    assertEquals(
        Optional.of(Reason.KEY_NOT_COVERED), byDg14(other, genuine, new Findings()).reason());
    Check missing = byDg14(other, with(Bytes.empty()), new Findings());
    assertEquals(Optional.of(Reason.CARD_SECURITY_MISSING), missing.reason());
    assertEquals(Status.INCONCLUSIVE, missing.status());
  }

  @Test
  void aSecurityFileWithoutAKeyOnACurveLeavesTheProofOpen() throws Exception {
    CardSecurity file = securityFile();
    CardSecurity keyless =
        new CardSecurity(
            file.raw(),
            file.content(),
            SecurityInfos.parse(Bytes.ofHex("3100")),
            file.certificates(),
            file.signers(),
            List.of());
    Check check =
        new MappingProof(signed(Optional.empty(), Optional.of(keyless)), genuine, new Findings())
            .judge();
    assertEquals(Optional.of(Reason.CHIP_KEY_MISSING), check.reason());
    assertEquals(Status.INCONCLUSIVE, check.status());
  }

  private CardSecurity securityFile() throws Exception {
    return CardSecurity.parse(genuine.file(FileId.CARD_SECURITY).orElseThrow());
  }

  private static Check byDg14(SecurityInfos infos, Evidence evidence, Findings findings) {
    return new MappingProof(signed(Optional.of(infos), Optional.empty()), evidence, findings)
        .judge();
  }

  private static ChipAuthenticity.Signed signed(
      Optional<SecurityInfos> infos, Optional<CardSecurity> file) {
    return new ChipAuthenticity.Signed(Listed.groups(1), new GenuineFiles(), infos, file);
  }

  private PersonaBuilder mapped() {
    return document(StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_128);
  }

  private void assertReason(String reason, Bytes data) throws Exception {
    Report report = cards.judge(card, withData(data));
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(Set.of("pace-cam " + reason), Judged.notPassed(report));
  }

  private PersonaBuilder document(StandardGroup curve, SessionCipher cipher) {
    return cards.document().pace(PaceVariant.chipAuthentication(curve, cipher));
  }

  private Evidence with(Bytes cardSecurity) {
    List<EvidenceFile> files = new ArrayList<>(genuine.files());
    files.removeIf(file -> file.id() == FileId.CARD_SECURITY);
    files.add(
        cardSecurity.isEmpty()
            ? EvidenceFile.refused(FileId.CARD_SECURITY, 0x6A82)
            : EvidenceFile.read(FileId.CARD_SECURITY, cardSecurity));
    return Tampered.with(genuine, files);
  }

  private Evidence withData(Bytes data) {
    return Tampered.with(
        genuine,
        proofs ->
            proofs.stream()
                .map(
                    proof ->
                        proof instanceof ChipProof.ChipAuthenticationMapping mapping
                            ? withData(mapping, data)
                            : proof)
                .toList());
  }

  private static ChipProof withData(ChipProof.ChipAuthenticationMapping proof, Bytes data) {
    return new ChipProof.ChipAuthenticationMapping(
        proof.protocolOid(),
        proof.parameterId(),
        proof.nonce(),
        proof.terminalMappingKey(),
        proof.chipMappingPublicKey(),
        proof.terminalEphemeralKey(),
        proof.chipEphemeralPublicKey(),
        data,
        proof.statusWord());
  }
}
