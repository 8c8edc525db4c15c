package io.cardproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SharedData;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.junit.jupiter.api.Test;

class SecurityObjectTest {
  @Test
  void theBsiSecurityObjectListsItsHashesInTheOrderOfTheFile() throws Exception {
    SecurityObject sod = SecurityObject.parse(SharedData.bytes("bsi-reference-set/EF_SOD.bin"));
    assertEquals(0, sod.ldsVersion());
    assertEquals("2.16.840.1.101.3.4.2.1", sod.digestOid());
    assertEquals(List.of(1, 2, 3, 14, 4), List.copyOf(sod.hashes().keySet()));
    for (int number : sod.hashes().keySet()) {
      Bytes file = SharedData.bytes("bsi-reference-set/EF_DG" + number + ".bin");
      assertEquals(file.sha256(), sod.hashes().get(number), "DG" + number);
    }
    SignerInfo signer = sod.signer();
    assertEquals(Optional.of(sod.content().sha256()), signer.messageDigest());
    assertEquals(Optional.empty(), signer.signingTime());
    assertEquals(
        "b87cd47d13b7c3af07f5f14fcb796ae5daa189cc0119d7baa1efe55a3e684035",
        signer.certificate().orElseThrow().sha256().toHex());
    assertEquals(0x31, signer.signedAttributes().orElseThrow().at(0));
    assertEquals(256, signer.signature().length());
  }

  @Test
  void bothVersionsOfTheLdsSecurityObjectParse() throws Exception {
    SodFixture fixture = new SodFixture();
    assertEquals(0, SecurityObject.parse(fixture.file()).ldsVersion());
    fixture.ldsVersion = 1;
    assertEquals(1, SecurityObject.parse(fixture.file()).ldsVersion());
    fixture.ldsVersion = 2;
    assertMalformed(fixture, "LDS security object");
  }

  @Test
  void theSignedAttributesKeepTheOrderOfTheFile() throws Exception {
    SodFixture fixture = new SodFixture();
    SecurityObject sod = SecurityObject.parse(fixture.file());
    Bytes expected = Bytes.empty();
    for (var attribute : fixture.attributes) {
      expected = Bytes.concat(expected, Bytes.of(attribute.toASN1Primitive().getEncoded()));
    }
    assertEquals(Fixture.tlv(0x31, expected), sod.signer().signedAttributes().orElseThrow());
    assertEquals(Optional.of(SodFixture.SIGNED.toInstant()), sod.signer().signingTime());
  }

  @Test
  void theCertificateIsTheOneThatTheSignerNamesNotTheFirstOrLast() throws Exception {
    SodFixture fixture = new SodFixture();
    fixture.certificates =
        List.of(
            SodFixture.certificate(SodFixture.ISSUER, 6, "AA"),
            SodFixture.certificate(SodFixture.ISSUER, 7, "BB"),
            SodFixture.certificate("C=VN,O=Other,CN=Other", 7, "CC"));
    SecurityObject sod = SecurityObject.parse(fixture.file());
    assertEquals(3, sod.certificates().size());
    assertEquals(Optional.of(sod.certificates().get(1)), sod.signer().certificate());

    fixture.sid = SodFixture.keyIdentifier("CC");
    sod = SecurityObject.parse(fixture.file());
    assertEquals(Optional.of(sod.certificates().get(2)), sod.signer().certificate());

    fixture.sid = SodFixture.keyIdentifier("DD");
    assertEquals(Optional.empty(), SecurityObject.parse(fixture.file()).signer().certificate());
  }

  @Test
  void issuerNamesAreComparedWithoutCaseAndStringType() throws Exception {
    SodFixture fixture = new SodFixture();
    fixture.sid = SodFixture.issuerAndSerial("C=vn,O=test  AUTHORITY,CN=Test CSCA", 7);
    assertTrue(SecurityObject.parse(fixture.file()).signer().certificate().isPresent());
  }

  @Test
  void olderNamesOfTheContentTypeAreRemarkedAndOthersRefused() throws Exception {
    SodFixture fixture = new SodFixture();
    for (String oid : List.of("1.3.27.1.1.1", "1.2.528.1.1006.1.20.1")) {
      fixture.contentOid = oid;
      fixture.attributes.set(
          2, SodFixture.attribute(CMSAttributes.contentType, new ASN1ObjectIdentifier(oid)));
      assertEquals(1, SecurityObject.parse(fixture.file()).remarks().size());
    }
    fixture.contentOid = "1.2.840.113549.1.7.1";
    assertMalformed(fixture, "content type");
  }

  @Test
  void signedAttributesWithoutMessageDigestAreMalformed() throws Exception {
    SodFixture fixture = new SodFixture();
    fixture.attributes.remove(1);
    assertMalformed(fixture, "signed attributes");
  }

  @Test
  void signedAttributesWithoutContentTypeOrWithAnotherAreMalformed() throws Exception {
    SodFixture fixture = new SodFixture();
    fixture.attributes.set(
        2,
        SodFixture.attribute(CMSAttributes.contentType, new ASN1ObjectIdentifier("1.3.27.1.1.1")));
    assertMalformed(fixture, "signed attributes");
    fixture.attributes.remove(2);
    assertMalformed(fixture, "signed attributes");
  }

  @Test
  void anAttributeThatIsThereTwiceIsMalformed() throws Exception {
    SodFixture fixture = new SodFixture();
    fixture.attributes.add(
        SodFixture.attribute(CMSAttributes.messageDigest, new DEROctetString(new byte[31])));
    assertMalformed(fixture, "signed attributes");
    SodFixture twoValues = new SodFixture();
    twoValues.attributes.set(
        1,
        SodFixture.attribute(
            CMSAttributes.messageDigest,
            new DEROctetString(new byte[32]),
            new DEROctetString(new byte[31])));
    assertMalformed(twoValues, "signed attributes");
  }

  @Test
  void withoutSignedAttributesTheSignatureIsOverTheContent() throws Exception {
    SodFixture fixture = new SodFixture();
    fixture.attributes.clear();
    SignerInfo signer = SecurityObject.parse(fixture.file()).signer();
    assertEquals(Optional.empty(), signer.signedAttributes());
    assertEquals(Optional.empty(), signer.messageDigest());
  }

  @Test
  void aDataGroupThatIsListedTwiceOrThatDoesNotExistIsMalformed() throws Exception {
    SodFixture fixture = new SodFixture();
    fixture.dataGroups = new int[] {1, 2, 1};
    assertMalformed(fixture, "data group hashes");
    fixture.dataGroups = new int[] {1, 17};
    assertMalformed(fixture, "data group hashes");
    fixture.dataGroups = new int[] {};
    assertMalformed(fixture, "data group hashes");
  }

  @Test
  void noSignerIsMalformedAndSeveralAreRemarked() throws Exception {
    SodFixture fixture = new SodFixture();
    fixture.signers = 2;
    SecurityObject sod = SecurityObject.parse(fixture.file());
    assertEquals(1, sod.signers().size() - 1);
    assertEquals(List.of("more than one signer"), sod.remarks());
    fixture.signers = 0;
    assertMalformed(fixture, "signer infos");
  }

  @Test
  void anObjectThatIsTooLongOrNotSignedDataIsMalformed() throws Exception {
    Bytes huge = Bytes.of(new byte[ContentLimits.fileBytes(FileId.SOD) + 1]);
    assertThrows(MalformedDocumentException.class, () -> SecurityObject.parse(huge));
    Bytes other = Fixture.tlv(0x77, Bytes.of(new DERUTF8String("private").getEncoded()));
    MalformedDocumentException e =
        assertThrows(MalformedDocumentException.class, () -> SecurityObject.parse(other));
    assertFalse(String.valueOf(e.getMessage()).contains("private"));
  }

  @Test
  void deepNestingIsRefusedBeforeItIsFollowed() {
    byte[] indefinite = new byte[40_000];
    for (int i = 0; i < indefinite.length; i += 2) {
      indefinite[i] = 0x30;
      indefinite[i + 1] = (byte) 0x80;
    }
    Bytes file = Fixture.tlv(0x77, Bytes.of(indefinite));
    assertThrows(MalformedDocumentException.class, () -> SecurityObject.parse(file));
  }

  @Test
  void theHashesCannotBeChanged() throws Exception {
    Map<Integer, Bytes> hashes = SecurityObject.parse(new SodFixture().file()).hashes();
    assertThrows(UnsupportedOperationException.class, () -> hashes.put(1, Bytes.empty()));
  }

  private static void assertMalformed(SodFixture fixture, String place) throws Exception {
    Bytes file = fixture.file();
    MalformedDocumentException e =
        assertThrows(MalformedDocumentException.class, () -> SecurityObject.parse(file));
    assertEquals(FileId.SOD, e.file());
    assertEquals(place, e.place());
  }
}
