package io.cardproof.simulator.issuer;

import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;

/**
 * EF.DG13 of the Vietnamese citizen card: version 1, the object identifier of ISO/IEC 10646, and a
 * set of sixteen numbered elements, in the encoding measured on a card of 2021.
 *
 * <p>An empty text makes an element without value. Fields 1, 3, 11, 15 and 16 are printable
 * strings, the rest UTF-8, the expiry (12) too.
 */
public final class CitizenFile {
  private static final ASN1ObjectIdentifier UTF_8 = new ASN1ObjectIdentifier("1.0.10646.1.0.8");
  private static final List<Integer> PRINTABLE = List.of(1, 3, 11, 15, 16);
  private static final int PARENTS = 13;
  private static final int SPOUSE = 14;

  private final ASN1EncodableVector elements = new ASN1EncodableVector();

  private CitizenFile() {}

  /**
   * The whole file.
   *
   * @param first fields 1 to 12 in order, empty where the card has none
   * @param parents father, then mother
   * @param spouses none, one, or several
   * @param last fields 15 and 16
   */
  public static byte[] of(
      List<String> first, List<String> parents, List<String> spouses, List<String> last) {
    CitizenFile file = new CitizenFile();
    for (int i = 0; i < first.size(); i++) {
      file.addText(i + 1, first.get(i));
    }
    file.addNames(PARENTS, parents);
    file.addNames(SPOUSE, spouses);
    for (int i = 0; i < last.size(); i++) {
      file.addText(SPOUSE + 1 + i, last.get(i));
    }
    return file.encode();
  }

  private void addText(int number, String text) {
    if (text.isEmpty()) {
      add(number);
    } else if (PRINTABLE.contains(number)) {
      add(number, new DERPrintableString(text));
    } else {
      add(number, new DERUTF8String(text));
    }
  }

  private void addNames(int number, List<String> names) {
    add(
        number,
        names.stream()
            .map(name -> new DERSequence(new DERUTF8String(name)))
            .toArray(ASN1Encodable[]::new));
  }

  private void add(int number, ASN1Encodable... values) {
    ASN1EncodableVector element = new ASN1EncodableVector();
    element.add(new ASN1Integer(number));
    element.addAll(values);
    elements.add(new DERSequence(element));
  }

  private byte[] encode() {
    byte[] version = SigningKey.der(new ASN1Integer(1));
    byte[] encoding = SigningKey.der(UTF_8);
    // Written by hand: a DER set would be sorted by bytes, real cards have ascending numbers.
    byte[][] parts = new byte[elements.size()][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = SigningKey.der(elements.get(i));
    }
    return Tlv.of(0x6D, Tlv.of(0x30, version, encoding, Tlv.of(0x31, parts)));
  }
}
