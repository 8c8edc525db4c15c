package io.cardproof.simulator.chip;

import static io.cardproof.simulator.chip.TerminalRole.AUTHORITY;
import static io.cardproof.simulator.chip.TerminalRole.DOMESTIC_VERIFIER;
import static io.cardproof.simulator.chip.TerminalRole.FOREIGN_VERIFIER;
import static io.cardproof.simulator.chip.TerminalRole.INSPECTION_SYSTEM;
import static io.cardproof.simulator.chip.TestInspection.ALL;
import static io.cardproof.simulator.chip.TestInspection.ISSUED;
import static io.cardproof.simulator.chip.TestInspection.READ_CVCA;
import static io.cardproof.simulator.chip.TestInspection.READ_DG3;
import static io.cardproof.simulator.chip.TestInspection.READ_DG4;
import static io.cardproof.simulator.chip.TestInspection.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.simulator.issuer.CvKey;
import io.cardproof.simulator.issuer.CvParty;
import io.cardproof.simulator.issuer.CvSubject;
import io.cardproof.simulator.tlv.DataObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Terminal Authentication version 1 on the chip's side, TR-03110-1 §3.5 and TR-03110-3. */
class TerminalAuthenticationTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final CvParty ROOT =
      CvParty.authority(TestInspection.subject("UTROOT00001", AUTHORITY), key());
  private static final CvParty VERIFIER =
      ROOT.certify(TestInspection.subject("UTDV00001", DOMESTIC_VERIFIER), key());
  private static final CvParty SYSTEM =
      VERIFIER.certify(TestInspection.subject("UTIS00001", INSPECTION_SYSTEM), key());

  private final VirtualCard card = TestInspection.card(ROOT.certificate());

  @Test
  void aChainFromTheTrustPointOpensWhatItsRightsSay() throws CardRemovedException {
    TestInspection inspection = TestInspection.begun(card);
    assertEquals("6982", inspection.send(READ_DG3));
    assertEquals("9000", inspection.present(ROOT, VERIFIER));
    assertEquals("9000", inspection.present(VERIFIER, SYSTEM));
    assertEquals("6982", inspection.send(READ_DG3));
    assertEquals("9000", inspection.authenticate(SYSTEM));
    assertEquals("039000", inspection.send(READ_DG3));
    assertEquals("049000", inspection.send(READ_DG4));
  }

  @ParameterizedTest
  @EnumSource(TerminalAlgorithm.class)
  void everyAlgorithmOfTheStandardIsVerified(TerminalAlgorithm algorithm)
      throws CardRemovedException {
    CvParty root =
        CvParty.authority(TestInspection.subject("UTROOT00001", AUTHORITY), keyFor(algorithm));
    CvParty verifier =
        root.certify(TestInspection.subject("UTDV00001", DOMESTIC_VERIFIER), another(root));
    CvParty system =
        verifier.certify(TestInspection.subject("UTIS00001", INSPECTION_SYSTEM), another(root));
    TestInspection inspection = TestInspection.begun(TestInspection.card(root.certificate()));
    assertEquals("9000", inspection.present(root, verifier));
    assertEquals("9000", inspection.present(verifier, system));
    assertEquals("9000", inspection.authenticate(system));
    assertEquals("039000", inspection.send(READ_DG3));
  }

  @ParameterizedTest
  @EnumSource(
      value = TerminalRole.class,
      names = {"AUTHORITY", "FOREIGN_VERIFIER", "INSPECTION_SYSTEM"})
  void aRightThatOneOfTheChainLacksIsNotGiven(TerminalRole lacking) throws CardRemovedException {
    CvParty root = CvParty.authority(subject("UTROOT00001", AUTHORITY, lacking), key());
    CvParty verifier = root.certify(subject("UTDV00002", FOREIGN_VERIFIER, lacking), key());
    CvParty system = verifier.certify(subject("UTIS00002", INSPECTION_SYSTEM, lacking), key());
    TestInspection inspection = TestInspection.begun(TestInspection.card(root.certificate()));
    inspection.present(root, verifier);
    inspection.present(verifier, system);
    assertEquals("9000", inspection.authenticate(system));
    assertEquals("6982", inspection.send(READ_DG3));
    assertEquals("049000", inspection.send(READ_DG4));
  }

  @Test
  void chipAuthenticationComesFirst() throws CardRemovedException {
    TestInspection inspection = TestInspection.opened(card);
    assertEquals("6985", inspection.chooseIssuer(ROOT.reference()));
    assertEquals("6985", inspection.verify(VERIFIER.certificate()));
    assertEquals("6985", inspection.chooseTerminal(SYSTEM.reference()));
    assertEquals("6985", inspection.sign(SYSTEM.key()));
  }

  @Test
  void theStepsComeInTheirOrder() throws CardRemovedException {
    TestInspection inspection = TestInspection.begun(card);
    assertEquals("6985", inspection.verify(VERIFIER.certificate()));
    assertEquals("6A88", inspection.chooseTerminal(SYSTEM.reference()));
    assertEquals("6A88", inspection.chooseIssuer(VERIFIER.reference()));
    assertEquals("6985", inspection.sign(SYSTEM.key()));
    assertEquals("6A80", inspection.send("002281B603840101"));
    assertEquals("6A86", inspection.send("002A00AE0100"));
  }

  @Test
  void rightsEndWithTheChannelAndWithAnotherChipAuthentication() throws CardRemovedException {
    TestInspection inspection = authenticated(card);
    assertEquals("9000", inspection.send("00A4020C020103"));
    inspection.authenticateChip();
    assertEquals("6982", inspection.send("00B0000000"));
    assertEquals("6982", inspection.send(READ_DG3));
    inspection = authenticated(card);
    inspection.terminal().send("0084000008");
    assertEquals("6982", TestInspection.begun(card).send(READ_DG3));
  }

  @Test
  void aChallengeIsGoodForOneAttempt() throws CardRemovedException {
    TestInspection inspection = TestInspection.begun(card);
    inspection.present(ROOT, VERIFIER);
    inspection.present(VERIFIER, SYSTEM);
    inspection.chooseTerminal(SYSTEM.reference());
    assertEquals("6300", inspection.sign(VERIFIER.key()));
    assertEquals("6985", inspection.send("008200004000" + "11".repeat(63)));
    assertEquals("9000", inspection.authenticate(SYSTEM));
    assertEquals("6300", inspection.sign(VERIFIER.key()));
    assertEquals("6982", inspection.send(READ_DG3));
  }

  @Test
  void aCertificateThatIsNotToBeTrustedIs6300() throws CardRemovedException {
    CvParty other = CvParty.authority(TestInspection.subject("UTROOT00001", AUTHORITY), key());
    CvParty forged = other.certify(TestInspection.subject("UTDV00009", DOMESTIC_VERIFIER), key());
    CvParty fromRoot = ROOT.certify(TestInspection.subject("UTIS00009", INSPECTION_SYSTEM), key());
    CvParty fromVerifier =
        VERIFIER.certify(TestInspection.subject("UTDV00008", DOMESTIC_VERIFIER), key());
    CvParty expired =
        ROOT.certify(
            TestInspection.subject("UTDV00007", DOMESTIC_VERIFIER, ALL, ISSUED.minusYears(1)),
            key());
    TestInspection inspection = TestInspection.begun(card);
    assertEquals("6300", inspection.present(ROOT, forged));
    assertEquals("6300", inspection.present(ROOT, fromRoot));
    assertEquals("6300", inspection.present(ROOT, expired));
    assertEquals("9000", inspection.present(ROOT, VERIFIER));
    assertEquals("6300", inspection.present(VERIFIER, fromVerifier));
    assertEquals("6A88", inspection.chooseIssuer(forged.reference()));
  }

  @Test
  void aCertificateThatCannotBeReadIs6A80() throws CardRemovedException {
    TestInspection inspection = TestInspection.begun(card);
    inspection.chooseIssuer(ROOT.reference());
    assertEquals("6A80", inspection.verify(SYSTEM.certificate()));
    assertEquals("6A80", inspection.send("002A00BE027F4E"));
    String body = HEX.formatHex(VERIFIER.certificate());
    for (String change : List.of("5F290100/5F290101", "5F2506/5F2606", "5F240602/5F24060A")) {
      String[] parts = change.split("/", -1);
      byte[] malformed = HEX.parseHex(body.replace(parts[0], parts[1]));
      assertEquals("6A80", inspection.verify(malformed), change);
    }
  }

  @Test
  void aLinkMovesTheTrustPointForGood() throws CardRemovedException {
    CvParty second = ROOT.certify(TestInspection.subject("UTROOT00002", AUTHORITY), key());
    CvParty third = second.certify(TestInspection.subject("UTROOT00003", AUTHORITY), key());
    TestInspection inspection = TestInspection.begun(card);
    assertEquals(cvca("UTROOT00001"), inspection.send(READ_CVCA));
    assertEquals("9000", inspection.present(ROOT, second));
    assertEquals(cvca("UTROOT00002", "UTROOT00001"), inspection.send(READ_CVCA));
    card.reset();
    inspection = TestInspection.begun(card);
    assertEquals("9000", inspection.present(ROOT, VERIFIER));
    assertEquals("9000", inspection.present(second, third));
    assertEquals(cvca("UTROOT00003", "UTROOT00002"), inspection.send(READ_CVCA));
    assertEquals("6A88", inspection.chooseIssuer(ROOT.reference()));
    assertEquals("9000", inspection.present(second, third));
    assertEquals(cvca("UTROOT00003", "UTROOT00002"), inspection.send(READ_CVCA));
  }

  @Test
  void anExpiredAuthorityCertifiesItsSuccessorOnly() throws CardRemovedException {
    CvParty second =
        ROOT.certify(
            TestInspection.subject("UTROOT00002", AUTHORITY, ALL, ISSUED.plusMonths(6)), key());
    CvParty late = ROOT.certify(TestInspection.subject("UTROOT00003", AUTHORITY), key());
    TestInspection inspection = TestInspection.begun(card);
    assertEquals("9000", inspection.present(ROOT, second));
    assertEquals("6300", inspection.present(ROOT, VERIFIER));
    assertEquals("9000", inspection.present(ROOT, late));
  }

  @Test
  void aDomesticTerminalMovesTheDateAndAForeignOneDoesNot() throws CardRemovedException {
    CvParty laterVerifier =
        ROOT.certify(
            TestInspection.subject("UTDV00002", DOMESTIC_VERIFIER, ALL, ISSUED.plusMonths(1)),
            key());
    CvParty foreign = ROOT.certify(TestInspection.subject("UTDV00003", FOREIGN_VERIFIER), key());
    CvParty farAhead =
        foreign.certify(
            TestInspection.subject("UTIS00003", INSPECTION_SYSTEM, ALL, ISSUED.plusYears(9)),
            key());
    CvParty ahead =
        laterVerifier.certify(
            TestInspection.subject("UTIS00002", INSPECTION_SYSTEM, ALL, ISSUED.plusDays(91)),
            key());
    TestInspection inspection = TestInspection.begun(card);
    inspection.present(ROOT, foreign);
    assertEquals("9000", inspection.present(foreign, farAhead));
    assertEquals("9000", inspection.present(ROOT, laterVerifier));
    assertEquals("9000", inspection.present(laterVerifier, ahead));
    assertEquals("6300", inspection.present(ROOT, VERIFIER));
  }

  @Test
  void certificatesComeInChainsOfShortCommandsToo() throws CardRemovedException {
    TestInspection inspection = TestInspection.begun(card);
    inspection.chooseIssuer(ROOT.reference());
    byte[] whole = VERIFIER.certificate();
    String content = HEX.formatHex(whole).substring(whole[2] < 0 ? 8 : 6);
    String first = content.substring(0, 200);
    String rest = content.substring(200);
    assertEquals("9000", inspection.send("102A00BE64" + first));
    String last = String.format("002A00BE%02X%s", rest.length() / 2, rest);
    assertEquals("9000", inspection.send(last));
    assertEquals("9000", inspection.chooseIssuer(VERIFIER.reference()));
  }

  @Test
  void trustPointsAreOneOrTwoAuthorities() {
    ChipImage.Builder image = ChipImage.builder();
    byte[] root = ROOT.certificate();
    for (List<byte[]> wrong :
        List.of(
            List.<byte[]>of(),
            List.of(root, root, root),
            List.of(VERIFIER.certificate()),
            List.of(new byte[] {1}))) {
      assertThrows(
          IllegalArgumentException.class, () -> image.terminalAuthentication(wrong, ISSUED));
    }
  }

  @Test
  void noCertificateBreaksTheChip() throws CardRemovedException {
    Random bytes = new Random(3110);
    TestInspection inspection = TestInspection.begun(card);
    inspection.chooseIssuer(ROOT.reference());
    byte[] good = VERIFIER.certificate();
    for (int i = 0; i < 800; i++) {
      byte[] bad = good.clone();
      bad[4 + bytes.nextInt(bad.length - 4)] = (byte) bytes.nextInt();
      assertNotEquals("6F00", inspection.verify(bad));
    }
  }

  @Test
  void noProtectedCommandBreaksTheChip() throws CardRemovedException {
    Random bytes = new Random(3111);
    TestInspection inspection = TestInspection.begun(card);
    String[] headers = {
      "002281B6",
      "002281A4",
      "002241A4",
      "002241A6",
      "002A00BE",
      "00820000",
      "00860000",
      "00880000",
      "00C00000",
      "00840000",
      "00B00000",
      "00A4020C"
    };
    int[] tags = {0x80, 0x83, 0x84, 0x91, 0x7C, 0x7F4E, 0x42};
    for (int i = 0; i < 2000; i++) {
      byte[] value = new byte[bytes.nextInt(30)];
      bytes.nextBytes(value);
      byte[] data = DataObject.encode(tags[bytes.nextInt(tags.length)], value);
      String header = headers[bytes.nextInt(headers.length)];
      String command = String.format("%s%02X%s00", header, data.length, HEX.formatHex(data));
      String answer = inspection.send(command);
      assertFalse(answer.startsWith("plain"), () -> command);
    }
  }

  private static CvSubject subject(String reference, TerminalRole role, TerminalRole lacking) {
    Set<TerminalRight> rights = role == lacking ? Set.of(TerminalRight.READ_DG4) : ALL;
    return TestInspection.subject(reference, role, rights, ISSUED);
  }

  private static TestInspection authenticated(VirtualCard card) throws CardRemovedException {
    TestInspection inspection = TestInspection.begun(card);
    inspection.present(ROOT, VERIFIER);
    inspection.present(VERIFIER, SYSTEM);
    assertEquals("9000", inspection.authenticate(SYSTEM));
    assertEquals("039000", inspection.send(READ_DG3));
    return inspection;
  }

  private static CvKey keyFor(TerminalAlgorithm algorithm) {
    return algorithm.scheme() == TerminalAlgorithm.Scheme.ECDSA
        ? CvKey.ec(algorithm, SECObjectIdentifiers.secp521r1, new SecureRandom())
        : CvKey.rsa(algorithm, 1536, new SecureRandom());
  }

  private static CvKey another(CvParty party) {
    return party.key().another(new SecureRandom());
  }

  private static String cvca(String... references) {
    StringBuilder file = new StringBuilder();
    for (String reference : references) {
      byte[] name = reference.getBytes(StandardCharsets.US_ASCII);
      file.append(String.format("42%02X%s", name.length, HEX.formatHex(name)));
    }
    return file + "00".repeat(36 - file.length() / 2) + "9000";
  }
}
