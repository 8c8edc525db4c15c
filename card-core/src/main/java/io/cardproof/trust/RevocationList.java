package io.cardproof.trust;

import io.cardproof.document.Asn1Time;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.jspecify.annotations.Nullable;

/**
 * A certificate revocation list, RFC 5280 §5, as its bytes say; its signature is not verified yet.
 *
 * @param der the whole list
 * @param issuer the normalised name of who issued it
 * @param thisUpdate when it was made
 * @param nextUpdate until when it is fresh, if it says so
 * @param revoked the serial numbers on it
 * @param signed what the signature is over
 */
record RevocationList(
    Bytes der,
    String issuer,
    Instant thisUpdate,
    Optional<Instant> nextUpdate,
    Set<BigInteger> revoked,
    Bytes signatureAlgorithm,
    Bytes signed,
    Bytes signature) {
  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException if it is none, or a part of one: a list that leaves things out
   *     proves nothing
   */
  static RevocationList of(Bytes der) {
    CertificateList list = CertificateList.getInstance(der.toByteArray());
    if (partial(list.getTBSCertList().getExtensions())) {
      throw new IllegalArgumentException("a critical extension that is not known here");
    }
    Set<BigInteger> revoked = new HashSet<>();
    for (TBSCertList.CRLEntry entry : list.getRevokedCertificates()) {
      revoked.add(entry.getUserCertificate().getValue());
    }
    return new RevocationList(
        der,
        Names.normalised(list.getIssuer()),
        Asn1Time.of(list.getThisUpdate()),
        Optional.ofNullable(list.getNextUpdate()).map(Asn1Time::of),
        Set.copyOf(revoked),
        encoded(list.getSignatureAlgorithm()),
        encoded(list.getTBSCertList()),
        Bytes.of(list.getSignature().getOctets()));
  }

  private static boolean partial(@Nullable Extensions extensions) {
    if (extensions == null) {
      return false;
    }
    for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
      if (!critical.equals(Extension.authorityKeyIdentifier)
          && !critical.equals(Extension.cRLNumber)) {
        return true;
      }
    }
    return extensions.getExtension(Extension.deltaCRLIndicator) != null;
  }

  private static Bytes encoded(ASN1Object value) {
    try {
      return Bytes.of(value.getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be encoded again", e);
    }
  }
}
