package io.cardproof.simulator.inspection;

import io.cardproof.simulator.issuer.IssuingFault;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.Certificate;

/** The chips of the unit {@code sod} that differ in their signed attributes. */
final class SignedAttributes {
  static final ASN1ObjectIdentifier CONTENT_TYPE = CMSAttributes.contentType;

  private static final int DIGEST_ALGORITHM = 2;
  private static final Duration LONG = Duration.ofDays(365);

  private SignedAttributes() {}

  static Map<String, CaseFault> faults() {
    Map<String, CaseFault> faults = new HashMap<>();
    faults.put("LDS_H_30", CaseFault.issuing(new Md5Digest()));
    faults.put("LDS_H_32", attributes((set, content) -> wrongDigest(set)));
    faults.put("LDS_H_33", attributes((set, content) -> without(set, CMSAttributes.messageDigest)));
    faults.put("LDS_H_34", attributes((set, content) -> longBefore(set)));
    faults.put("LDS_H_35", attributes((set, content) -> without(set, CMSAttributes.signingTime)));
    return faults;
  }

  /** The attributes, one of them with another value. */
  static ASN1Set with(ASN1Set attributes, ASN1ObjectIdentifier type, ASN1Encodable value) {
    ASN1EncodableVector changed = others(attributes, type);
    changed.add(new Attribute(type, new DERSet(value)));
    return new DERSet(changed);
  }

  private static ASN1Set without(ASN1Set attributes, ASN1ObjectIdentifier type) {
    return new DERSet(others(attributes, type));
  }

  private static ASN1EncodableVector others(ASN1Set attributes, ASN1ObjectIdentifier type) {
    ASN1EncodableVector others = new ASN1EncodableVector();
    for (ASN1Encodable each : attributes) {
      if (!Attribute.getInstance(each).getAttrType().equals(type)) {
        others.add(each);
      }
    }
    return others;
  }

  private static ASN1Encodable value(ASN1Set attributes, ASN1ObjectIdentifier type) {
    for (ASN1Encodable each : attributes) {
      Attribute attribute = Attribute.getInstance(each);
      if (attribute.getAttrType().equals(type)) {
        return attribute.getAttrValues().getObjectAt(0);
      }
    }
    throw new IllegalArgumentException("the case needs a signer with that attribute");
  }

  private static ASN1Set wrongDigest(ASN1Set attributes) {
    byte[] digest =
        ASN1OctetString.getInstance(value(attributes, CMSAttributes.messageDigest))
            .getOctets()
            .clone();
    digest[0] ^= (byte) 0xFF;
    return with(attributes, CMSAttributes.messageDigest, new DEROctetString(digest));
  }

  /** A year before the signer was certified. */
  private static ASN1Set longBefore(ASN1Set attributes) {
    Date usual = Time.getInstance(value(attributes, CMSAttributes.signingTime)).getDate();
    Date before = Date.from(usual.toInstant().minus(LONG));
    return with(attributes, CMSAttributes.signingTime, new Time(before));
  }

  private static CaseFault attributes(BiFunction<ASN1Set, byte[], ASN1Set> change) {
    return CaseFault.issuing(
        new IssuingFault() {
          @Override
          public ASN1Set signedAttributes(ASN1Set usual, byte[] content) {
            return change.apply(usual, content);
          }
        });
  }

  private static final class Md5Digest implements IssuingFault {
    @Override
    public ASN1Set signedAttributes(ASN1Set usual, byte[] content) {
      return with(
          usual, CMSAttributes.messageDigest, new DEROctetString(Md5Signature.md5(content)));
    }

    @Override
    public ASN1Sequence signerInfo(ASN1Sequence usual, Certificate signer) {
      return Sequences.with(usual, DIGEST_ALGORITHM, Md5Signature.MD5);
    }
  }
}
