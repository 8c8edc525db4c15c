package io.cardproof.document;

import static io.cardproof.document.Fixture.text;
import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cardproof.value.Bytes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jmrtd.lds.iso39794.FingerImagePositionCode;
import org.junit.jupiter.api.Test;

/** Whatever a chip sends, a parser answers with a value or with the one typed error. */
class HostileBytesTest {
  private static final int MUTATIONS = 10_000;
  private static final long SEED = 20261123;

  private interface Parser {
    Object parse(Bytes file) throws MalformedDocumentException;
  }

  private record Case(Bytes file, Parser parser) {}

  @Test
  void aFileCutOffAnywhereIsMalformed() throws Exception {
    for (Map.Entry<String, Case> entry : cases().entrySet()) {
      Case subject = entry.getValue();
      assertDoesNotThrow(() -> subject.parser().parse(subject.file()), entry.getKey());
      for (int length = 0; length < subject.file().length(); length++) {
        Bytes cut = subject.file().slice(0, length);
        assertThrows(
            MalformedDocumentException.class,
            () -> subject.parser().parse(cut),
            entry.getKey() + " cut to " + length);
      }
    }
  }

  @Test
  void changedBytesNeverThrowAnythingElse() throws Exception {
    for (Map.Entry<String, Case> entry : cases().entrySet()) {
      Random random = new Random(SEED);
      for (int i = 0; i < MUTATIONS; i++) {
        Bytes changed = mutated(entry.getValue().file(), random);
        assertTypedOrNothing(entry.getKey(), i, entry.getValue().parser(), changed);
      }
    }
  }

  @Test
  void rowsOfObjectsAreReadOrMalformed() {
    for (Map.Entry<String, Case> entry : rows().entrySet()) {
      Case subject = entry.getValue();
      assertDoesNotThrow(() -> subject.parser().parse(subject.file()), entry.getKey());
      Random random = new Random(SEED);
      for (int i = 0; i < MUTATIONS; i++) {
        assertTypedOrNothing(entry.getKey(), i, subject.parser(), mutated(subject.file(), random));
      }
      for (int length = 0; length < subject.file().length(); length++) {
        assertTypedOrNothing(
            entry.getKey(), length, subject.parser(), subject.file().slice(0, length));
      }
    }
  }

  @Test
  void bytesByChanceNeverThrowAnythingElse() throws Exception {
    for (Map.Entry<String, Case> entry : cases().entrySet()) {
      Random random = new Random(SEED);
      for (int i = 0; i < 1_000; i++) {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        Bytes file =
            Bytes.concat(tlv(entry.getValue().file().at(0), Bytes.of(noise)), Bytes.of(noise));
        assertTypedOrNothing(entry.getKey(), i, entry.getValue().parser(), file);
      }
    }
  }

  @Test
  void theLargestFileIsReadInBoundedTime() {
    byte[] hostile = new byte[ContentLimits.fileBytes(FileId.DG2) - 64];
    for (int i = 0; i < hostile.length; i += 2) {
      hostile[i] = (byte) 0xFF;
      hostile[i + 1] = 0x4F;
    }
    Bytes block = Bytes.of(hostile);
    Bytes length = Bytes.ofHex(String.format("84%08X", hostile.length));
    Bytes template = Bytes.concat(Bytes.ofHex("5F2E"), length, block);
    Bytes dg2 = wide(0x75, wide(0x7F61, wide(0x7F60, template)));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertTypedOrNothing("DG2", 0, Portrait::parse, dg2));
  }

  private static Map<String, Case> cases() throws Exception {
    Map<String, Case> cases = new LinkedHashMap<>();
    Bytes mrz = text(String.join("", MrzTest.citizen("850102", "450102")));
    cases.put("DG1", new Case(tlv(0x61, tlv(0x5F1F, mrz)), Mrz::parseDg1));
    Bytes face = PortraitTest.face(1, 2, 0, 300, 400, Bytes.ofHex("FFD8FFC00011080190012C03FFD9"));
    cases.put("DG2", new Case(PortraitTest.dg2(face), Portrait::parse));
    Bytes jpeg = Bytes.ofHex("FFD8FFC00011080190012C03FFD9");
    cases.put("DG2, three faces", new Case(JmrtdFiles.faces(jpeg, jpeg, jpeg), Portrait::parseAll));
    cases.put(
        "DG2, ISO 39794-5", new Case(JmrtdFiles.face39794(300, 400, jpeg), Portrait::parseAll));
    cases.put("DG3", new Case(JmrtdFiles.fingers(2, 8, 8, jpeg, jpeg), BiometricImage::fingers));
    cases.put(
        "DG3, ISO 39794-4",
        new Case(
            JmrtdFiles.fingers39794(jpeg, FingerImagePositionCode.LEFT_THUMB_FINGER),
            BiometricImage::fingers));
    cases.put("DG4", new Case(JmrtdFiles.irises(14, 8, 8, jpeg, jpeg), BiometricImage::irises));
    cases.put("DG5", new Case(tlv(0x65, tlv(0x5F40, jpeg)), DisplayedImages::portraits));
    cases.put("DG7", new Case(tlv(0x67, tlv(0x5F43, jpeg)), DisplayedImages::signatures));
    cases.put("DG11", new Case(DetailsTest.dg11(), PersonalDetails::parse));
    cases.put("DG12", new Case(DetailsTest.dg12(), DocumentDetails::parse));
    cases.put("DG16", new Case(DetailsTest.dg16(), PersonToNotify::parse));
    cases.put("EF.SOD", new Case(new SodFixture().file(), SecurityObject::parse));
    cases.put("EF.CardAccess", new Case(cardAccess(), SecurityInfos::parse));
    cases.put("DG14", new Case(tlv(0x6E, cardAccess()), SecurityInfos::forDg14));
    Bytes com = tlv(0x60, tlv(0x5F01, text("0107")), tlv(0x5C, Bytes.ofHex("6175636D6F6E")));
    cases.put("EF.COM", new Case(com, EfCom::parse));
    Bytes key =
        tlv(0x30, tlv(0x30, Bytes.ofHex("06072A8648CE3D0201")), tlv(0x03, Bytes.ofHex("0004")));
    cases.put("DG15", new Case(tlv(0x6F, key), ActiveAuthenticationKey::parseDg15));
    return cases;
  }

  /** Rows of objects: cut after any object they are complete, so only changes are tried. */
  private static Map<String, Case> rows() {
    Map<String, Case> cases = new LinkedHashMap<>();
    Bytes references = tlv(0x42, text("UTCVCA00001"));
    cases.put("EF.CVCA", new Case(references, CvcaReferences::parse));
    Bytes application = tlv(0x61, tlv(0x4F, Bytes.ofHex("A0000002471001")), tlv(0x50, text("TD")));
    cases.put("EF.DIR", new Case(application, CardApplications::parse));
    Bytes lengths = Bytes.ofHex("7F6608020208000202080047031E0040");
    cases.put("EF.ATR/INFO", new Case(lengths, HostileBytesTest::information));
    return cases;
  }

  private static Object information(Bytes file) throws MalformedDocumentException {
    CardInformation information = CardInformation.parse(file);
    return information.maxCommandBytes().isPresent() || information.maxResponseBytes().isPresent();
  }

  private static Bytes cardAccess() {
    return tlv(
        0x31,
        Bytes.ofHex("300D060804007F0007020202020101"),
        Bytes.ofHex("300F060A04007F00070202030202020101"),
        Bytes.ofHex("3012060A04007F0007020204020202010202010D"));
  }

  /** One to four changes: another byte, a byte more, a byte less, an extreme. */
  private static Bytes mutated(Bytes file, Random random) {
    Bytes changed = file;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(changed.length() - 1);
      Bytes other = Bytes.of((byte) (random.nextBoolean() ? random.nextInt() : 0xFF));
      Bytes middle = random.nextInt(4) == 0 ? Bytes.empty() : other;
      changed = Bytes.concat(changed.slice(0, at), middle, changed.from(at + random.nextInt(2)));
    }
    return changed;
  }

  private static void assertTypedOrNothing(String name, int round, Parser parser, Bytes file) {
    try {
      parser.parse(file);
    } catch (MalformedDocumentException e) {
      // The typed error is one of the two right answers.
    } catch (RuntimeException | Error e) {
      throw new AssertionError(name + ", round " + round + ", seed " + SEED, e);
    }
  }

  private static Bytes wide(int tag, Bytes value) {
    Bytes tagBytes = Bytes.ofHex(Integer.toHexString(tag));
    return Bytes.concat(tagBytes, Bytes.ofHex(String.format("84%08X", value.length())), value);
  }
}
