package io.cardproof.trust;

import java.util.ArrayList;
import java.util.List;

/**
 * A signer and the trusted country signer that its signatures lead to. It depends on the trust
 * store alone: what depends on the time of asking is {@link RevocationRecord#at}.
 *
 * @param signer the signer's certificate
 * @param links the link certificates between, from the one that certified the signer upwards
 * @param anchor the country signer that certified the signer, or the last link
 * @param revocation what revocation lists say of the signer and the links
 */
public record SignerPath(
    CertificateView signer,
    List<StoredCertificate> links,
    StoredCertificate anchor,
    RevocationRecord revocation) {
  /** Copies the list. */
  public SignerPath {
    links = List.copyOf(links);
  }

  /** Whether the country signer, and every link, was valid when it certified the next one. */
  public boolean anchorValidAtIssue() {
    return chain().timely();
  }

  /** From the signer's issuer up to the anchor. */
  List<StoredCertificate> issuers() {
    return chain().issuers();
  }

  private Chain chain() {
    return new Chain(signer, links, anchor);
  }

  /** A path as the signatures give it. */
  record Chain(CertificateView signer, List<StoredCertificate> links, StoredCertificate anchor) {
    boolean timely() {
      CertificateView issued = signer;
      for (StoredCertificate issuer : issuers()) {
        if (!issuer.certificate().validAt(issued.notBefore())) {
          return false;
        }
        issued = issuer.certificate();
      }
      return true;
    }

    /** From the signer's issuer up to the anchor. */
    List<StoredCertificate> issuers() {
      List<StoredCertificate> issuers = new ArrayList<>(links);
      issuers.add(anchor);
      return issuers;
    }
  }
}
