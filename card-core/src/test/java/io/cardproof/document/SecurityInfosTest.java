package io.cardproof.document;

import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SharedData;
import io.cardproof.document.ChipAuthenticationOffers.Offer;
import io.cardproof.document.ChipAuthenticationOffers.Standing;
import io.cardproof.document.SecurityInfo.ChipAuthenticationInfo;
import io.cardproof.document.SecurityInfo.ChipAuthenticationPublicKey;
import io.cardproof.document.SecurityInfo.PaceInfo;
import io.cardproof.document.SecurityInfo.TerminalAuthenticationInfo;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityInfosTest {
  private static final Bytes TA = Bytes.ofHex("300D060804007F0007020202020101");
  private static final Bytes CA = Bytes.ofHex("300F060A04007F00070202030202020101");
  private static final Bytes PACE = Bytes.ofHex("3012060A04007F0007020204020202010202010D");

  @Test
  void theCardAccessOfACitizenCardParsesInItsOrder() throws Exception {
    Bytes cardAccess = tlv(0x31, TA, CA, PACE);
    assertEquals(54, cardAccess.length());
    SecurityInfos infos = SecurityInfos.parse(cardAccess);
    assertEquals(
        List.of(
            new TerminalAuthenticationInfo("0.4.0.127.0.7.2.2.2", 1, TA),
            new ChipAuthenticationInfo("0.4.0.127.0.7.2.2.3.2.2", 1, Optional.empty(), CA),
            new PaceInfo("0.4.0.127.0.7.2.2.4.2.2", 2, Optional.of(13), PACE)),
        infos.all());
    assertEquals(cardAccess, infos.raw());
    assertTrue(infos.terminalAuthentication());
  }

  @Test
  void theOrderIsThatOfTheChipAlsoWhereDerHasAnother() throws Exception {
    SecurityInfos infos = SecurityInfos.parse(tlv(0x31, PACE, TA));
    assertInstanceOf(PaceInfo.class, infos.all().get(0));
  }

  @Test
  void theBsiDataGroup14AnnouncesItsKeyAndProtocol() throws Exception {
    SecurityInfos infos = SecurityInfos.forDg14(SharedData.bytes("bsi-reference-set/EF_DG14.bin"));
    assertEquals(3, infos.all().size());
    ChipAuthenticationPublicKey key = infos.chipAuthenticationKeys().get(0);
    assertEquals("0.4.0.127.0.7.2.2.1.2", key.oid());
    assertEquals(Optional.empty(), key.keyId());
    assertEquals(
        new ChipAuthenticationOffers(
            List.of(new Offer("0.4.0.127.0.7.2.2.3.2.1", Optional.empty(), key.spki())),
            Standing.ANNOUNCED),
        infos.chipAuthentication());
  }

  @Test
  void anUnknownOrMalformedInfoIsKeptAndSpoilsNoOther() throws Exception {
    Bytes unknown = tlv(0x30, Bytes.ofHex("06032A0304"), Bytes.ofHex("020101"));
    Bytes paceWithoutVersion = tlv(0x30, Bytes.ofHex("060A04007F00070202040202"));
    Bytes noSequence = Bytes.ofHex("0500");
    SecurityInfos infos =
        SecurityInfos.parse(tlv(0x31, unknown, paceWithoutVersion, noSequence, PACE));
    assertEquals(
        List.of(
            new SecurityInfo.Unknown("1.2.3.4", unknown),
            new SecurityInfo.Malformed("0.4.0.127.0.7.2.2.4.2.2", paceWithoutVersion),
            new SecurityInfo.Malformed("", noSequence)),
        infos.all().subList(0, 3));
    assertEquals(1, infos.pace().size());
  }

  @Test
  void paceMayLackTheParameterId() throws Exception {
    Bytes pace = tlv(0x30, Bytes.ofHex("060A04007F00070202040202"), Bytes.ofHex("020102"));
    assertEquals(
        Optional.empty(), SecurityInfos.parse(tlv(0x31, pace)).pace().get(0).parameterId());
  }

  @Test
  void activeAuthenticationNamesItsSignatureAlgorithm() throws Exception {
    Bytes info =
        tlv(
            0x30,
            Bytes.ofHex("0606678108010105"),
            Bytes.ofHex("020101"),
            Bytes.ofHex("060A04007F00070101040103"));
    assertEquals(
        "0.4.0.127.0.7.1.1.4.1.3",
        SecurityInfos.parse(tlv(0x31, info))
            .activeAuthentication()
            .orElseThrow()
            .signatureAlgorithmOid());
  }

  @Test
  void whatIsNoSetIsMalformed() {
    assertThrows(MalformedDocumentException.class, () -> SecurityInfos.parse(TA));
    assertThrows(MalformedDocumentException.class, () -> SecurityInfos.parse(Bytes.empty()));
    MalformedDocumentException e =
        assertThrows(MalformedDocumentException.class, () -> SecurityInfos.forDg14(tlv(0x6E, TA)));
    assertEquals(FileId.DG14, e.file());
  }
}
