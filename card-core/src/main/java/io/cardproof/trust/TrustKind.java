package io.cardproof.trust;

import io.cardproof.value.Bytes;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;

/** What a DER object is, told from its first parts. */
enum TrustKind {
  CERTIFICATE,
  REVOCATION_LIST,
  MASTER_LIST,
  DEVIATION_LIST,
  CERTIFICATE_BAG,
  UNSIGNED_LIST,
  UNKNOWN;

  /** What a source is that consists of such an object. */
  SourceRecord.Kind source() {
    return switch (this) {
      case CERTIFICATE -> SourceRecord.Kind.CERTIFICATE;
      case REVOCATION_LIST -> SourceRecord.Kind.REVOCATION_LIST;
      case MASTER_LIST -> SourceRecord.Kind.MASTER_LIST;
      case DEVIATION_LIST -> SourceRecord.Kind.DEVIATION_LIST;
      case CERTIFICATE_BAG -> SourceRecord.Kind.CERTIFICATE_BAG;
      case UNSIGNED_LIST -> SourceRecord.Kind.UNSIGNED_MASTER_LIST;
      case UNKNOWN -> SourceRecord.Kind.UNKNOWN;
    };
  }

  static TrustKind of(Bytes der) {
    try {
      ASN1Sequence outer = MasterList.parts(der);
      ASN1Encodable first = outer.getObjectAt(0);
      if (first instanceof ASN1ObjectIdentifier) {
        return cms(first, der);
      }
      if (first instanceof ASN1Integer && outer.getObjectAt(1) instanceof ASN1Set) {
        return UNSIGNED_LIST;
      }
      return outer.size() == 3 && first instanceof ASN1Sequence signed ? signed(signed) : UNKNOWN;
    } catch (IOException | RuntimeException e) {
      return UNKNOWN;
    }
  }

  private static TrustKind cms(ASN1Encodable type, Bytes der) {
    if (!CMSObjectIdentifiers.signedData.equals(type)) {
      return UNKNOWN;
    }
    CmsFile file = CmsFile.of(der);
    if (file.contentType().equals(MasterList.CONTENT_TYPE)) {
      return MASTER_LIST;
    }
    if (file.contentType().equals(SignedList.Kind.DEVIATION_LIST.contentType())) {
      return DEVIATION_LIST;
    }
    return file.content().isEmpty() ? CERTIFICATE_BAG : UNKNOWN;
  }

  // A certificate has a serial number, after an optional tagged version, and six parts at least.
  private static TrustKind signed(ASN1Sequence signed) {
    if (signed.getObjectAt(0) instanceof ASN1TaggedObject) {
      return CERTIFICATE;
    }
    boolean certificate = signed.getObjectAt(1) instanceof ASN1Sequence && signed.size() >= 6;
    return certificate && signed.getObjectAt(3) instanceof ASN1Sequence
        ? CERTIFICATE
        : REVOCATION_LIST;
  }
}
