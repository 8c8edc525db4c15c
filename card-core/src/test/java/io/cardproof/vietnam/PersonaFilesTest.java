package io.cardproof.vietnam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.access.AccessKey;
import io.cardproof.document.ActiveAuthenticationKey;
import io.cardproof.document.EfCom;
import io.cardproof.document.FileId;
import io.cardproof.document.ImageType;
import io.cardproof.document.Mrz;
import io.cardproof.document.Portrait;
import io.cardproof.document.SecurityInfos;
import io.cardproof.document.SecurityObject;
import io.cardproof.document.SignerInfo;
import io.cardproof.simulator.Personas;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulator issues, read by the parsers: two independent readings of the standard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonaFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  private final Map<String, SimulatedCard> cards = new HashMap<>();

  static Stream<String> personas() {
    return Personas.list().stream().map(Personas.Entry::name);
  }

  @ParameterizedTest
  @MethodSource("personas")
  void theMachineReadableZoneIsWhatThePersonaSays(String name) throws Exception {
    SimulatedCard card = card(name);
    Mrz mrz = Mrz.parseDg1(file(card, FileId.DG1));
    assertEquals(card.mrz(), mrz.lines());
    assertEquals(List.of(), mrz.checkDigitFaults());
    assertTrue(mrz.expiryDate().orElseThrow().isAfter(LocalDate.ofInstant(NOW, ZoneOffset.UTC)));
    try (AccessKey key = AccessKey.mrzLines(String.join("\n", card.mrz()))) {
      assertEquals(AccessKey.Kind.MRZ, key.kind());
    }
  }

  @ParameterizedTest
  @MethodSource("personas")
  void theSecurityObjectHasTheHashOfEveryFileAndItsSigner(String name) throws Exception {
    SimulatedCard card = card(name);
    SecurityObject sod = SecurityObject.parse(file(card, FileId.SOD));
    Set<Integer> compared = new HashSet<>();
    for (Map.Entry<Integer, Bytes> hash : sod.hashes().entrySet()) {
      Optional<byte[]> content = card.image().file(FileId.dataGroup(hash.getKey()).fid());
      if (content.isPresent()) {
        assertEquals(digest(sod.digestOid(), content.get()), hash.getValue(), "DG" + hash.getKey());
        compared.add(hash.getKey());
      }
    }
    assertTrue(compared.containsAll(Set.of(1, 2)));
    SignerInfo signer = sod.signer();
    assertTrue(signer.certificate().isPresent());
    assertEquals(
        Optional.of(digest(oid(signer.digestAlgorithm()), sod.content().toByteArray())),
        signer.messageDigest());
    assertEquals(List.of(), sod.remarks());
    assertTrue(signer.signingTime().orElseThrow().isBefore(NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cccd-2021", "cccd-2024", "passport-2010"})
  void thePortraitIsAJpegOfThreeHundredByFourHundred(String name) throws Exception {
    Portrait portrait = Portrait.parse(file(card(name), FileId.DG2));
    assertEquals(ImageType.JPEG, portrait.imageType());
    assertEquals(OptionalInt.of(300), portrait.width());
    assertEquals(OptionalInt.of(400), portrait.height());
  }

  @ParameterizedTest
  @MethodSource("personas")
  void theListOfFilesIsThatOfTheSecurityObject(String name) throws Exception {
    SimulatedCard card = card(name);
    EfCom com = EfCom.parse(file(card, FileId.COM));
    Set<Integer> listed = new HashSet<>();
    com.files().forEach(id -> id.dataGroupNumber().ifPresent(listed::add));
    assertEquals(SecurityObject.parse(file(card, FileId.SOD)).hashes().keySet(), listed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cccd-2021", "cccd-2024", "passport-2010"})
  void theKeyOfActiveAuthenticationIsRsa(String name) throws Exception {
    Bytes spki = ActiveAuthenticationKey.parseDg15(file(card(name), FileId.DG15)).spki();
    assertTrue(spki.toHex().contains("06092a864886f70d010101"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cccd-2021", "cccd-2024"})
  void aCitizenCardAnnouncesPaceAndChipAuthentication(String name) throws Exception {
    SimulatedCard card = card(name);
    Bytes cardAccess = Bytes.of(card.image().masterFile(FileId.CARD_ACCESS.fid()).orElseThrow());
    SecurityInfos access = SecurityInfos.parse(cardAccess);
    SecurityInfos dg14 = SecurityInfos.forDg14(file(card, FileId.DG14));
    assertEquals(access.pace(), dg14.pace());
    assertEquals(Optional.of(13), access.pace().get(0).parameterId());
    assertTrue(dg14.terminalAuthentication());
    assertEquals("0.4.0.127.0.7.2.2.3.2.2", dg14.chipAuthentication().all().get(0).protocolOid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cccd-2021", "cccd-2024"})
  void theTextOfACitizenCardAgreesWithItsZoneAndItsQrCode(String name) throws Exception {
    SimulatedCard card = card(name);
    CitizenDetails details = CitizenDetails.parse(file(card, FileId.DG13));
    CitizenQr qr = CitizenQr.parse(card.qr().orElseThrow());
    Mrz mrz = Mrz.parseDg1(file(card, FileId.DG1));
    CitizenNumber number = details.number().orElseThrow();
    LocalDate birth = details.birthDate().flatMap(CitizenDate::day).orElseThrow();

    assertEquals(qr.number(), number);
    assertEquals(number.documentNumber(), mrz.documentNumber());
    assertTrue(mrz.optionalData().startsWith(number.digits()));
    assertEquals(Optional.of(birth), mrz.birthDay(LocalDate.ofInstant(NOW, ZoneOffset.UTC)));
    assertEquals(Optional.of(birth), qr.birthDate().flatMap(CitizenDate::day));
    assertEquals(birth.getYear(), number.birthYear());
    assertTrue(details.fullName().orElseThrow().agreesWith(mrz));
    assertEquals(qr.fullName(), details.fullName());
    assertEquals(qr.sex(), details.sex());
    assertEquals(mrz.expiryDate(), details.expiryDate().flatMap(CitizenDate::day));
    assertEquals(List.of(), number.remarks());
    assertEquals(16, details.fields().size());
    LocalDate issue = qr.issueDate().flatMap(CitizenDate::day).orElseThrow();
    assertEquals(mrz.expiry(), CardLife.expiryCandidates(birth, issue).get(0));
    try (AccessKey key = qr.accessKey()) {
      assertEquals(
          card.can(), Optional.of(new String(key.secret().reveal(), StandardCharsets.US_ASCII)));
    }
  }

  @Test
  void theCardOf2024LeavesResidenceAndIssueDateToTheQrCode() throws Exception {
    SimulatedCard card = card("cccd-2024");
    CitizenDetails details = CitizenDetails.parse(file(card, FileId.DG13));
    assertEquals(Optional.empty(), details.residence());
    assertEquals(CitizenDetails.Generation.UNKNOWN, details.generation());
    assertEquals(11, CitizenQr.parse(card.qr().orElseThrow()).fields().size());
    assertFalse(CitizenQr.parse(card.qr().orElseThrow()).residence().isEmpty());
  }

  @Test
  void theCardOf2021HasOneSpouseAndBothParents() throws Exception {
    CitizenDetails details = CitizenDetails.parse(file(card("cccd-2021"), FileId.DG13));
    assertEquals(1, details.spouses().size());
    assertTrue(details.father().isPresent() && details.mother().isPresent());
    assertEquals(List.of(), details.remarks());
  }

  /** Each persona is issued once: making its keys takes the time of all these tests. */
  private SimulatedCard card(String persona) throws Exception {
    SimulatedCard known = cards.get(persona);
    if (known != null) {
      return known;
    }
    SimulatedCard issued =
        SimulatedCard.builder()
            .persona(persona)
            .seed(2)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();
    cards.put(persona, issued);
    return issued;
  }

  private static String oid(Bytes algorithm) {
    return AlgorithmIdentifier.getInstance(algorithm.toByteArray()).getAlgorithm().getId();
  }

  private static Bytes digest(String oid, byte[] content) throws Exception {
    return Bytes.of(MessageDigest.getInstance(oid).digest(content));
  }

  private static Bytes file(SimulatedCard card, FileId id) {
    return Bytes.of(card.image().file(id.fid()).orElseThrow());
  }
}
