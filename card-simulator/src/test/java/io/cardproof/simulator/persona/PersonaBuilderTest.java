package io.cardproof.simulator.persona;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.issuer.FingerFile;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.issuer.StandardGroup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jmrtd.lds.CVCAFile;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.SODFile;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.DG11File;
import org.jmrtd.lds.icao.DG12File;
import org.jmrtd.lds.icao.DG14File;
import org.jmrtd.lds.icao.DG1File;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.icao.DG3File;
import org.jmrtd.lds.icao.DG4File;
import org.jmrtd.lds.icao.DG5File;
import org.jmrtd.lds.icao.DG7File;
import org.jmrtd.lds.icao.MRZInfo;
import org.jmrtd.lds.iso19794.FaceImageInfo;
import org.jmrtd.lds.iso19794.FaceInfo;
import org.jmrtd.lds.iso19794.FingerImageInfo;
import org.jmrtd.lds.iso19794.FingerInfo;
import org.jmrtd.lds.iso19794.IrisInfo;
import org.jmrtd.lds.iso39794.FaceImageDataBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the builder is asked for is what JMRTD and BouncyCastle find in the files. */
class PersonaBuilderTest {
  private static SimulatedCard card(PersonaBuilder builder) throws IOException {
    return SimulatedCard.builder().persona(builder.build()).seed(1).build();
  }

  private static ByteArrayInputStream file(SimulatedCard card, int fid) {
    return new ByteArrayInputStream(card.image().file(fid).orElseThrow());
  }

  @Test
  void waysOfPaceAreAnnouncedInTheOrderGiven() throws IOException {
    SimulatedCard card =
        card(
            PersonaBuilder.passport("test")
                .pace(
                    PaceVariant.integrated(StandardGroup.SECP521R1, SessionCipher.AES_256),
                    PaceVariant.generic(StandardGroup.MODP_1024_160, SessionCipher.TRIPLE_DES),
                    PaceVariant.chipAuthentication(
                        StandardGroup.BRAINPOOL_P320R1, SessionCipher.AES_192),
                    PaceVariant.generic(StandardGroup.SECP256R1, SessionCipher.AES_128)
                        .explicit(40))
                .can("123456"));
    byte[] cardAccess = card.image().masterFile(Document.CARD_ACCESS).orElseThrow();
    List<String> offers = new ArrayList<>();
    // JMRTD would sort them.
    for (ASN1Encodable info : ASN1Set.getInstance(cardAccess)) {
      ASN1Sequence parts = ASN1Sequence.getInstance(info);
      if (parts.getObjectAt(1) instanceof ASN1Integer) {
        offers.add(parts.getObjectAt(0) + " " + parts.getObjectAt(2));
      }
    }
    assertEquals(
        List.of(
            "0.4.0.127.0.7.2.2.4.4.4 18",
            "0.4.0.127.0.7.2.2.4.1.1 0",
            "0.4.0.127.0.7.2.2.4.6.3 14",
            "0.4.0.127.0.7.2.2.4.2.2 40"),
        offers);
  }

  @Test
  void cardSecurityIsSignedByTheDocumentSignerAndHoldsTheMappingKey() throws Exception {
    SimulatedCard card =
        card(
            PersonaBuilder.passport("test")
                .pace(
                    PaceVariant.chipAuthentication(StandardGroup.SECP256R1, SessionCipher.AES_128))
                .hash(Hash.SHA_512));
    CMSSignedData cms =
        new CMSSignedData(card.image().masterFile(Document.CARD_SECURITY).orElseThrow());
    SignerInformation signer = cms.getSignerInfos().iterator().next();
    X509CertificateHolder certificate = cms.getCertificates().getMatches(null).iterator().next();

    assertEquals("0.4.0.127.0.7.3.2.1", cms.getSignedContentTypeOID());
    assertTrue(
        signer.verify(
            new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(certificate)));
    assertEquals("2.16.840.1.101.3.4.2.3", signer.getDigestAlgOID());
    assertArrayEquals(
        new SODFile(file(card, Document.SOD)).getDocSigningCertificate().getEncoded(),
        certificate.getEncoded());
    byte[] content = (byte[]) cms.getSignedContent().getContent();
    assertTrue(
        new CardAccessFile(new ByteArrayInputStream(content))
            .getSecurityInfos().stream()
                .anyMatch(ChipAuthenticationPublicKeyInfo.class::isInstance));
  }

  @Test
  void severalKeysOfChipAuthenticationHaveTheirIdentifiersAndOneIsForgotten() throws IOException {
    SimulatedCard card =
        card(
            PersonaBuilder.passport("test")
                .chipAuthentication(
                    ChipAuthenticationVariant.of(
                            StandardGroup.BRAINPOOL_P224R1,
                            SessionCipher.AES_128,
                            SessionCipher.AES_256)
                        .keyId(1),
                    ChipAuthenticationVariant.of(
                            StandardGroup.MODP_2048_256, SessionCipher.TRIPLE_DES)
                        .keyId(2)
                        .unannounced()));
    List<String> found = new ArrayList<>();
    for (SecurityInfo info : new DG14File(file(card, 0x010E)).getSecurityInfos()) {
      if (info instanceof ChipAuthenticationInfo announced) {
        found.add(announced.getObjectIdentifier() + " " + announced.getKeyId());
      } else if (info instanceof ChipAuthenticationPublicKeyInfo key) {
        found.add(key.getSubjectPublicKey().getAlgorithm() + " " + key.getKeyId());
      }
    }
    found.sort(null);
    assertEquals(
        List.of("0.4.0.127.0.7.2.2.3.2.2 1", "0.4.0.127.0.7.2.2.3.2.4 1", "DH 2", "EC 1"), found);
  }

  static Stream<SignatureAlgorithm> signers() {
    return Stream.of(
        SignatureAlgorithm.rsaPkcs1(2048, Hash.SHA_1),
        SignatureAlgorithm.rsaPkcs1(2048, Hash.SHA_512),
        SignatureAlgorithm.rsaPss(2048, Hash.SHA_384),
        SignatureAlgorithm.ecdsa(StandardGroup.SECP224R1, Hash.SHA_224),
        SignatureAlgorithm.ecdsa(StandardGroup.BRAINPOOL_P512R1, Hash.SHA_512, KeyForm.EXPLICIT));
  }

  @ParameterizedTest
  @MethodSource("signers")
  void theSecurityObjectVerifiesWhateverTheSigner(SignatureAlgorithm signer) throws Exception {
    SimulatedCard card = card(PersonaBuilder.passport("test").documentSigner(signer));
    byte[] sod = card.image().file(Document.SOD).orElseThrow();
    CMSSignedData cms = new CMSSignedData(java.util.Arrays.copyOfRange(sod, 4, sod.length));
    X509CertificateHolder certificate = cms.getCertificates().getMatches(null).iterator().next();
    assertTrue(
        cms.getSignerInfos()
            .iterator()
            .next()
            .verify(
                new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(certificate)));
  }

  @ParameterizedTest
  @EnumSource(Hash.class)
  void theFilesAreHashedAsAsked(Hash hash) throws Exception {
    SODFile sod = new SODFile(file(card(PersonaBuilder.passport("test").hash(hash)), Document.SOD));
    assertEquals(hash.id(), sod.getDigestAlgorithm());
  }

  @ParameterizedTest
  @EnumSource(MrzFormat.class)
  void jmrtdAcceptsTheMrzOfEveryFormat(MrzFormat format) throws IOException {
    MRZInfo mrz =
        new DG1File(
                file(card(PersonaBuilder.identityCard("test", format).documentCode("I")), 0x0101))
            .getMRZInfo();
    assertEquals("X00TEST99", mrz.getDocumentNumber());
    assertEquals("SPECIMEN", mrz.getPrimaryIdentifier());
    assertEquals("UTO", mrz.getIssuingState());
  }

  @Test
  void aLongDocumentNumberGoesOnInTheOptionalData() throws IOException {
    SimulatedCard card =
        card(PersonaBuilder.identityCard("test", MrzFormat.TD1).documentNumber("D23145890734"));
    // ICAO 9303-5 appendix: the published example of such a number.
    assertEquals("D23145890<7349<<<<<<<<<<<", card.mrz().get(0).substring(5));
    assertEquals("D23145890734", new DG1File(file(card, 0x0101)).getMRZInfo().getDocumentNumber());
  }

  @Test
  void everyDetailIsFoundByJmrtd() throws IOException {
    SimulatedCard card = card(PersonaBuilder.passport("test").details(5, 7, 11, 12, 13, 16));
    DG11File holder = new DG11File(file(card, 0x010B));
    DG12File document = new DG12File(file(card, 0x010C));

    assertEquals(1, new DG5File(file(card, 0x0105)).getImages().size());
    assertEquals("image/jpeg", new DG7File(file(card, 0x0107)).getImages().get(0).getMimeType());
    assertEquals("SPECIMEN<<TONI<TEST", holder.getNameOfHolder());
    assertEquals("SPECIMEN", holder.getProfession());
    assertEquals(8, holder.getFullDateOfBirth().length());
    assertEquals("TEST PASSPORT OFFICE OF UTOPIA", document.getIssuingAuthority());
    assertTrue(card.image().file(0x010D).isPresent());
    assertEquals(0x70, card.image().file(0x0110).orElseThrow()[0]);
  }

  @Test
  void fingersAndIrisesStandInTheirRecordsBehindTerminalAuthentication() throws Exception {
    SimulatedCard card =
        card(
            PersonaBuilder.passport("test")
                .bac()
                .chipAuthentication(
                    ChipAuthenticationVariant.of(StandardGroup.SECP256R1, SessionCipher.AES_128))
                .terminalAuthentication()
                .fingerprints(
                    9_000, FingerFile.Position.RIGHT_THUMB, FingerFile.Position.LEFT_LITTLE)
                .irises(8_000));
    List<FingerImageInfo> fingers =
        new DG3File(file(card, 0x0103))
            .getSubRecords().stream()
                .map(FingerInfo.class::cast)
                .flatMap(info -> info.getFingerImageInfos().stream())
                .toList();
    List<IrisInfo> irises =
        new DG4File(file(card, 0x0104)).getSubRecords().stream().map(IrisInfo.class::cast).toList();

    assertEquals(List.of(1, 10), fingers.stream().map(FingerImageInfo::getPosition).toList());
    assertEquals(9_000, fingers.get(0).getImageLength());
    assertEquals("image/x-wsq", fingers.get(0).getMimeType());
    assertEquals(2, irises.size());
    assertEquals(
        8_000,
        irises
            .get(1)
            .getIrisBiometricSubtypeInfos()
            .get(0)
            .getIrisImageInfos()
            .get(0)
            .getImageLength());
    assertEquals(
        "UTTESTCVCA00001", new CVCAFile(file(card, Document.CVCA)).getCAReference().getName());
    assertEquals(2, card.terminal().orElseThrow().certificates().size());
  }

  @Test
  void thePortraitComesInEveryFormatAndRecord() throws IOException {
    for (PortraitVariant variant :
        List.of(
            PortraitVariant.jpeg(9_000),
            PortraitVariant.jpeg2000(12_000),
            PortraitVariant.jp2(13_000))) {
      SimulatedCard usual = card(PersonaBuilder.passport("test").portrait(variant));
      FaceImageInfo face =
          ((FaceInfo) new DG2File(file(usual, 0x0102)).getSubRecords().get(0))
              .getFaceImageInfos()
              .get(0);
      assertEquals(variant.bytes(), face.getImageLength());
      assertEquals(300, face.getWidth());

      SimulatedCard newer = card(PersonaBuilder.passport("test").portrait(variant.inIso39794()));
      FaceImageDataBlock block =
          assertInstanceOf(
              FaceImageDataBlock.class, new DG2File(file(newer, 0x0102)).getSubRecords().get(0));
      assertEquals(1, block.getRepresentationBlocks().size());
    }
  }

  @Test
  void filesMayBeGivenOrLeftOut() throws IOException {
    byte[] own = {0x6D, 0x01, 0x00};
    SimulatedCard card =
        card(
            PersonaBuilder.passport("test")
                .dataGroup(13, own)
                .withoutDataGroup(2)
                .directory()
                .information(1_000, 2_000));
    assertArrayEquals(own, card.image().file(0x010D).orElseThrow());
    assertTrue(card.image().file(0x0102).isEmpty());
    assertTrue(card.image().masterFile(Document.DIR).isPresent());
    byte[] atr = card.image().atr();
    assertEquals(0x20, atr[8] & 0x20, "lengths stand in EF.ATR/INFO");
  }

  @Test
  void partsThatDoNotGoTogetherAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PaceVariant.chipAuthentication(StandardGroup.MODP_1024_160, SessionCipher.AES_128));
    assertThrows(
        IllegalArgumentException.class,
        () -> PersonaBuilder.passport("test").can("123456").build());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            PersonaBuilder.passport("test")
                .pace(
                    PaceVariant.chipAuthentication(StandardGroup.SECP256R1, SessionCipher.AES_128),
                    PaceVariant.chipAuthentication(StandardGroup.SECP384R1, SessionCipher.AES_128))
                .build());
    assertThrows(IllegalArgumentException.class, () -> PersonaBuilder.passport("test").details(8));
    assertFalse(PersonaBuilder.passport("test").build().summary().isEmpty());
  }
}
