package io.cardproof.chip;

import static io.cardproof.chip.PaceChips.sequence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.document.SecurityInfos;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DLSet;
import org.junit.jupiter.api.Test;

/** What a chip offers of PACE, and under which domain parameters: ICAO 9303-11 §9.2.3, §9.2.4. */
class OfferedPaceTest {
  private static final String PACE = "0.4.0.127.0.7.2.2.4.";
  private static final ASN1ObjectIdentifier STANDARDISED =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.1.2");

  @Test
  void parametersThatAreSpelledOutAreThoseOfTheSameKindAndReference() throws Exception {
    OfferedPace offered =
        offered(
            info("2.2", 41),
            parameters("1", 0, 41),
            parameters("2", 12, 40),
            parameters("2", 13, 41),
            parameters("2", 16, 41));
    assertEquals(1, offered.ranked().size());
    assertEquals(OptionalInt.of(13), offered.ranked().get(0).parameterId());
    assertEquals(OptionalInt.of(41), offered.ranked().get(0).reference());
  }

  @Test
  void withoutAReferenceThereIsOneSetAndItIsMeant() throws Exception {
    assertEquals(
        OptionalInt.of(12),
        offered(info("2.2", 40), sequence(agreement("2"), standardised(12)))
            .ranked()
            .get(0)
            .parameterId());
    assertEquals(
        OptionalInt.of(12),
        offered(sequence(oid("2.2"), new ASN1Integer(2)), parameters("2", 12, 40))
            .ranked()
            .get(0)
            .parameterId());
  }

  @Test
  void anotherReferenceIsNotMeant() throws Exception {
    OfferedPace offered = offered(info("2.2", 41), parameters("2", 12, 40));
    assertTrue(offered.isOffered());
    assertEquals(List.of(), offered.ranked());
    assertEquals(List.of("its domain parameters are not known"), offered.refusals());
  }

  @Test
  void theIdentifierOfAStandardisedGroupNeedsNoParametersBesideIt() throws Exception {
    OfferedPace offered = offered(info("2.2", 13), parameters("2", 12, 13));
    assertEquals(OptionalInt.of(13), offered.ranked().get(0).parameterId());
  }

  @Test
  void anotherVersionIsAnOfferThatNobodySpeaks() throws Exception {
    OfferedPace offered =
        offered(sequence(oid("2.2"), new ASN1Integer(1), new ASN1Integer(13)), info("9.9", 13));
    assertTrue(offered.isOffered());
    assertEquals(List.of(), offered.ranked());
    assertEquals(Optional.empty(), offered.whyNone());
  }

  @Test
  void severalReasonsAreSaidOnceEach() throws Exception {
    OfferedPace offered = offered(info("2.2", 40), info("2.4", 40), info("1.2", 13));
    assertEquals(
        "the chip offers PACE only as nobody here runs it: its domain parameters are not known; "
            + "the variant does not exist in this group",
        offered.whyNone().orElseThrow());
  }

  @Test
  void aFileThatCannotBeReadOffersNothing() {
    for (FileAnswer cardAccess :
        List.of(FileAnswer.refused(0x6A82), new FileAnswer(Bytes.ofHex("3100FF"), 0x9000))) {
      assertEquals(new OfferedPace(false, List.of(), List.of()), OfferedPace.in(cardAccess));
    }
  }

  private static OfferedPace offered(ASN1Encodable... infos) throws Exception {
    return OfferedPace.of(SecurityInfos.parse(Bytes.of(new DLSet(infos).getEncoded())));
  }

  private static ASN1Encodable info(String variant, int reference) {
    return sequence(oid(variant), new ASN1Integer(2), new ASN1Integer(reference));
  }

  private static ASN1Encodable parameters(String kind, int standardised, int reference) {
    return sequence(agreement(kind), standardised(standardised), new ASN1Integer(reference));
  }

  private static ASN1Encodable standardised(int id) {
    return sequence(STANDARDISED, new ASN1Integer(id));
  }

  private static ASN1ObjectIdentifier oid(String variant) {
    return new ASN1ObjectIdentifier(PACE + variant);
  }

  private static ASN1ObjectIdentifier agreement(String kind) {
    return new ASN1ObjectIdentifier(PACE + kind);
  }
}
