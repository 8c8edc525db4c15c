package io.cardproof.trust;

import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.VerificationKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a certificate is revoked, ICAO 9303-12 §7.2. */
public enum Revocation {
  /** A fresh list of its issuer does not name it. */
  GOOD,
  /** A list of its issuer names it. */
  REVOKED,
  /** There is no fresh list of its issuer. */
  UNKNOWN;

  // Bounds the work: one country signer publishes one list.
  private static final int MAX_LISTS = 8;

  static Revocation of(
      CertificateView certificate,
      List<RevocationList> lists,
      VerificationKey issuerKey,
      Instant now) {
    Revocation result = UNKNOWN;
    for (RevocationList list : lists.stream().limit(MAX_LISTS).toList()) {
      if (!genuine(list, issuerKey)) {
        continue;
      }
      // What was revoked stays so, however old the list is.
      if (list.revoked().contains(certificate.serialNumber())) {
        return REVOKED;
      }
      if (list.freshAt(now)) {
        result = GOOD;
      }
    }
    return result;
  }

  private static boolean genuine(RevocationList list, VerificationKey key) {
    try {
      key.verify(
          SignatureScheme.of(list.signatureAlgorithm(), Optional.empty()),
          list.signed(),
          list.signature());
      return true;
    } catch (SignatureCheckException e) {
      return false;
    }
  }
}
