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

  // What finds candidates asks for this of every one; the certificate tells them apart.
  @Override
  public int hashCode() {
    return certificate.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredCertificate that
        && certificate.equals(that.certificate)
        && provenance.equals(that.provenance);
  }
}
