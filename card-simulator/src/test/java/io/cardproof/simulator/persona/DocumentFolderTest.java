package io.cardproof.simulator.persona;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.SimulatedCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void writeACitizenCard() throws IOException {
    SimulatedCard card = SimulatedCard.builder().seed(9).build();
    write("EF_DG1.bin", card.image().file(0x0101).orElseThrow());
    write("ef_dg14.BIN", card.image().file(0x010E).orElseThrow());
    write("EF_SOD.bin", card.image().file(0x011D).orElseThrow());
    write("EF_CardAccess.bin", card.image().masterFile(0x011C).orElseThrow());
    write("CSCA-test.cer", card.trust().get(0));
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void assertRefused(String expected) {
    String message = assertThrows(IOException.class, () -> DocumentFolder.read(folder)).toString();
    assertTrue(message.contains(expected), message);
  }

  @Test
  void filesInAnyCaseBecomeADocumentWithPaceAndBac() throws IOException {
    Document document = DocumentFolder.read(folder).document();
    assertEquals(Set.of(0x0101, 0x010E, 0x011D), document.files().keySet());
    assertTrue(document.bac());
    assertEquals(13, document.pace().get(0).parameterId());
    assertEquals(3, document.mrz().size());
    assertEquals(Set.of(0x0103, 0x0104), document.locked(), "DG14 announces TA");
  }

  @Test
  void settingsChooseCanAndAccess() throws IOException {
    write("card.properties", "can=123456\naccess=bac\nqr=a|b\n");
    Document document = DocumentFolder.read(folder).document();
    assertEquals("123456", document.can().orElseThrow());
    assertEquals("a|b", document.qr().orElseThrow());
    assertTrue(document.bac());
    assertEquals(List.of(), document.pace());
    write("card.properties", "access=none\n");
    document = DocumentFolder.read(folder).document();
    assertFalse(document.bac());
    assertEquals(List.of(), document.pace());
  }

  @Test
  void cscaFilesInDerOrPemBecomeTrust() throws IOException {
    byte[] der = DocumentFolder.read(folder).trust().get(0);
    Files.delete(folder.resolve("CSCA-test.cer"));
    assertEquals(0, DocumentFolder.read(folder).trust().size());
    String body = Base64.getMimeEncoder().encodeToString(der);
    String pem = "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    write("csca.pem", pem + pem);
    assertEquals(2, DocumentFolder.read(folder).trust().size());
    assertArrayEquals(der, DocumentFolder.read(folder).trust().get(1));
  }

  @Test
  void aBrokenFolderIsRefusedWithTheNameOfTheFile() throws IOException {
    write("card.properties", "can=12a\n");
    assertRefused("card.properties: can");
    write("card.properties", "access=sometimes\n");
    assertRefused("card.properties: access");
    write("card.properties", "");
    write("DG14_sk.pkcs8", "no key");
    assertRefused("DG14_sk.pkcs8");
    Files.delete(folder.resolve("DG14_sk.pkcs8"));
    write("DG15_sk.pkcs8", "no key");
    assertRefused("DG15_sk.pkcs8");
    Files.delete(folder.resolve("DG15_sk.pkcs8"));
    write("CSCA-other.der", "no certificate");
    assertRefused("CSCA-other.der");
    Files.delete(folder.resolve("CSCA-other.der"));
    write("EF_DG17.bin", "x");
    assertRefused("EF_DG17.bin");
    Files.delete(folder.resolve("EF_DG17.bin"));
    write("EF_CardAccess.bin", new byte[] {0x31, 0x02, 0x30, 0x00});
    assertRefused("EF_CardAccess.bin");
    write("EF_CardAccess.bin", new byte[] {0x31, (byte) 0x84, 0x7F, 0, 0, 0});
    assertRefused("EF_CardAccess.bin");
    Files.delete(folder.resolve("EF_CardAccess.bin"));
    write("card.properties", "access=pace\n");
    assertRefused("EF_CardAccess.bin");
    write("EF_DG1.bin", new byte[] {0x61, 0x05, 0x5F});
    assertRefused("EF_DG1.bin");
    Files.delete(folder.resolve("EF_DG1.bin"));
    assertRefused("EF_DG1.bin is missing");
  }

  @Test
  void aFolderThatIsNoneIsRefused() {
    Path missing = folder.resolve("missing");
    assertThrows(IOException.class, () -> DocumentFolder.read(missing));
  }

  @Test
  void faultsThatNeedAnIssuerAreRefusedForAFolder() {
    SimulatedCard.Builder builder = SimulatedCard.builder().folder(folder).fault("expired");
    assertThrows(IllegalArgumentException.class, builder::build);
    SimulatedCard.Builder clone = SimulatedCard.builder().folder(folder).fault("clone");
    assertThrows(IllegalArgumentException.class, clone::build, "no key to be wrong");
    SimulatedCard.Builder changed = SimulatedCard.builder().folder(folder).fault("dg2-changed");
    assertThrows(IllegalArgumentException.class, changed::build, "no DG2");
  }

  @Test
  void theBsiReferenceSetIsADocumentFolder() throws IOException {
    Path set =
        Path.of(System.getProperty("cardproof.root", ".."), "..", "shared", "data")
            .resolve("bsi-reference-set");
    if (!Files.isDirectory(set)) {
      String required = System.getenv().getOrDefault("CARDPROOF_REQUIRE", "");
      assertFalse(required.contains("shared-data"), "the BSI reference set is required");
      Assumptions.abort("shared data absent: BSI reference set");
    }
    SimulatedCard card = SimulatedCard.builder().folder(set).build();
    Document document = DocumentFolder.read(set).document();

    assertEquals("bsi-reference-set", card.name());
    assertEquals("C11T002JM4D<<9608122F2310314<<<<<<<<<<<<<<<4", card.mrz().get(1));
    assertEquals("C11T002JM496081222310314", document.mrzInformation());
    assertTrue(document.bac());
    assertEquals(List.of(), document.pace());
    assertEquals(Set.of(0x0103, 0x0104), document.locked());
    var ca = document.chipAuthentication().get(0);
    assertEquals("0.4.0.127.0.7.2.2.3.2.1", ca.oid());
    var caKey = (ECPrivateKeyParameters) ca.key();
    assertEquals(224, caKey.getParameters().getN().bitLength());
    var aa = (ActiveAuthenticationPart.Rsa) document.activeAuthentication().orElseThrow();
    assertEquals(1024, aa.key().getModulus().bitLength());
    assertArrayEquals(
        Files.readAllBytes(set.resolve("EF_SOD.bin")), card.image().file(0x011D).orElseThrow());
    assertEquals(0, card.trust().size());
    assertEquals(0, card.crl().length);
    SimulatedCard clone = SimulatedCard.builder().folder(set).fault("clone").build();
    assertEquals(8, clone.image().fileIds().size());
  }
}
