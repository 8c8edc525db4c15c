package io.cardproof.report;

import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The certificate of the document signer, as it stands in the security object. Verification
 * services of the state ask for it. Its presence says nothing about the verdict.
 *
 * @param certificateDer the certificate
 * @param subject its subject's distinguished name
 */
public record Signer(Bytes certificateDer, String subject) {
  private static final int PEM_LINE = 64;

  /** SHA-256 of the certificate, lower-case hexadecimal. */
  public String sha256() {
    return certificateDer.sha256().toHex();
  }

  /** The certificate in PEM, RFC 7468, lines of 64 characters ending in LF. */
  public String pem() {
    Base64.Encoder encoder =
        Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN CERTIFICATE-----\n"
        + encoder.encodeToString(certificateDer.toByteArray())
        + "\n-----END CERTIFICATE-----\n";
  }
}
