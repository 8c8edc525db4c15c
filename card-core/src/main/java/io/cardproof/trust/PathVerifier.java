package io.cardproof.trust;

import io.cardproof.check.Reason;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.VerificationKey;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the trusted country signer that certified a document signer, ICAO 9303-12 §5. Names and key
 * identifiers only propose; a signature decides, and only so many are tried. What it finds depends
 * on the store alone and not on the time of asking; {@link RevocationRecord#at} adds that.
 */
public final class PathVerifier {
  private static final int MAX_KEYS = 12;

  private final TrustStore trust;
  private final SignatureAlgorithms algorithms;

  /** Looks for country signers in {@code trust}. */
  public PathVerifier(TrustStore trust, SignatureAlgorithms algorithms) {
    this.trust = trust;
    this.algorithms = algorithms;
  }

  /**
   * The path from a signer to a trusted country signer.
   *
   * @throws PathException {@link Reason#CSCA_UNKNOWN} if no trusted one fits, {@link
   *     Reason#SIGNER_SIGNATURE_INVALID} if those with the key identifier that the signer names did
   *     not sign it
   */
  public SignerPath verify(CertificateView signer) throws PathException {
    SignerProfile.check(signer);
    List<StoredCertificate> candidates = trust.index().anchorsFor(signer);
    // Several certificates of one key make one candidate.
    Map<Bytes, List<StoredCertificate>> byKey =
        candidates.stream()
            .collect(
                Collectors.groupingBy(
                    anchor -> anchor.certificate().spki(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Optional<Reason> unusable = Optional.empty();
    for (Map.Entry<Bytes, List<StoredCertificate>> candidate :
        byKey.entrySet().stream().limit(MAX_KEYS).toList()) {
      VerificationKey key = algorithms.key(candidate.getKey());
      try {
        SignatureScheme scheme = SignatureScheme.of(signer.signatureAlgorithm(), Optional.empty());
        key.verify(scheme, signer.signed(), signer.signature());
        AlgorithmFloor.check(scheme, key, signer.notBefore());
        return new SignerPath(
            signer,
            best(candidate.getValue(), signer.notBefore()),
            RevocationRecord.of(signer, trust.index().revocationLists(signer.issuer()), key));
      } catch (SignatureCheckException e) {
        if (e.fault() != SignatureCheckException.Fault.INVALID) {
          unusable = Optional.of(SignedContent.reason(e));
        }
      }
    }
    throw new PathException(unusable.orElse(whyNone(signer, candidates)));
  }

  private static boolean named(CertificateView signer, StoredCertificate anchor) {
    return signer.authorityKeyId().isPresent()
        && signer.authorityKeyId().equals(anchor.certificate().subjectKeyId());
  }

  private static StoredCertificate best(List<StoredCertificate> anchors, Instant issued) {
    return anchors.stream()
        .filter(anchor -> anchor.certificate().validAt(issued))
        .findFirst()
        .orElse(anchors.get(0));
  }

  private static Reason whyNone(CertificateView signer, List<StoredCertificate> candidates) {
    boolean sameKeyId = candidates.stream().anyMatch(anchor -> named(signer, anchor));
    return sameKeyId ? Reason.SIGNER_SIGNATURE_INVALID : Reason.CSCA_UNKNOWN;
  }
}
