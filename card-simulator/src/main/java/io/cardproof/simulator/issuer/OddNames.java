package io.cardproof.simulator.issuer;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Distinguished names as some states write them. */
final class OddNames {
  private OddNames() {}

  static X500Name lowerCaseCountry(X500Name name) {
    return country(name, code -> code.toLowerCase(Locale.ROOT));
  }

  /** A third letter, as the codes of the MRZ have it. */
  static X500Name longCountry(X500Name name) {
    return country(name, code -> code + "O");
  }

  static X500Name withoutCountry(X500Name name) {
    return new X500Name(
        Arrays.stream(name.getRDNs()).filter(part -> !isCountry(part)).toArray(RDN[]::new));
  }

  /** Every value but the country in 16-bit characters, capitals, and twice the spaces. */
  static X500Name writtenOtherwise(X500Name name) {
    return new X500Name(
        Arrays.stream(name.getRDNs())
            .map(part -> isCountry(part) ? part : part(part, otherwise(text(part))))
            .toArray(RDN[]::new));
  }

  private static DERBMPString otherwise(String text) {
    return new DERBMPString(text.toUpperCase(Locale.ROOT).replace(" ", "  "));
  }

  private static X500Name country(X500Name name, UnaryOperator<String> change) {
    return new X500Name(
        Arrays.stream(name.getRDNs())
            .map(
                part ->
                    isCountry(part)
                        ? part(part, new DERPrintableString(change.apply(text(part))))
                        : part)
            .toArray(RDN[]::new));
  }

  private static boolean isCountry(RDN part) {
    return part.getFirst().getType().equals(BCStyle.C);
  }

  private static String text(RDN part) {
    return ((ASN1String) part.getFirst().getValue().toASN1Primitive()).getString();
  }

  private static RDN part(RDN old, ASN1Encodable value) {
    return new RDN(new AttributeTypeAndValue(old.getFirst().getType(), value));
  }
}
