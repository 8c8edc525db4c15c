package io.cardproof.trust;

import java.util.List;

/**
 * A certificate of the store and where it came from.
 *
 * @param certificate the certificate
 * @param provenance every source that holds it, in the order of loading; at least one
 */
public record StoredCertificate(CertificateView certificate, List<Provenance> provenance) {
  /** Copies the list. */
  public StoredCertificate {
    provenance = List.copyOf(provenance);
  }
}
