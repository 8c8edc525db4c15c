package io.cardproof.trust;

/**
 * A signer that a trusted country signer certified.
 *
 * @param signer the signer's certificate
 * @param anchor the country signer that certified it
 * @param revocation what revocation lists say of the signer
 */
public record SignerPath(
    CertificateView signer, StoredCertificate anchor, RevocationRecord revocation) {
  /** Whether the country signer was valid when it certified the signer. */
  public boolean anchorValidAtIssue() {
    return anchor.certificate().validAt(signer.notBefore());
  }
}
