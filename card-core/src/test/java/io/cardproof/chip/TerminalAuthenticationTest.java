package io.cardproof.chip;

import static io.cardproof.terminal.TestAuthority.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.chip.EacChip.AccessBy;
import io.cardproof.document.CvcaReferences;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityObjects;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.TerminalRecord;
import io.cardproof.evidence.TerminalRecord.Outcome;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.terminal.CvAlgorithm;
import io.cardproof.terminal.CvBody;
import io.cardproof.terminal.CvCertificate;
import io.cardproof.terminal.CvPublicKey;
import io.cardproof.terminal.HolderAuthorisation;
import io.cardproof.terminal.HolderAuthorisation.Role;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.terminal.TerminalKey;
import io.cardproof.terminal.TerminalKeyException;
import io.cardproof.terminal.TerminalRight;
import io.cardproof.terminal.TestAuthority;
import io.cardproof.value.Bytes;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The terminal against the simulated chip, where it may not read, or not all. */
class TerminalAuthenticationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Set<TerminalRight> NONE = EnumSet.noneOf(TerminalRight.class);
  private static final Set<TerminalRight> DG3 = EnumSet.of(TerminalRight.READ_DG3);
  private static final Set<TerminalRight> DG4 = EnumSet.of(TerminalRight.READ_DG4);

  private final TestAuthority old = TestAuthority.onCurve("UTCVCA00001");
  private final TestAuthority current = TestAuthority.onCurve("UTCVCA00002");
  private final TestAuthority verifier = TestAuthority.onCurve("UTDVDE00001");
  private final TestAuthority terminal = TestAuthority.onCurve("UTISDE00001");
  private final EacChip chip;

  TerminalAuthenticationTest() throws Exception {
    chip = EacChip.of(AccessBy.BAC, StandardGroup.SECP256R1);
  }

  @Test
  void rightsOpenWhatTheySayAndNoMore() throws Exception {
    for (Set<TerminalRight> rights : List.of(NONE, DG3, DG4, ALL)) {
      for (boolean limitedAtVerifier : new boolean[] {true, false}) {
        Evidence evidence =
            inspect(
                old.certify(verifier, Role.DOMESTIC_DV, limitedAtVerifier ? rights : ALL),
                verifier.certify(terminal, Role.TERMINAL, limitedAtVerifier ? ALL : rights));
        assertEquals(Outcome.PASSED, record(evidence).outcome());
        assertEquals(rights, record(evidence).effectiveRights());
        assertEquals(
            rights.contains(TerminalRight.READ_DG3), evidence.file(FileId.DG3).isPresent());
        assertEquals(
            rights.contains(TerminalRight.READ_DG4), evidence.file(FileId.DG4).isPresent());
      }
    }
  }

  @Test
  void aTerminalOfAnotherTypeMayReadNothing() throws Exception {
    CvBody plain = verifier.certify(terminal, Role.TERMINAL, ALL).body();
    CvBody other =
        new CvBody(
            plain.authority(),
            plain.publicKey(),
            plain.holder(),
            new HolderAuthorisation(
                HolderAuthorisation.AUTHENTICATION_TERMINAL, Bytes.ofHex("000000FFFF")),
            plain.effective(),
            plain.expires());
    Evidence evidence =
        inspect(dv(old), other.signedBy(verifier.keys().key(), verifier.algorithm()));
    assertRefused(evidence, Outcome.CERTIFICATE_REFUSED, 0x6300);
  }

  @Test
  void anExpiredCertificateIsCalledSo() throws Exception {
    LocalDate yesterday = TODAY.minusDays(1);
    VirtualCard card = chip.trusting(TODAY, old.itself());
    Evidence evidence =
        EacChip.inspect(
            card,
            credentials(dv(old), verifier.certify(terminal, Role.TERMINAL, ALL, yesterday)),
            TODAY);
    assertRefused(evidence, Outcome.CERTIFICATE_EXPIRED, 0x6300);
    assertEquals("UTISDE00001", record(evidence).detail());
  }

  @Test
  void aChipThatIsAheadOfTheTerminalRefusesWhatTheTerminalThinksGood() throws Exception {
    VirtualCard card = chip.trusting(TestAuthority.LAST_DAY.plusDays(1), old.itself());
    Evidence evidence = EacChip.inspect(card, credentials(dv(old), is(verifier)), TODAY);
    assertRefused(evidence, Outcome.CERTIFICATE_REFUSED, 0x6300);
  }

  @Test
  void theKeyOfAnotherTerminalIsNoticedBeforeTheChipIsAsked() throws Exception {
    TerminalCredentials credentials =
        new TerminalCredentials(
            List.of(dv(old), is(verifier)), TestAuthority.onCurve("UTISDE00009").keys().key());
    Evidence evidence = EacChip.inspect(chip.trusting(old.itself()), credentials, TODAY);
    assertRefused(evidence, Outcome.KEY_MISMATCH, 0);
    assertEquals(Optional.empty(), record(evidence).authority());
  }

  @Test
  void certificatesOfAnotherAuthorityAreNamedBesideTheOneThatTheChipWants() throws Exception {
    Evidence evidence = inspect(dv(current), is(verifier));
    assertRefused(evidence, Outcome.CERTIFICATE_MISSING, 0);
    assertEquals(List.of("UTCVCA00001"), record(evidence).authorities());
    assertTrue(record(evidence).detail().contains("UTCVCA00001"), record(evidence).detail());
    assertTrue(
        record(evidence).detail().contains("UTDVDE00001 by UTCVCA00002"),
        record(evidence).detail());
  }

  @Test
  void aForgedCertificateIsNotSentWhereItsIssuerIsKnownAndIsRefusedWhereNot() throws Exception {
    CvCertificate genuine = dv(old);
    byte[] signature = genuine.signature().toByteArray();
    signature[signature.length - 1] ^= 1;
    CvCertificate forged =
        new CvCertificate(genuine.body(), genuine.encodedBody(), Bytes.of(signature));
    assertRefused(inspect(old.itself(), forged, is(verifier)), Outcome.CERTIFICATE_INVALID, 0);
    assertRefused(inspect(forged, is(verifier)), Outcome.CERTIFICATE_REFUSED, 0x6300);
  }

  @Test
  void aKeyThatSignsWronglyIsNoticedBeforeTheChipIsAsked() throws Exception {
    TerminalKey wrong = new Disguised(TestAuthority.onCurve("UTISDE00009").keys().key());
    List<CvCertificate> heap = List.of(old.itself(), dv(old), is(verifier));
    Evidence evidence =
        EacChip.inspect(chip.trusting(old.itself()), new TerminalCredentials(heap, wrong), TODAY);
    assertRefused(evidence, Outcome.KEY_UNUSABLE, 0x9000);
  }

  @Test
  void aSignatureThatTheTerminalCannotCheckIsCheckedByTheChip() throws Exception {
    TerminalKey wrong = new Disguised(TestAuthority.onCurve("UTISDE00009").keys().key());
    List<CvCertificate> heap = List.of(dv(old), is(verifier));
    Evidence evidence =
        EacChip.inspect(chip.trusting(old.itself()), new TerminalCredentials(heap, wrong), TODAY);
    assertRefused(evidence, Outcome.TERMINAL_REFUSED, 0x6300);
  }

  @Test
  void theChipKeepsANewTrustPoint() throws Exception {
    VirtualCard card = chip.trusting(old.itself());
    TerminalCredentials credentials =
        credentials(old.certify(current, Role.CVCA, ALL), dv(current), is(verifier));
    Evidence first = EacChip.inspect(card, credentials, TODAY);
    assertEquals(
        List.of("UTCVCA00002", "UTDVDE00001", "UTISDE00001"), record(first).holderReferences());
    Evidence second = EacChip.inspect(card, credentials, TODAY);
    assertEquals(Optional.of("UTCVCA00002"), record(second).authority());
    assertEquals(List.of("UTDVDE00001", "UTISDE00001"), record(second).holderReferences());
    assertEquals(
        "UTCVCA00002",
        CvcaReferences.parse(second.file(FileId.CVCA).orElseThrow()).references().get(0));
  }

  @Test
  void theChipKeepsANewDate() throws Exception {
    VirtualCard card = chip.trusting(LocalDate.of(2026, 10, 1), old.itself());
    LocalDate beforeTheNextIsIssued = TestAuthority.FIRST_DAY.minusDays(1);
    TerminalCredentials early =
        credentials(dv(old), verifier.certify(terminal, Role.TERMINAL, ALL, beforeTheNextIsIssued));
    assertEquals(Outcome.PASSED, outcomeOfEarly(card));
    assertEquals(
        Outcome.CERTIFICATE_EXPIRED, record(EacChip.inspect(card, early, TODAY)).outcome());
  }

  // A verifier's certificate moves the chip's date to its first day.
  private Outcome outcomeOfEarly(VirtualCard card) throws Exception {
    return record(EacChip.inspect(card, credentials(dv(old), is(verifier)), TODAY)).outcome();
  }

  @Test
  void otherFilesBehindTheRightsAreAskedForOnceMore() throws Exception {
    chip.image()
        .file(FileId.SOD.fid(), SecurityObjects.listing(3, 4, 11, 14).toByteArray())
        .file(FileId.DG11.fid(), Bytes.ofHex("6B03070809").toByteArray())
        .opensByTerminalRight(
            FileId.DG11.fid(), io.cardproof.simulator.chip.TerminalRight.READ_DG3);
    Evidence evidence = inspect(dv(old), is(verifier));
    assertEquals(Optional.of(Bytes.ofHex("6B03070809")), evidence.file(FileId.DG11));
    assertEquals(1, evidence.files().stream().filter(file -> file.id() == FileId.DG11).count());
  }

  @Test
  void aDocumentWithNothingBehindItIsNotAsked() throws Exception {
    chip.image().file(FileId.SOD.fid(), SecurityObjects.listing(14).toByteArray());
    Evidence evidence = inspect(dv(old), is(verifier));
    assertEquals(Outcome.NOT_NEEDED, record(evidence).outcome());
    assertEquals(Optional.empty(), evidence.file(FileId.CVCA));
  }

  @Test
  void efCvcaIsReadWhereTheDocumentSaysItIs() throws Exception {
    chip.announce(info("0402011C", "04011C"));
    assertEquals(Outcome.PASSED, record(inspect(dv(old), is(verifier))).outcome());
    chip.announce(info("0402011C", ""));
    assertEquals(Outcome.PASSED, record(inspect(dv(old), is(verifier))).outcome());
    assertEquals(Outcome.PASSED, record(inspect(dv(old), is(verifier))).outcome());
  }

  @Test
  void efCvcaIsUnderAllTheNamesThatTheDocumentGivesIt() throws Exception {
    chip.announce(info("0402011F", ""));
    assertRefused(inspect(dv(old), is(verifier)), Outcome.AUTHORITY_MISPLACED, 0);
    chip.announce(info("0402011F", "04011C"));
    assertRefused(inspect(dv(old), is(verifier)), Outcome.AUTHORITY_MISPLACED, 0);
    chip.announce(info("0402011C", "040119"));
    assertRefused(inspect(dv(old), is(verifier)), Outcome.AUTHORITY_MISPLACED, 0);
  }

  @Test
  void aFileThatIsNoEfCvcaNamesNobody() throws Exception {
    chip.announce(info("0402011D", ""));
    assertRefused(inspect(dv(old), is(verifier)), Outcome.AUTHORITY_UNKNOWN, 0);
  }

  // TerminalAuthenticationInfo: protocol, version 1, efCVCA.
  private static Bytes info(String fid, String sfi) {
    Bytes file = Template.object(0x30, Bytes.ofHex(fid + sfi));
    Bytes protocol = Oids.der("0.4.0.127.0.7.2.2.2");
    return Template.object(0x30, Bytes.concat(protocol, Bytes.ofHex("020101"), file));
  }

  private Evidence inspect(CvCertificate... heap) throws Exception {
    return EacChip.inspect(chip.trusting(old.itself()), credentials(heap), TODAY);
  }

  private TerminalCredentials credentials(CvCertificate... heap) throws Exception {
    return new TerminalCredentials(List.of(heap), terminal.keys().key());
  }

  private CvCertificate dv(TestAuthority issuer) throws Exception {
    return issuer.certify(verifier, Role.DOMESTIC_DV, ALL);
  }

  private CvCertificate is(TestAuthority issuer) throws Exception {
    return issuer.certify(terminal, Role.TERMINAL, ALL);
  }

  private static void assertRefused(Evidence evidence, Outcome outcome, int statusWord) {
    assertEquals(outcome, record(evidence).outcome(), record(evidence).detail());
    assertEquals(statusWord, record(evidence).statusWord());
    assertEquals(Set.of(), record(evidence).effectiveRights());
    assertEquals(Optional.empty(), evidence.file(FileId.DG3));
    assertEquals(Optional.empty(), evidence.file(FileId.DG4));
    assertTrue(evidence.file(FileId.DG14).isPresent(), "the rest is there all the same");
  }

  private static TerminalRecord record(Evidence evidence) {
    return evidence.terminal().orElseThrow();
  }

  /** A key that claims to be any. */
  private record Disguised(TerminalKey inner) implements TerminalKey {
    @Override
    public boolean fits(CvPublicKey publicKey) {
      return true;
    }

    @Override
    public Bytes sign(CvAlgorithm algorithm, Bytes data) throws TerminalKeyException {
      return inner.sign(algorithm, data);
    }
  }
}
