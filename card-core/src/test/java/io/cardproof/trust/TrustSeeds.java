package io.cardproof.trust;

import io.cardproof.simulator.SimulatedCard;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSSignedDataGenerator;

/** Well-formed sources of trust of a made-up state, for the fuzzer to start from. */
public final class TrustSeeds {
  private static final int SNAPSHOT_HEADER = 40;

  private TrustSeeds() {}

  /** The seeds, by parser and name. */
  public static Map<String, byte[]> all(SimulatedCard card) throws Exception {
    Bytes csca = Bytes.of(card.trust().get(0));
    Bytes crl = Bytes.of(card.crl());
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    seeds.put("certificate/seed-csca", csca.toByteArray());
    seeds.put("crl/seed-simulated", crl.toByteArray());
    seeds.put("pem/seed-two", utf8(pem("CERTIFICATE", csca) + pem("X509 CRL", crl)));
    seeds.put("pkcs7/seed-one", bag(csca));
    seeds.put("master-list/seed-unsigned", unsigned(csca));
    seeds.put("deviation-list/seed-three", deviations(csca));
    seeds.put("ldif/seed-three", utf8(ldif(csca, crl)));
    seeds.put("distrusted/seed-one", utf8("# TEST\n" + csca.sha256().toHex() + "\n"));
    seeds.put("snapshot/seed-small", snapshot(csca, crl));
    return seeds;
  }

  private static byte[] bag(Bytes csca) throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addCertificate(new X509CertificateHolder(csca.toByteArray()));
    return generator.generate(new CMSAbsentContent()).getEncoded();
  }

  private static byte[] unsigned(Bytes csca) throws IOException {
    ASN1EncodableVector entries = new ASN1EncodableVector();
    entries.add(Certificate.getInstance(csca.toByteArray()));
    entries.add(DERNull.INSTANCE);
    ASN1EncodableVector list = new ASN1EncodableVector();
    list.add(new ASN1Integer(0));
    list.add(new DERSet(entries));
    return new DERSequence(list).getEncoded();
  }

  /** A {@code DeviationList} in which everything that names documents occurs, and one odd entry. */
  static byte[] deviations(Bytes signer) throws IOException {
    Certificate certificate = Certificate.getInstance(signer.toByteArray());
    ASN1Encodable issuer =
        new IssuerAndSerialNumber(
            certificate.getIssuer(), certificate.getSerialNumber().getValue());
    ASN1Encodable period =
        sequence(
            new ASN1GeneralizedTime("20200101000000Z"), new ASN1GeneralizedTime("20301231000000Z"));
    return sequence(
            new ASN1Integer(0),
            sequence(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1")),
            new DERSet(
                new ASN1Encodable[] {
                  deviation("2.23.136.1.1.7.1.1", tagged(1, issuer), tagged(4, period)),
                  deviation(
                      "2.23.136.1.1.7.2.2",
                      tagged(0, new DERPrintableString("I")),
                      tagged(2, new DEROctetString(new byte[] {1, 2, 3})),
                      tagged(5, new DERSet(new DERPrintableString("TEST00001")))),
                  deviation(
                      "2.23.136.1.1.7.3.1",
                      tagged(3, new DEROctetString(signer.sha256().toByteArray()))),
                  deviation("2.23.136.1.1.7.3.2", tagged(9, new ASN1Integer(1)))
                }))
        .getEncoded();
  }

  private static ASN1Encodable deviation(String type, ASN1Encodable... documents) {
    return sequence(
        sequence(documents),
        new DERSet(sequence(new DERPrintableString("TEST"), new ASN1ObjectIdentifier(type))));
  }

  private static ASN1Encodable tagged(int tag, ASN1Encodable value) {
    return new DERTaggedObject(false, tag, value);
  }

  private static DERSequence sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }

  private static String ldif(Bytes csca, Bytes crl) {
    String root = "dc=data,dc=download,dc=pkd,dc=icao,dc=int";
    return "version: 1\n# TEST\n\ndn: o=dsc,c=UT,"
        + root
        + "\nobjectClass: top\no: dsc\n\ndn:: "
        + base64(Bytes.of(utf8("cn=TEST\\,1+sn=01,o=csca,c=UT," + root)))
        + "\nuserCertificate;binary:: "
        + folded(base64(csca))
        + "\npkdVersion: 1\n\ndn: cn=TEST,o=crl,C=UT,"
        + root
        + "\ncertificateRevocationList;binary:: "
        + folded(base64(crl))
        + "\n";
  }

  private static byte[] snapshot(Bytes csca, Bytes crl) throws Exception {
    TrustStore store =
        TrustStore.builder()
            .allowTestAnchors()
            .addCertificate(csca, "csca.pem")
            .addCrl(crl, "csca.crl")
            .build();
    return TrustSnapshot.encode(store.contents()).from(SNAPSHOT_HEADER).toByteArray();
  }

  private static String folded(String text) {
    return text.replaceAll("(.{60})", "$1\n ");
  }

  private static String pem(String label, Bytes der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64(der), label);
  }

  private static String base64(Bytes content) {
    return Base64.getEncoder().encodeToString(content.toByteArray());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
