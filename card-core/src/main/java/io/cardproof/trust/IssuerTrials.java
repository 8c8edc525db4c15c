package io.cardproof.trust;

import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.VerificationKey;
import io.cardproof.trust.AuditFinding.Kind;
import io.cardproof.value.Bytes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tries the keys of a store on the certificates of authorities. */
final class IssuerTrials {
  // No country signer has more generations, and a hostile store must cost no more.
  private static final int MAX_KEYS = 24;

  private final TrustIndex index;
  private final SignatureAlgorithms algorithms;
  private final Map<Bytes, VerificationKey> keys = new HashMap<>();

  IssuerTrials(TrustIndex index, SignatureAlgorithms algorithms) {
    this.index = index;
    this.algorithms = algorithms;
  }

  /** What is wrong with the signature of a certificate; empty if a key of the store made it. */
  Optional<Kind> fault(CertificateView certificate) {
    if (!usable(certificate.spki())) {
      return Optional.of(Kind.KEY_UNUSABLE);
    }
    boolean own = CertificateFacts.selfIssued(certificate);
    if (own && made(certificate.spki(), certificate)) {
      return Optional.empty();
    }
    boolean named = false;
    for (CertificateView issuer : issuers(certificate)) {
      if (made(issuer.spki(), certificate)) {
        return Optional.empty();
      }
      named |= certificate.authorityKeyId().equals(issuer.subjectKeyId());
    }
    if (own && certificate.authorityKeyId().equals(certificate.subjectKeyId())) {
      return Optional.of(Kind.SELF_SIGNATURE_INVALID);
    }
    boolean accused = named && certificate.authorityKeyId().isPresent();
    return Optional.of(accused ? Kind.ISSUER_SIGNATURE_INVALID : Kind.ISSUER_UNKNOWN);
  }

  private Set<CertificateView> issuers(CertificateView certificate) {
    Set<CertificateView> issuers = new LinkedHashSet<>();
    index.anchorsFor(certificate).forEach(each -> issuers.add(each.certificate()));
    index.linksFor(certificate).forEach(each -> issuers.add(each.certificate()));
    issuers.remove(certificate);
    Set<CertificateView> bounded = new LinkedHashSet<>();
    issuers.stream().limit(MAX_KEYS).forEach(bounded::add);
    return bounded;
  }

  private boolean usable(Bytes spki) {
    try {
      key(spki).bits();
      return true;
    } catch (SignatureCheckException e) {
      return false;
    }
  }

  private boolean made(Bytes spki, CertificateView certificate) {
    try {
      SignatureScheme scheme =
          SignatureScheme.of(certificate.signatureAlgorithm(), Optional.empty());
      key(spki).verify(scheme, certificate.signed(), certificate.signature());
      return true;
    } catch (SignatureCheckException e) {
      return false;
    }
  }

  private VerificationKey key(Bytes spki) {
    return keys.computeIfAbsent(spki, algorithms::key);
  }
}
