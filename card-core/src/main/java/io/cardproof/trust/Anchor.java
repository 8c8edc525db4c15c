package io.cardproof.trust;

/**
 * A country signer that is trusted, and where that trust comes from.
 *
 * @param certificate its certificate
 * @param source the file or list that it was in
 */
public record Anchor(CertificateView certificate, String source) {}
