package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.document.SecurityObject;
import java.io.IOException;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What EF.SOD says around its signature, and in the LDSSecurityObject beside the hashes: ICAO
 * 9303-10 §4.6.2, RFC 5652 §5.
 */
final class SignedObject {
  // For content other than plain data; later ones are for other kinds of certificates.
  private static final Set<Integer> DATA_VERSIONS = Set.of(3, 4, 5);
  private static final int NAMED_BY_ISSUER = 1;
  private static final int NAMED_BY_KEY = 3;
  private static final int VERSIONS = 3;
  private static final Set<String> LDS_VERSIONS = Set.of("0107", "0108");

  private final SecurityObject sod;
  private final Defects defects;

  SignedObject(SecurityObject sod, Defects defects) {
    this.sod = sod;
    this.defects = defects;
  }

  /** Looks at what was parsed once, and so can be again. */
  void check() {
    try {
      signedData(SignedData.getInstance(ContentInfo.getInstance(object()).getContent()));
      listed(ASN1Sequence.getInstance(sod.content().toByteArray()));
    } catch (IOException | RuntimeException e) {
      // Whatever the ASN.1 library throws at parts that the first reader had no use for.
      defects.in("signed data", Reason.FILE_MALFORMED);
    }
    if (sod.signer().certificate().isEmpty() && !sod.certificates().isEmpty()) {
      defects.in("signer info", Reason.SIGNER_NAME_MISMATCH);
    }
  }

  private ASN1Primitive object() throws IOException {
    ASN1Primitive file = ASN1Primitive.fromByteArray(sod.raw().toByteArray());
    return ASN1TaggedObject.getInstance(file).getExplicitBaseObject().toASN1Primitive();
  }

  private void signedData(SignedData data) {
    if (DATA_VERSIONS.stream().noneMatch(data.getVersion()::hasValue)) {
      defects.in("signed data", Reason.SIGNED_DATA_VERSION_WRONG);
    }
    for (ASN1Encodable element : data.getSignerInfos()) {
      SignerInfo signer = SignerInfo.getInstance(element);
      if (!isAnnounced(signer.getDigestAlgorithm(), data)) {
        defects.in("signed data", Reason.DIGEST_NOT_ANNOUNCED);
      }
      int version = signer.getSID().isTagged() ? NAMED_BY_KEY : NAMED_BY_ISSUER;
      if (!signer.getVersion().hasValue(version)) {
        defects.in("signer info", Reason.SIGNER_VERSION_WRONG);
      }
    }
  }

  private static boolean isAnnounced(AlgorithmIdentifier digest, SignedData data) {
    for (ASN1Encodable element : data.getDigestAlgorithms()) {
      if (AlgorithmIdentifier.getInstance(element).getAlgorithm().equals(digest.getAlgorithm())) {
        return true;
      }
    }
    return false;
  }

  private void listed(ASN1Sequence object) {
    boolean versioned = object.size() > VERSIONS;
    if (!ASN1Integer.getInstance(object.getObjectAt(0)).hasValue(versioned ? 1 : 0)) {
      defects.in("hash list", Reason.LDS_OBJECT_VERSION_WRONG);
    }
    if (versioned && !LDS_VERSIONS.contains(version(object))) {
      defects.in("hash list", Reason.LDS_VERSION_UNKNOWN);
    }
  }

  private static String version(ASN1Sequence object) {
    ASN1Encodable version = ASN1Sequence.getInstance(object.getObjectAt(VERSIONS)).getObjectAt(0);
    return version instanceof ASN1String text ? text.getString() : "";
  }
}
