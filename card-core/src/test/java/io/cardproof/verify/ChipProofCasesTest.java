package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SimulatedParties;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Presence;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.LongAnswers;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.ActiveAuthenticationVariant;
import io.cardproof.simulator.persona.ChipAuthenticationVariant;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DLSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Chips and signed files that deviate, after BSI TR-03105-5.1 (the ids in the comments): each ends
 * in its own reason, and none as authentic.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChipProofCasesTest {
  private static final int DG14 = 0x010E;
  private static final String CHIP = "chip-authentication ";
  private static final String ACTIVE = "active-authentication ";
  private static final String CURVE_INFO = "060a04007f000702020302";
  private static final String CURVE_KEY = "060904007f000702020102";

  private MadeToOrder cards;

  @BeforeAll
  void draw() throws Exception {
    cards = new MadeToOrder();
  }

  // ISO7816_D_07, D_08
  @ParameterizedTest
  @EnumSource(names = {"MODP_2048_256", "SECP521R1"})
  void aChipWithoutThePrivateKeyIsAClone(StandardGroup group) throws Exception {
    ChipAuthenticationVariant key = ChipAuthenticationVariant.of(group, SessionCipher.AES_192);
    SimulatedCard clone = cards.issue(cards.document().chipAuthentication(key), 5, "clone");
    Report report = cards.judge(clone, UnaryOperator.identity());
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertTrue(Judged.notPassed(report).contains(CHIP + "clone-suspected"));
  }

  // ISO7816_D_08, second variant
  @Test
  void aKeyOffItsCurveIsUnusable() throws Exception {
    assertOpen("key-unusable", withKey(), infos -> infos.replace(lastKeyByte(infos), "01020304"));
  }

  // ISO7816_D_06
  @Test
  void aKeyThatTheChipDoesNotKnowIsNotObtained() throws Exception {
    assertOpen(
        "chip-proof-not-obtained",
        withKey(1),
        infos ->
            infos
                .replace(CURVE_INFO + "02020101020101", CURVE_INFO + "02020101020102")
                .replaceAll("020101$", "020102"));
  }

  // ISO7816_D_13
  @Test
  void identifiersThatDifferFitNoKey() throws Exception {
    assertOpen(
        "chip-key-missing",
        withKey(1),
        infos -> infos.replace(CURVE_INFO + "02020101020101", CURVE_INFO + "02020101020102"));
  }

  // LDS_F_04
  @Test
  void aKeyOfAnUnknownKindLeavesTheProtocolWithoutKey() throws Exception {
    assertOpen(
        "chip-key-missing", withKey(), infos -> infos.replace(CURVE_KEY, "060904007f000702020103"));
  }

  // LDS_F_06
  @Test
  void anUnknownVersionIsNamed() throws Exception {
    assertOpen(
        "protocol-version-unknown",
        withKey(),
        infos -> infos.replace(CURVE_INFO + "02020101", CURVE_INFO + "0202010a"));
  }

  // LDS_F_05
  @Test
  void anEntryWithoutItsIdentifierIsMalformed() throws Exception {
    assertOpen("security-info-malformed", withKey(), dg14 -> without(dg14, CURVE_INFO, 0));
    assertOpen("security-info-malformed", withKey(), dg14 -> without(dg14, CURVE_KEY, 0));
  }

  // LDS_F_07
  @Test
  void anInfoWithoutItsVersionIsMalformed() throws Exception {
    assertOpen("security-info-malformed", withKey(), dg14 -> without(dg14, CURVE_INFO, 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"TRIPLE_DES", "AES_128"})
  void aKeyWithoutAnyInfoIsTriedWithTheUsualCiphers(SessionCipher cipher) throws Exception {
    ChipAuthenticationVariant key =
        ChipAuthenticationVariant.of(StandardGroup.SECP256R1, cipher).unannounced();
    Report report =
        cards.judge(
            cards.issue(cards.document().chipAuthentication(key)), UnaryOperator.identity());
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    assertTrue(Judged.remarks(report).contains("chip-authentication-protocol"));
  }

  @Test
  void anEcdsaKeyWithoutAnnouncementIsTriedWithItsDigestsAndSaysSo() throws Exception {
    SimulatedCard card =
        cards.issue(
            cards
                .document()
                .activeAuthentication(
                    ActiveAuthenticationVariant.ecdsa(StandardGroup.SECP384R1, Hash.SHA_256)
                        .unannounced()));
    Report report = cards.judge(card, UnaryOperator.identity());
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    assertTrue(Judged.remarks(report).contains("active-authentication-digest"));
  }

  // ISO7816_F_09
  @Test
  void anAlgorithmThatIsNoneOfTheKeyContradictsIt() throws Exception {
    Report report =
        judged(
            this::signer, infos -> infos.replace("04007f00070101040103", "04007f00070101040163"));
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertEquals(Set.of(ACTIVE + "security-info-inconsistent"), Judged.notPassed(report));
  }

  @Test
  void anotherDigestThanTheAnnouncedOneIsNoProof() throws Exception {
    Report report =
        judged(
            this::signer, infos -> infos.replace("04007f00070101040103", "04007f00070101040104"));
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(Set.of(ACTIVE + "clone-suspected"), Judged.notPassed(report));
  }

  @Test
  void aSignatureOfAnotherLengthIsNone() throws Exception {
    SimulatedCard card = cards.issue(signer());
    Evidence evidence =
        Tampered.with(
            cards.capture(card, UnaryOperator.identity()),
            proofs ->
                proofs.stream()
                    .map(
                        proof ->
                            proof instanceof ChipProof.ActiveAuthentication active
                                ? shortened(active)
                                : proof)
                    .toList());
    Report report = cards.judge(card, evidence);
    assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
    assertEquals(Set.of(ACTIVE + "signature-malformed"), Judged.notPassed(report));
  }

  @ParameterizedTest
  @EnumSource(LongAnswers.class)
  void aCardWithShortLengthOnlyProvesItselfInParts(LongAnswers answers) throws Exception {
    SimulatedCard card =
        cards.issue(
            cards
                .document()
                .chipAuthentication(
                    ChipAuthenticationVariant.of(
                        StandardGroup.BRAINPOOL_P256R1, SessionCipher.AES_128))
                .activeAuthentication(ActiveAuthenticationVariant.rsa(2048, Hash.SHA_1)));
    Evidence evidence = cards.capture(card, chip -> chip.shortLengthOnly().longAnswers(answers));
    Report report = cards.judge(card, evidence);
    assertInstanceOf(Verdict.Authentic.class, report.verdict());
    boolean refused = answers == LongAnswers.EXTENDED;
    assertEquals(refused, Judged.remarks(report).contains("chip-proof-refused"));
    assertEquals(
        refused ? Presence.WITNESSED : Presence.PROVEN,
        Judged.judge(
                SimulatedParties.trust(card), evidence, Expectation.challenge(Captures.CHALLENGE))
            .presence());
  }

  private Supplier<PersonaBuilder> withKey(int... keyId) {
    ChipAuthenticationVariant plain =
        ChipAuthenticationVariant.of(StandardGroup.SECP256R1, SessionCipher.AES_128);
    ChipAuthenticationVariant key = keyId.length == 0 ? plain : plain.keyId(keyId[0]);
    return () -> cards.document().chipAuthentication(key);
  }

  private PersonaBuilder signer() {
    return cards
        .document()
        .activeAuthentication(
            ActiveAuthenticationVariant.ecdsa(StandardGroup.SECP256R1, Hash.SHA_256));
  }

  private void assertOpen(
      String reason, Supplier<PersonaBuilder> document, UnaryOperator<String> change)
      throws Exception {
    Report report = judged(document, change);
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertTrue(
        Judged.notPassed(report).contains(CHIP + reason), Judged.notPassed(report).toString());
  }

  /** The report on a document whose DG14 was changed before the issuer signed it. */
  private Report judged(Supplier<PersonaBuilder> document, UnaryOperator<String> change)
      throws Exception {
    byte[] original = cards.issue(document.get()).image().file(DG14).orElseThrow();
    String before = Bytes.of(original).toHex();
    String after = change.apply(before);
    assertFalse(before.equals(after), "nothing was changed");
    SimulatedCard card =
        cards.issue(document.get().dataGroup(14, Bytes.ofHex(after).toByteArray()));
    return cards.judge(card, UnaryOperator.identity());
  }

  private static ChipProof shortened(ChipProof.ActiveAuthentication proof) {
    return new ChipProof.ActiveAuthentication(
        proof.challenge(),
        proof.response().slice(0, proof.response().length() - 1),
        proof.statusWord());
  }

  // The last bytes of the uncompressed point, which ends its info.
  private static String lastKeyByte(String infos) {
    int key = infos.indexOf("03420004");
    return infos.substring(key + 8 + 120, key + 8 + 128);
  }

  /** DG14 without the element at {@code index} in the info that begins with {@code start}. */
  private static String without(String dg14, String start, int index) {
    Bytes file = Bytes.ofHex(dg14);
    int header = file.at(1) < 0x80 ? 2 : file.at(1) - 0x80 + 2;
    ASN1EncodableVector infos = new ASN1EncodableVector();
    try {
      for (ASN1Encodable info : ASN1Set.getInstance(file.from(header).toByteArray())) {
        String der = Bytes.of(info.toASN1Primitive().getEncoded(ASN1Encoding.DER)).toHex();
        infos.add(der.contains(start) ? without(ASN1Sequence.getInstance(info), index) : info);
      }
      byte[] set = new DLSet(infos).getEncoded(ASN1Encoding.DL);
      byte[] template = {0x6E, (byte) 0x82, (byte) (set.length >> 8), (byte) set.length};
      return Bytes.concat(Bytes.of(template), Bytes.of(set)).toHex();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ASN1Sequence without(ASN1Sequence info, int index) {
    ASN1EncodableVector rest = new ASN1EncodableVector();
    for (int i = 0; i < info.size(); i++) {
      if (i != index) {
        rest.add(info.getObjectAt(i));
      }
    }
    return new DERSequence(rest);
  }
}
