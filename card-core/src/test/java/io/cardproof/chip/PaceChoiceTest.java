package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.DecoratedLink;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.crypto.EcCurves;
import io.cardproof.document.FileId;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several offers is taken, and how it is named to the chip: ICAO 9303-11 §4.4.4.1. */
class PaceChoiceTest {
  private static final String PACE = "0.4.0.127.0.7.2.2.4.";
  private final SecureRandom random = new SecureRandom();
  private final List<Bytes> sent = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "2.2:13 6.2:13, 6.2:13, Chip Authentication Mapping proves the chip",
    "2.1:13 2.2:13 2.4:13, 2.4:13, the strongest cipher",
    "2.2:8 2.2:12 2.2:13, 2.2:12, the chip's order between groups of one strength",
    "2.2:13 2.2:12, 2.2:13, the chip's order between groups of one strength",
    "4.2:13 2.2:13, 4.2:13, the chip's order between mappings",
    "2.2:13 4.2:13, 2.2:13, the chip's order between mappings",
    "2.4:8 2.2:13, 2.2:13, what is strongest at its weakest point",
    "1.2:2 2.2:10, 2.2:10, a curve before numbers of the same strength",
    "2.1:18 2.2:13, 2.2:13, AES before triple DES",
    "2.2:13 2.2:16, 2.2:16, the stronger group"
  })
  void theRankingDecidesAndTheChipsOrderBreaksTies(String offers, String best, String why)
      throws Exception {
    PaceChips chip = chip(offers);
    AccessRecord record = open(chip, AccessKey.Kind.CAN);
    assertEquals(best, variant(record) + ":" + record.parameterId().orElseThrow(), why);
  }

  @Test
  void domainParametersAreNamedOnlyWhereThereAreSeveral() throws Exception {
    open(chip("2.2:13 4.2:13 6.2:13"), AccessKey.Kind.CAN);
    assertFalse(selection().toHex().contains("84010d"));
    sent.clear();
    open(chip("2.2:13 2.2:12"), AccessKey.Kind.CAN);
    assertTrue(selection().toHex().contains("84010d"));
  }

  @Test
  void anOfferThatNobodySpeaksMakesNothingAmbiguous() throws Exception {
    open(chip("2.2:13").info("5.2", 1).info("9.9", 2), AccessKey.Kind.CAN);
    assertFalse(selection().toHex().contains("8401"));
  }

  @Test
  void theNextOfferIsTriedAfterARefusedSelection() throws Exception {
    PaceChips chip = chip("2.2:13").info("2.4", 18);
    AccessRecord record = open(chip, AccessKey.Kind.CAN);
    assertEquals("2.2", variant(record));
    assertEquals(13, record.parameterId().orElseThrow());
  }

  @Test
  void noOtherOfferIsTriedAfterAGeneralAuthenticate() throws Exception {
    PaceLink link =
        link(
            chip("2.2:13 2.4:13"),
            command -> command.at(1) == 0x86 ? Bytes.ofHex("6A80") : Bytes.empty());
    try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN)) {
      assertThrows(ProtocolException.class, () -> link.open(key));
    }
    assertEquals(3, sent.size());
  }

  @Test
  void aChipThatRefusesEveryOfferIsAProtocolErrorWithoutBac() throws Exception {
    // (ISO7816_G_08)
    PaceLink link =
        link(
            chip("2.2:13 2.4:13"),
            command -> command.at(1) == 0x22 ? Bytes.ofHex("6A88") : Bytes.empty());
    try (AccessKey key = PaceChips.key(AccessKey.Kind.MRZ)) {
      ProtocolException e = assertThrows(ProtocolException.class, () -> link.open(key));
      assertEquals(0x6A88, e.statusWord().orElseThrow());
    }
    assertEquals(3, sent.size());
  }

  @Test
  void aPinThatIsNotActivatedIsBlocked() throws Exception {
    PaceLink link =
        link(
            chip("2.2:13"), command -> command.at(1) == 0x22 ? Bytes.ofHex("6283") : Bytes.empty());
    try (AccessKey key = PaceChips.key(AccessKey.Kind.PIN)) {
      AccessDeniedException e = assertThrows(AccessDeniedException.class, () -> link.open(key));
      assertEquals(ErrorCode.KEY_BLOCKED, e.code());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "secp192r1, 8", "secp224r1, 10", "secp256r1, 12", "brainpoolP256r1, 13",
    "brainpoolP320r1, 14", "secp384r1, 15", "brainpoolP512r1, 17", "secp521r1, 18",
    "secp256k1, -1", "brainpoolP256t1, -1", "brainpoolP384t1, -1", "FRP256v1, -1"
  })
  void explicitParametersOfAKnownCurveAreThatCurve(String name, int parameterId) throws Exception {
    AlgorithmIdentifier explicit = explicit(ECNamedCurveTable.getByName(name));
    AccessRecord record = open(PaceChips.chip().pace("2.2", 40, explicit), AccessKey.Kind.CAN);
    assertEquals(parameterId, record.parameterId().orElse(-1));
    sent.clear();
    boolean mappable = !name.equals("secp224r1") && !name.equals("secp256k1");
    if (mappable) {
      open(PaceChips.chip().pace("4.4", 40, explicit), AccessKey.Kind.CAN);
    }
  }

  @Test
  void explicitParametersOfAStandardisedGroupOfNumbersAreThatGroup() throws Exception {
    for (int id = 0; id <= 2; id++) {
      AlgorithmIdentifier named =
          new AlgorithmIdentifier(
              new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2"), new ASN1Integer(id));
      AccessRecord record = open(PaceChips.chip().pace("1.2", 33, named), AccessKey.Kind.CAN);
      assertEquals(id, record.parameterId().orElseThrow());
    }
  }

  @Test
  void ownParametersOfTheChipAreRefusedWithTheirReason() throws Exception {
    X9ECParameters curve = ECNamedCurveTable.getByName("brainpoolP256r1");
    X9ECParameters own =
        new X9ECParameters(
            curve.getCurve(),
            new X9ECPoint(curve.getG().twice(), false),
            curve.getN(),
            curve.getH());
    PaceChips chip = announcing(explicit(own));
    try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN)) {
      UnsupportedDocumentException e =
          assertThrows(UnsupportedDocumentException.class, () -> link(chip).open(key));
      assertEquals(
          "the chip offers PACE only as nobody here runs it: a known curve with another generator",
          e.getMessage());
    }
    // Nothing but EF.CardAccess: no step of PACE in a group of the sender's choice.
    assertEquals(1, sent.size());
  }

  @Test
  void ownParametersBesideAnotherOfferAreLeftAside() throws Exception {
    // (ISO7816_G_07)
    X9ECParameters curve = ECNamedCurveTable.getByName("brainpoolP256r1");
    X9ECParameters own =
        new X9ECParameters(
            curve.getCurve(),
            new X9ECPoint(curve.getG().twice(), false),
            curve.getN(),
            curve.getH());
    PaceChips chip = announcing(explicit(own)).pace("2.2", 13);
    AccessRecord record = open(chip, AccessKey.Kind.CAN);
    assertEquals(13, record.parameterId().orElseThrow());
    assertTrue(selection().toHex().contains("84010d"));
  }

  @ParameterizedTest
  @CsvSource({"7", "31", "100"})
  void aParameterIdThatNobodyDefinesIsRefusedWithItsReason(int id) throws Exception {
    // (ISO7816_G_28)
    PaceChips chip = PaceChips.chip().info("2.2", id);
    try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN)) {
      UnsupportedDocumentException e =
          assertThrows(UnsupportedDocumentException.class, () -> link(chip).open(key));
      assertTrue(String.valueOf(e.getMessage()).endsWith("its domain parameters are not known"));
    }
  }

  @Test
  void anInfoWithoutParameterIdFallsBackToTheDomainParameterInfo() throws Exception {
    AlgorithmIdentifier named =
        new AlgorithmIdentifier(new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2"), new ASN1Integer(13));
    PaceChips chip =
        PaceChips.chip()
            .add(PaceChips.sequence(new ASN1ObjectIdentifier(PACE + "2.2"), new ASN1Integer(2)))
            .add(PaceChips.sequence(new ASN1ObjectIdentifier(PACE + "2"), named));
    chip.with().pace(PACE + "2.2", 13);
    AccessRecord record = open(chip, AccessKey.Kind.CAN);
    assertEquals(13, record.parameterId().orElseThrow());
    assertFalse(selection().toHex().contains("8401"));
  }

  @ParameterizedTest
  @CsvSource({"6982, 6D00", "6982, 6982", "6A82, 6A86"})
  void whereCardAccessCannotBeReachedACanOpensByTheProfileOfTheCitizenCard(
      String read, String select) throws Exception {
    PaceLink link =
        link(
            chip("2.2:13"),
            command ->
                command.at(1) == 0xB0 && sent.size() == 1
                    ? Bytes.ofHex(read)
                    : command.at(1) == 0xA4 && command.at(2) != 4
                        ? Bytes.ofHex(select)
                        : Bytes.empty());
    try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN);
        Access.Opened opened = link.open(key)) {
      assertEquals(PaceChips.FILE, link.read(opened, FileId.SOD));
      assertFalse(opened.record().paceOffered());
      assertEquals(AccessRecord.Protocol.PACE_GM, opened.record().protocol());
      assertEquals(13, opened.record().parameterId().orElseThrow());
    }
  }

  @Test
  void aChipWithoutPaceIsSaidToOpenByItsMrz() throws Exception {
    ChipImage image = ChipImage.builder().mrzKey(PaceChips.MRZ_INFORMATION).build();
    PaceLink link =
        new PaceLink(listening(new VirtualCard(image, random), PaceChoiceTest::nothing), random);
    try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN)) {
      UnsupportedDocumentException e =
          assertThrows(UnsupportedDocumentException.class, () -> link.open(key));
      assertTrue(String.valueOf(e.getMessage()).contains("MRZ"), e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({"CAN", "MRZ"})
  void aChipWithoutAccessControlIsOpenedAsItIs(AccessKey.Kind kind) throws Exception {
    // (ISO7816_A_01)
    ChipImage image = ChipImage.builder().file(0x011D, PaceChips.FILE.toByteArray()).build();
    PaceLink link =
        new PaceLink(listening(new VirtualCard(image, random), PaceChoiceTest::nothing), random);
    try (AccessKey key = PaceChips.key(kind);
        Access.Opened opened = link.open(key)) {
      assertEquals(AccessRecord.none(), opened.record());
      assertEquals(PaceChips.FILE, link.read(opened, FileId.SOD));
    }
  }

  @Test
  void chipAuthenticationMappingCostsOneCommandMore() throws Exception {
    open(chip("2.2:13"), AccessKey.Kind.CAN);
    int generic = sent.size();
    sent.clear();
    open(chip("6.2:13"), AccessKey.Kind.CAN);
    assertEquals(generic + 1, sent.size());
  }

  private PaceChips chip(String offers) {
    PaceChips chip = PaceChips.chip();
    for (String offer : offers.split(" ", -1)) {
      String[] parts = offer.split(":", -1);
      chip.pace(parts[0], Integer.parseInt(parts[1]));
      if (parts[0].startsWith("6")) {
        ECDomainParameters domain =
            EcCurves.byParameterId(Integer.parseInt(parts[1])).orElseThrow();
        BigInteger key = EcCurves.privateKey(domain, random);
        chip.mappingKey(new ECPrivateKeyParameters(key, domain), Bytes.ofHex("3000"));
      }
    }
    return chip;
  }

  private static PaceChips announcing(AlgorithmIdentifier parameters) {
    return PaceChips.chip()
        .info("2.2", 40)
        .add(
            PaceChips.sequence(
                new ASN1ObjectIdentifier(PACE + "2"), parameters, new ASN1Integer(40)));
  }

  private static AlgorithmIdentifier explicit(X9ECParameters curve) {
    return new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve);
  }

  private AccessRecord open(PaceChips chip, AccessKey.Kind kind) throws Exception {
    PaceLink link = link(chip);
    try (AccessKey key = PaceChips.key(kind);
        Access.Opened opened = link.open(key)) {
      int commands = sent.size();
      assertEquals(PaceChips.FILE, link.read(opened, FileId.SOD));
      sent.subList(commands, sent.size()).clear();
      return opened.record();
    }
  }

  private static String variant(AccessRecord record) {
    return record.oid().orElseThrow().substring(PACE.length());
  }

  private Bytes selection() {
    return sent.stream().filter(command -> command.at(1) == 0x22).findFirst().orElseThrow();
  }

  private PaceLink link(PaceChips chip) throws Exception {
    return link(chip, PaceChoiceTest::nothing);
  }

  private PaceLink link(PaceChips chip, Function<Bytes, Bytes> instead) throws Exception {
    return new PaceLink(listening(new VirtualCard(chip.build(), random), instead), random);
  }

  private static Bytes nothing(Bytes command) {
    return Bytes.empty();
  }

  private CardLink listening(VirtualCard card, Function<Bytes, Bytes> instead) {
    return new DecoratedLink(SimulatedLinks.inProcess(card)) {
      @Override
      public byte[] transmit(byte[] command) throws CardUnavailableException {
        sent.add(Bytes.of(command));
        Bytes answer = instead.apply(Bytes.of(command));
        return answer.isEmpty() ? super.transmit(command) : answer.toByteArray();
      }
    };
  }
}
