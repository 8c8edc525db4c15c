package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * One fault that a state confesses, and the documents that have it (ICAO 9303-12 §10). What is not
 * set does not restrict the documents.
 */
public final class Deviation {
  private static final int TYPE = 0;
  private static final int ISSUER_AND_SERIAL = 1;
  private static final int KEY_ID = 2;
  private static final int DIGEST = 3;
  private static final int PERIOD = 4;
  private static final int NUMBERS = 5;

  private final List<Description> descriptions = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();
  private @Nullable String documentType;
  private @Nullable ASN1Encodable signer;
  private @Nullable ASN1Encodable period;

  private Deviation(String oid, @Nullable String text) {
    descriptions.add(new Description(oid, text));
  }

  private record Description(String oid, @Nullable String text) {}

  /**
   * A fault.
   *
   * @param type object identifier under 2.23.136.1.1.7
   */
  public static Deviation of(String type) {
    return new Deviation(type, null);
  }

  /** A fault, with the state's words for it. */
  public static Deviation of(String type, String text) {
    return new Deviation(type, text);
  }

  /** A further fault of the same documents. */
  public Deviation and(String type, String text) {
    descriptions.add(new Description(type, text));
    return this;
  }

  /** Only documents with this code in their MRZ. */
  public Deviation documentType(String code) {
    documentType = code;
    return this;
  }

  /** Only documents of this signer, by issuer and serial number. */
  public Deviation signer(X500Name issuer, BigInteger serial) {
    signer = new DERTaggedObject(false, ISSUER_AND_SERIAL, issuerAndSerial(issuer, serial));
    return this;
  }

  /** Only documents of the signer with this subject key identifier. */
  public Deviation signerKeyId(byte[] keyId) {
    signer = new DERTaggedObject(false, KEY_ID, new DEROctetString(keyId));
    return this;
  }

  /** Only documents of this signer, by the SHA-256 of its certificate. */
  public Deviation signerDigest(Certificate certificate) {
    byte[] digest = Hash.SHA_256.of(SigningKey.der(certificate));
    signer = new DERTaggedObject(false, DIGEST, new DEROctetString(digest));
    return this;
  }

  /** Only documents issued then, both ends included. */
  public Deviation issued(Instant first, Instant last) {
    ASN1EncodableVector ends = new ASN1EncodableVector();
    ends.add(new DERGeneralizedTime(Date.from(first)));
    ends.add(new DERGeneralizedTime(Date.from(last)));
    period = new DERTaggedObject(false, PERIOD, new DERSequence(ends));
    return this;
  }

  /** Only documents with these numbers. */
  public Deviation documentNumbers(List<String> documents) {
    numbers.addAll(documents);
    return this;
  }

  /** DER of {@code DeviationList}, version 0, its digests made with SHA-256. */
  static byte[] list(List<Deviation> deviations) {
    ASN1EncodableVector entries = new ASN1EncodableVector();
    deviations.forEach(deviation -> entries.add(deviation.entry()));
    ASN1EncodableVector list = new ASN1EncodableVector();
    list.add(new ASN1Integer(0));
    list.add(Hash.SHA_256.algorithm());
    list.add(new DERSet(entries));
    return SigningKey.der(new DERSequence(list));
  }

  private DERSequence entry() {
    ASN1EncodableVector words = new ASN1EncodableVector();
    descriptions.forEach(description -> words.add(encoded(description)));
    ASN1EncodableVector entry = new ASN1EncodableVector();
    entry.add(documents());
    entry.add(new DERSet(words));
    return new DERSequence(entry);
  }

  private DERSequence documents() {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    if (documentType != null) {
      parts.add(new DERTaggedObject(false, TYPE, new DERPrintableString(documentType)));
    }
    if (signer != null) {
      parts.add(signer);
    }
    if (period != null) {
      parts.add(period);
    }
    if (!numbers.isEmpty()) {
      ASN1EncodableVector set = new ASN1EncodableVector();
      numbers.forEach(number -> set.add(new DERPrintableString(number)));
      parts.add(new DERTaggedObject(false, NUMBERS, new DERSet(set)));
    }
    return new DERSequence(parts);
  }

  private static DERSequence encoded(Description description) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    if (description.text() != null) {
      parts.add(new DERPrintableString(description.text()));
    }
    parts.add(new ASN1ObjectIdentifier(description.oid()));
    return new DERSequence(parts);
  }

  private static IssuerAndSerialNumber issuerAndSerial(X500Name issuer, BigInteger serial) {
    return new IssuerAndSerialNumber(issuer, serial);
  }
}
