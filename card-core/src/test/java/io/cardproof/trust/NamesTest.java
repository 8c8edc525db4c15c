package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as issuers write them: in one certificate so, in the next otherwise. */
class NamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "C=UT,O=Test Country,CN=CSCA Utopia",
        "CN=CSCA Utopia,O=Test Country,C=UT",
        "C=ut,O=TEST country,CN=csca UTOPIA",
        "C=UT,O=Test   Country,CN=CSCA  Utopia",
        "C=UT,O=Test\\09Country,CN=\\20CSCA Utopia\\20",
        "C=UT,O=Test\\0d\\0aCountry,CN=CSCA Utopia",
      })
  void caseSpaceAndOrderMeanNothing(String name) {
    assertEquals(
        Names.normalised(new X500Name("C=UT,O=Test Country,CN=CSCA Utopia")),
        Names.normalised(new X500Name(name)));
  }

  @Test
  void neitherDoesTheTypeOfTheString() {
    assertEquals(
        Names.normalised(name(new DERPrintableString("Utopia"))),
        Names.normalised(name(new DERUTF8String("Utopia"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C=UT,O=Test Country",
        "C=UT,O=Test Country,OU=CSCA Utopia",
        "C=UT,O=TestCountry,CN=CSCA Utopia",
        "C=UT,O=Test Country,CN=CSCA Utopia,CN=CSCA Utopia",
      })
  void everythingElseDoes(String name) {
    assertNotEquals(
        Names.normalised(new X500Name("C=UT,O=Test Country,CN=CSCA Utopia")),
        Names.normalised(new X500Name(name)));
  }

  @Test
  void theCountryIsInCapitals() {
    assertEquals(Optional.of("UT"), Names.country(new X500Name("CN=x,C=ut")));
    assertEquals(Optional.empty(), Names.country(new X500Name("CN=x")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C=UT,O=Country,OU=Unit,CN=CSCA | CSCA",
        "C=UT,O=Country,OU=Unit | Unit",
        "C=UT,O=Country | Country",
        "C=UT | UT",
        "C=UT,CN=CSCA,SERIALNUMBER=007 | CSCA 007",
        "C=UT,CN=,OU=Unit | Unit",
        "C=UT,CN=CSCA,SERIALNUMBER= | CSCA",
        "L=Place | ''",
        "L=Place,SERIALNUMBER=1 | ''",
      })
  void aShortNameIsTheMostSpecificPart(String name, String text) {
    assertEquals(text, Names.shortName(new X500Name(name)));
  }

  private static X500Name name(ASN1Encodable value) {
    return new X500Name(new RDN[] {new RDN(new AttributeTypeAndValue(BCStyle.CN, value))});
  }
}
