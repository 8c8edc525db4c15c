package io.cardproof.simulator.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * A download of the ICAO PKD as LDIF (RFC 2849): lines folded at 76 bytes, values in base64, names
 * of entries with two attributes in one part. The collections 001 and 002 have what conforms and
 * stand under {@code dc=data}, 003 what does not under {@code dc=nc-data}.
 */
public final class PkdDirectory {
  private static final int WIDTH = 76;
  private static final String TEXT =
      "It deviates, and the text of this is long enough to be folded: ";
  private static final String ROOT = ",dc=download,dc=pkd,dc=icao,dc=int";

  private final StringBuilder text = new StringBuilder("version: 1\n");
  private final String tree;

  private PkdDirectory(String tree) {
    this.tree = tree;
    entry("dc=" + tree + ROOT);
    line("objectClass", "domain");
    line("dc", tree);
  }

  /** Collection 001 or 002. */
  public static PkdDirectory conforming() {
    return new PkdDirectory("data");
  }

  /** Collection 003. */
  public static PkdDirectory nonConforming() {
    return new PkdDirectory("nc-data");
  }

  /** A document signer, and what is wrong with it: a conformance code of the PKD each. */
  public PkdDirectory signer(String country, Certificate signer, String... conformanceCodes) {
    entry(place("dsc", country, signer));
    for (String code : conformanceCodes) {
      line("pkdConformanceCode", code);
      line("pkdConformanceText", TEXT + code);
    }
    return binary("userCertificate;binary", SigningKey.der(signer));
  }

  /** A document signer of an entry whose name is not plain text. */
  public PkdDirectory signerNamedInBase64(String country, Certificate signer) {
    encodedEntry(place("dsc", country, signer).replace("cn=", "cn=Đặc biệt "));
    return binary("userCertificate;binary", SigningKey.der(signer));
  }

  /** A CSCA certificate, or a link. */
  public PkdDirectory authority(String country, Certificate authority) {
    entry(place("csca", country, authority));
    return binary("cACertificate;binary", SigningKey.der(authority));
  }

  /** A revocation list. */
  public PkdDirectory revocationList(String country, byte[] list) {
    entry("cn=CSCA TEST " + country + ",o=crl,c=" + country + ",dc=" + tree + ROOT);
    return binary("certificateRevocationList;binary", list);
  }

  /** A CSCA master list. */
  public PkdDirectory masterList(String country, byte[] list) {
    entry("cn=CSCA MasterList TEST,o=ml,c=" + country + ",dc=" + tree + ROOT);
    return binary("pkdMasterListContent", list);
  }

  /** A CSCA master list under the attribute's older name. */
  public PkdDirectory olderMasterList(String country, byte[] list) {
    entry("cn=CSCA MasterList TEST,o=ml,c=" + country + ",dc=" + tree + ROOT);
    return binary("CscaMasterListData", list);
  }

  /** A deviation list. */
  public PkdDirectory deviationList(String country, byte[] list) {
    entry("cn=Deviation list TEST,o=dl,c=" + country + ",dc=" + tree + ROOT);
    return binary("deviationList", list);
  }

  /** An entry whose value is not what it says. */
  public PkdDirectory damagedSigner(String country) {
    entry("cn=damaged,o=dsc,c=" + country + ",dc=" + tree + ROOT);
    return binary("userCertificate;binary", "no certificate".getBytes(UTF_8));
  }

  private PkdDirectory binary(String attribute, byte[] value) {
    fold(attribute + ":: " + Base64.getEncoder().encodeToString(value));
    return this;
  }

  private String place(String kind, String country, Certificate certificate) {
    String issuer =
        certificate
            .getIssuer()
            .toString()
            .replace("\\", "\\\\")
            .replace("=", "\\=")
            .replace(",", "\\,");
    String serial = certificate.getSerialNumber().getValue().toString(16).toUpperCase(Locale.ROOT);
    return "cn=" + issuer + "+sn=" + serial + ",o=" + kind + ",c=" + country + ",dc=" + tree + ROOT;
  }

  private void entry(String name) {
    text.append('\n');
    fold("dn: " + name);
  }

  private void encodedEntry(String name) {
    text.append('\n');
    fold("dn:: " + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)));
  }

  private void line(String attribute, String value) {
    fold(attribute + ": " + value);
  }

  private void fold(String line) {
    text.append(line, 0, Math.min(WIDTH, line.length()));
    for (int from = WIDTH; from < line.length(); from += WIDTH - 1) {
      text.append("\n ").append(line, from, Math.min(from + WIDTH - 1, line.length()));
    }
    text.append('\n');
  }

  /** The file. */
  public byte[] toLdif() {
    return text.toString().getBytes(UTF_8);
  }
}
