package io.cardproof.verify;

import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.document.SignedFile;
import io.cardproof.trust.AlgorithmTable;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.PathVerifier;
import io.cardproof.trust.SignerLookup;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The signers that were met last, by their certificates: one country has tens of them for millions
 * of documents. Trust and algorithms never change under it, so nothing in it grows old. Shared by
 * threads.
 */
final class SignerCache {
  /** Real certificates of signers have 1 to 2 kB. A longer one is looked at anew each time. */
  static final int LONGEST = 8 * 1024;

  private final PathVerifier paths;
  private final SignerLookup lookup;
  private final SignatureAlgorithms algorithms;
  private final int most;
  private final Map<Bytes, KnownSigner> signers = new LinkedHashMap<>(16, 0.75f, true);

  /** A cache that never holds more than {@code most} signers. */
  SignerCache(TrustStore trust, SignatureAlgorithms algorithms, AlgorithmTable table, int most) {
    this.paths = new PathVerifier(trust, algorithms, table);
    this.lookup = new SignerLookup(trust, certificate -> signer(certificate).key());
    this.algorithms = algorithms;
    this.most = most;
  }

  /** The certificate of the file's signer, in it or in the trust store. */
  Optional<SignerLookup.Candidate> candidate(SignedFile file) {
    return lookup.signer(file);
  }

  /**
   * What is known of the signer with this certificate.
   *
   * @throws IllegalArgumentException if it is not a certificate
   */
  KnownSigner signer(Bytes certificate) {
    synchronized (signers) {
      KnownSigner known = signers.get(certificate);
      if (known != null) {
        return known;
      }
    }
    // Outside the lock: a hostile certificate may take its time.
    CertificateView view = CertificateView.of(certificate);
    KnownSigner met = new KnownSigner(view, algorithms.key(view.spki()), paths);
    return certificate.length() > LONGEST ? met : kept(certificate, met);
  }

  int size() {
    synchronized (signers) {
      return signers.size();
    }
  }

  // Of two threads that meet a signer at once the first one's result is kept for both.
  private KnownSigner kept(Bytes certificate, KnownSigner met) {
    synchronized (signers) {
      KnownSigner other = signers.putIfAbsent(certificate, met);
      if (signers.size() > most) {
        signers.remove(signers.keySet().iterator().next());
      }
      return other == null ? met : other;
    }
  }
}
