package io.cardproof.document;

import static io.cardproof.document.Fixture.tlv;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.document.ChipAuthenticationOffers.Offer;
import io.cardproof.document.ChipAuthenticationOffers.Standing;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChipAuthenticationOffersTest {
  private static final String NUMBERS = "01";
  private static final String CURVES = "02";
  private static final String PROTOCOL = "0.4.0.127.0.7.2.2.3.2.";
  private static final Bytes SPKI =
      tlv(0x30, tlv(0x30, Bytes.ofHex("06072A8648CE3D0201")), tlv(0x03, Bytes.ofHex("0004")));

  @Test
  void aDocumentWithoutKeysAndInfosAnnouncesNothing() throws Exception {
    assertStanding(Standing.NOT_ANNOUNCED);
    assertStanding(Standing.NOT_ANNOUNCED, tlv(0x30, Bytes.ofHex("06032A0304")));
  }

  @Test
  void theInfoWithTheIdentifierOfTheKeyCounts() throws Exception {
    assertOffers(List.of(offer("4", 2)), info("01", 1, 1), info("04", 1, 2), key(CURVES, 2));
  }

  @Test
  void severalKeysAndSeveralCiphersOfOneKeyAreAllOffered() throws Exception {
    assertOffers(
        List.of(offer("2", 1), offer("4", 1), offer("1", 2)),
        key(CURVES, 1),
        key(CURVES, 2),
        info("02", 1, 1),
        info("01", 1, 2),
        info("04", 1, 1));
  }

  @Test
  void anIdentifierOnOneSideOnlyIsClearWhileThereIsOneKey() throws Exception {
    assertOffers(List.of(offer("2", 7)), info("02", 1), key(CURVES, 7));
    assertOffers(List.of(offer("2", 7)), info("02", 1, 7), key(CURVES));
    assertStanding(Standing.KEY_MISSING, info("02", 1), key(CURVES, 7), key(CURVES, 8));
  }

  @Test
  void identifiersThatDifferFitNoKey() throws Exception {
    assertStanding(Standing.KEY_MISSING, info("02", 1, 1), key(CURVES, 2));
  }

  @Test
  void anInfoWithoutAnyKeyOrForTheOtherKindOfKeyFitsNone() throws Exception {
    assertStanding(Standing.KEY_MISSING, info("02", 1));
    assertStanding(Standing.KEY_MISSING, info("02", 1), key(NUMBERS));
  }

  @Test
  void aKeyAloneMeansAes128OrTripleDes() throws Exception {
    ChipAuthenticationOffers offers = offers(key(CURVES));
    assertEquals(Standing.INFERRED, offers.standing());
    assertEquals(
        List.of(
            new Offer(PROTOCOL + "2", Optional.empty(), SPKI),
            new Offer(PROTOCOL + "1", Optional.empty(), SPKI)),
        offers.all());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 10})
  void anotherVersionIsNotThisProtocol(int version) throws Exception {
    assertStanding(Standing.OTHER_VERSION, info("02", version), key(CURVES));
  }

  @Test
  void anEntryThatDoesNotParseIsNotTakenForAbsent() throws Exception {
    Bytes noVersion = tlv(0x30, Bytes.ofHex("060A04007F00070202030202"));
    Bytes noIdentifier = tlv(0x30, Bytes.ofHex("020101"));
    assertStanding(Standing.MALFORMED, noVersion, key(CURVES));
    assertStanding(Standing.MALFORMED, noIdentifier, key(CURVES));
    assertStanding(Standing.MALFORMED, info("02", 1), noIdentifier);
    assertStanding(Standing.NOT_ANNOUNCED, noIdentifier);
  }

  @Test
  void theSameInfoTwiceIsOneOffer() throws Exception {
    assertOffers(List.of(offer("4", 1)), info("04", 1, 1), key(CURVES, 1), info("04", 1, 1));
  }

  @Test
  void moreKeysOrWaysThanAnyChipHasAreNotTried() throws Exception {
    assertStanding(Standing.MALFORMED, keys(9, CURVES));
    assertEquals(16, offers(keys(8, CURVES)).all().size());
    Bytes[] many = new Bytes[18];
    many[0] = key(NUMBERS);
    for (int i = 1; i < many.length; i++) {
      many[i] = tlv(0x30, Bytes.ofHex("060A04007F00070202030104"), numbers(1), numbers(i));
    }
    assertStanding(Standing.MALFORMED, many);
  }

  private static Bytes[] keys(int count, String kind) {
    Bytes[] keys = new Bytes[count];
    for (int i = 0; i < count; i++) {
      keys[i] = key(kind, i + 1);
    }
    return keys;
  }

  private static void assertOffers(List<Offer> expected, Bytes... infos) throws Exception {
    assertEquals(new ChipAuthenticationOffers(expected, Standing.ANNOUNCED), offers(infos));
  }

  private static void assertStanding(Standing expected, Bytes... infos) throws Exception {
    ChipAuthenticationOffers offers = offers(infos);
    assertEquals(expected, offers.standing());
    assertTrue(offers.all().isEmpty());
  }

  private static ChipAuthenticationOffers offers(Bytes... infos) throws Exception {
    return SecurityInfos.parse(tlv(0x31, infos)).chipAuthentication();
  }

  private static Offer offer(String cipher, int keyId) {
    return new Offer(PROTOCOL + cipher, Optional.of(BigInteger.valueOf(keyId)), SPKI);
  }

  private static Bytes key(String kind, int... keyId) {
    return tlv(0x30, Bytes.ofHex("060904007F0007020201" + kind), SPKI, numbers(keyId));
  }

  private static Bytes info(String cipher, int version, int... keyId) {
    return tlv(
        0x30, Bytes.ofHex("060A04007F000702020302" + cipher), numbers(version), numbers(keyId));
  }

  private static Bytes numbers(int... values) {
    Bytes all = Bytes.empty();
    for (int value : values) {
      all = Bytes.concat(all, Bytes.of((byte) 0x02, (byte) 0x01, (byte) value));
    }
    return all;
  }
}
