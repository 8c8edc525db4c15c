package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.LongAnswers;
import io.cardproof.simulator.chip.SignatureTrailer;
import io.cardproof.simulator.chip.TerminalAlgorithm;
import io.cardproof.simulator.chip.TerminalRight;
import io.cardproof.simulator.chip.TerminalRole;
import io.cardproof.simulator.issuer.CvKey;
import io.cardproof.simulator.issuer.CvParty;
import io.cardproof.simulator.issuer.CvSubject;
import io.cardproof.simulator.link.ProofChip.AgreementCase;
import io.cardproof.simulator.link.ProofChip.KeyIds;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.jmrtd.cert.CardVerifiableCertificate;
import org.jmrtd.protocol.EACCAResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where JMRTD 0.8.6 itself fails in proofs of a chip that does right, or does not look. */
@Timeout(60)
class JmrtdProofDefectsTest {
  private static final int INTERNAL_AUTHENTICATE = 0x88;
  private static final int GET_RESPONSE = 0xC0;
  private static final int MODP_2048 = 2;
  private static final int BRAINPOOL_256 = 13;
  private static final int AES_128 = 2;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  @Test
  void anAnswerOfActiveAuthenticationIsNotVerified() throws Exception {
    ChipImage.Builder clone =
        ProofChip.image(ProofChip.rsa(1024), "SHA-1", SignatureTrailer.IMPLICIT);
    PublicKey genuine = ProofChip.rsa(2048).getPublic();
    try (JmrtdReader reader = ProofChip.opened(clone)) {
      byte[] answer = reader.activeAuthentication(genuine, "SHA-1", "RSA", ActiveProof.CHALLENGE);
      assertEquals(128, answer.length);
    }
  }

  /** It asks in extended length only, and hands the refusal back as if it were the signature. */
  @ParameterizedTest
  @EnumSource(
      value = LongAnswers.class,
      names = {"CHAINED_INSIDE", "CHAINED_OUTSIDE"})
  void aShortLengthChipIsNotAskedForItsAnswerInParts(LongAnswers how) throws Exception {
    KeyPair pair = ProofChip.rsa(3072);
    ChipImage.Builder image =
        ProofChip.image(pair, "SHA-1", SignatureTrailer.IMPLICIT)
            .shortLengthOnly()
            .longAnswers(how);
    List<Integer> instructions = new ArrayList<>();
    try (JmrtdReader reader = ProofChip.opened(image)) {
      reader.listen(event -> instructions.add(event.getCommandAPDU().getINS()));
      assertFalse(provesItself(reader, pair.getPublic()), "JMRTD puts the parts together by now");
    }
    assertFalse(instructions.contains(GET_RESPONSE));
    assertTrue(instructions.contains(INTERNAL_AUTHENTICATE));
  }

  /** Each piece is wrapped in a template of its own, so that the whole is no template. */
  @Test
  void aLongKeyIsCutIntoPiecesThatMakeNoWhole() throws Exception {
    AgreementCase agreement = new AgreementCase(MODP_2048, AES_128, KeyIds.NONE);
    try (JmrtdReader reader = ProofChip.opened(agreement.image().shortLengthOnly())) {
      CardServiceException refusal =
          assertThrows(
              CardServiceException.class,
              () -> reader.authenticateChip(null, agreement.oid(), agreement.publicKey()));
      assertTrue(String.valueOf(refusal.getMessage()).contains("General Authenticate"));
    }
  }

  /** Nothing is exchanged under the new keys: a clone is found only when something is read. */
  @Test
  void chipAuthenticationIsBelieved() throws Exception {
    AgreementCase genuine = new AgreementCase(BRAINPOOL_256, AES_128, KeyIds.NONE);
    AgreementCase several = new AgreementCase(BRAINPOOL_256, AES_128, KeyIds.SEVERAL);
    try (JmrtdReader reader = ProofChip.opened(several.image())) {
      // The number of the other key, as if the chip had only a key that is not in its DG14.
      reader.authenticateChip(BigInteger.valueOf(6), genuine.oid(), genuine.publicKey());
      assertThrows(CardServiceException.class, () -> reader.read(ProofChip.EF_COM));
    }
  }

  @Test
  void withoutAProtocolTripleDesIsGuessed() throws Exception {
    AgreementCase agreement = new AgreementCase(BRAINPOOL_256, AES_128, KeyIds.NONE);
    try (JmrtdReader reader = ProofChip.opened(agreement.image())) {
      assertThrows(
          CardServiceException.class,
          () -> reader.authenticateChip(null, null, agreement.publicKey()));
    }
    AgreementCase tripleDes = new AgreementCase(BRAINPOOL_256, 1, KeyIds.NONE);
    try (JmrtdReader reader = ProofChip.opened(tripleDes.image())) {
      reader.authenticateChip(null, null, tripleDes.publicKey());
      assertArrayEquals(ProofChip.CONTENT, reader.read(ProofChip.EF_COM));
    }
  }

  /** A chain over a link certificate is refused before anything is sent. */
  @Test
  void chainsWithLinksAreRefused() throws Exception {
    CvParty root = CvParty.authority(subject("UTROOT00001", TerminalRole.AUTHORITY), key());
    CvParty second = root.certify(subject("UTROOT00002", TerminalRole.AUTHORITY), key());
    CvParty verifier = second.certify(subject("UTDV00001", TerminalRole.DOMESTIC_VERIFIER), key());
    CvParty system = verifier.certify(subject("UTIS00001", TerminalRole.INSPECTION_SYSTEM), key());
    AgreementCase agreement = new AgreementCase(BRAINPOOL_256, AES_128, KeyIds.NONE);
    ChipImage.Builder image =
        agreement.image().terminalAuthentication(List.of(root.certificate()), TODAY);
    JmrtdTerminal terminal = JmrtdTerminal.of(root, List.of(second, verifier, system));
    try (JmrtdReader reader = ProofChip.opened(image)) {
      EACCAResult chip = reader.authenticateChip(null, agreement.oid(), agreement.publicKey());
      CardServiceException refusal =
          assertThrows(
              CardServiceException.class,
              () -> reader.authenticateTerminal(terminal, chip, null, ProofChip.NUMBER));
      assertEquals(-1, refusal.getSW());
    }
  }

  /** The caller's list loses an authority's certificate at its head. */
  @Test
  void theListOfCertificatesIsChanged() throws Exception {
    CvParty root = CvParty.authority(subject("UTROOT00001", TerminalRole.AUTHORITY), key());
    CvParty verifier = root.certify(subject("UTDV00001", TerminalRole.DOMESTIC_VERIFIER), key());
    CvParty system = verifier.certify(subject("UTIS00001", TerminalRole.INSPECTION_SYSTEM), key());
    AgreementCase agreement = new AgreementCase(BRAINPOOL_256, AES_128, KeyIds.NONE);
    ChipImage.Builder image =
        agreement.image().terminalAuthentication(List.of(root.certificate()), TODAY);
    JmrtdTerminal terminal = JmrtdTerminal.of(root, List.of(root, verifier, system));
    List<CardVerifiableCertificate> certificates = terminal.certificates();
    try (JmrtdReader reader = ProofChip.opened(image)) {
      EACCAResult chip = reader.authenticateChip(null, agreement.oid(), agreement.publicKey());
      reader.authenticateTerminal(terminal, certificates, chip, ProofChip.NUMBER);
    }
    assertEquals(2, certificates.size());
  }

  private static boolean provesItself(JmrtdReader reader, PublicKey key) {
    try {
      byte[] answer = reader.activeAuthentication(key, "SHA-1", "RSA", ActiveProof.CHALLENGE);
      return answer.length == 384
          && ActiveProof.verifies(key, "SHA-1", SignatureTrailer.IMPLICIT, answer);
    } catch (CardServiceException | IllegalStateException e) {
      return false;
    }
  }

  private static CvKey key() {
    return CvKey.ec(
        TerminalAlgorithm.ECDSA_SHA256, SECObjectIdentifiers.secp256r1, new SecureRandom());
  }

  private static CvSubject subject(String reference, TerminalRole role) {
    return new CvSubject(
        reference, role, Set.of(TerminalRight.READ_DG3), TODAY, TODAY.plusMonths(1));
  }
}
