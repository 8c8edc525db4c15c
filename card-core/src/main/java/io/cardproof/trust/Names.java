package io.cardproof.trust;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Compares distinguished names as issuers mean them: without regard to case, white space, string
 * type and order. It only finds candidates; a signature decides.
 */
final class Names {
  private Names() {}

  static String normalised(X500Name name) {
    List<String> parts = new ArrayList<>();
    for (RDN rdn : name.getRDNs()) {
      for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
        parts.add(part.getType().getId() + "=" + folded(part.getValue()));
      }
    }
    Collections.sort(parts);
    return String.join("\n", parts);
  }

  static Optional<String> country(X500Name name) {
    RDN[] countries = name.getRDNs(BCStyle.C);
    return countries.length == 0
        ? Optional.empty()
        : Optional.of(folded(countries[0].getFirst().getValue()).toUpperCase(Locale.ROOT));
  }

  static String shortName(X500Name name) {
    Optional<String> number = first(name, BCStyle.SERIALNUMBER);
    return Stream.of(BCStyle.CN, BCStyle.OU, BCStyle.O, BCStyle.C)
        .flatMap(type -> first(name, type).stream())
        .findFirst()
        .map(text -> number.map(digits -> text + " " + digits).orElse(text))
        .orElse("");
  }

  private static Optional<String> first(X500Name name, ASN1ObjectIdentifier type) {
    RDN[] found = name.getRDNs(type);
    return found.length == 0
        ? Optional.empty()
        : Optional.of(text(found[0].getFirst().getValue())).filter(text -> !text.isEmpty());
  }

  private static String folded(ASN1Encodable value) {
    return text(value).toLowerCase(Locale.ROOT);
  }

  private static String text(ASN1Encodable value) {
    String text =
        value.toASN1Primitive() instanceof ASN1String string
            ? string.getString()
            : value.toString();
    return collapsed(text.strip());
  }

  // By hand: a store normalises thousands of names before anything is compiled.
  private static String collapsed(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean white = c == ' ' || (c >= '\t' && c <= '\r');
      if (!white || !space) {
        collapsed.append(white ? ' ' : c);
      }
      space = white;
    }
    return collapsed.toString();
  }
}
