package io.cardproof.trust;

import io.cardproof.document.Asn1Time;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList;

/**
 * A certificate revocation list, RFC 5280 §5, as its bytes say; its signature is not verified yet.
 *
 * @param der the whole list
 * @param issuer the normalised name of who issued it
 * @param source where it came from, its dates and number
 * @param revoked what it says of the serial numbers on it
 * @param scope which certificates it speaks of
 * @param signed what the signature is over
 */
record RevocationList(
    Bytes der,
    String issuer,
    RevocationSource source,
    Map<BigInteger, Entry> revoked,
    RevocationScope scope,
    Bytes signatureAlgorithm,
    Bytes signed,
    Bytes signature) {
  private static final int MAX_BYTES = 16 << 20;

  /** Since when a certificate is revoked, and the reason code of RFC 5280 §5.3.1. */
  record Entry(Instant since, Optional<Integer> cause) {}

  /**
   * Reads a list.
   *
   * @param source a name for it
   * @throws IllegalArgumentException if it is none; one that is partial is kept and says so
   */
  static RevocationList of(Bytes der, String source) {
    if (der.length() > MAX_BYTES) {
      throw new IllegalArgumentException("larger than a revocation list may be");
    }
    try {
      return of(der, CertificateList.getInstance(der.toByteArray()), source);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("not a revocation list", e);
    }
  }

  private static RevocationList of(Bytes der, CertificateList list, String source)
      throws IOException {
    Optional<Extensions> extensions = Optional.ofNullable(list.getTBSCertList().getExtensions());
    Map<BigInteger, Entry> revoked = new HashMap<>();
    for (TBSCertList.CRLEntry entry : list.getRevokedCertificates()) {
      revoked.putIfAbsent(entry.getUserCertificate().getValue(), entry(entry));
    }
    return new RevocationList(
        der,
        Names.normalised(list.getIssuer()),
        new RevocationSource(
            source,
            Asn1Time.of(list.getThisUpdate()),
            Optional.ofNullable(list.getNextUpdate()).map(Asn1Time::of),
            number(extensions)),
        Map.copyOf(revoked),
        RevocationScope.of(list),
        encoded(list.getSignatureAlgorithm()),
        encoded(list.getTBSCertList()),
        Bytes.of(list.getSignature().getOctets()));
  }

  private static Entry entry(TBSCertList.CRLEntry entry) {
    Optional<Integer> cause =
        Optional.ofNullable(entry.getExtensions())
            .flatMap(all -> Optional.ofNullable(all.getExtension(Extension.reasonCode)))
            .map(code -> ASN1Enumerated.getInstance(code.getParsedValue()).intValueExact());
    return new Entry(Asn1Time.of(entry.getRevocationDate()), cause);
  }

  private static Optional<BigInteger> number(Optional<Extensions> extensions) {
    return extensions
        .flatMap(all -> Optional.ofNullable(all.getExtension(Extension.cRLNumber)))
        .map(value -> ASN1Integer.getInstance(value.getParsedValue()).getValue());
  }

  private static Bytes encoded(ASN1Object value) throws IOException {
    return Bytes.of(value.getEncoded(ASN1Encoding.DER));
  }
}
