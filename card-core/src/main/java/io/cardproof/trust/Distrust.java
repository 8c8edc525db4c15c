package io.cardproof.trust;

import io.cardproof.value.Bytes;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The certificates and keys that the operator distrusts. A certificate that is distrusted takes
 * every other certificate of its key with it.
 */
final class Distrust {
  private final Set<Bytes> hashes;

  Distrust(TrustContents contents) {
    Set<Bytes> all = new HashSet<>(contents.distrusted());
    if (!all.isEmpty()) {
      Stream.of(contents.anchors(), contents.links(), contents.signers())
          .flatMap(certificates -> certificates.stream().map(StoredCertificate::certificate))
          .filter(certificate -> contents.distrusted().contains(certificate.der().sha256()))
          .forEach(certificate -> all.add(certificate.spki().sha256()));
    }
    hashes = Set.copyOf(all);
  }

  boolean covers(CertificateView certificate) {
    return !hashes.isEmpty()
        && (hashes.contains(certificate.der().sha256())
            || hashes.contains(certificate.spki().sha256()));
  }
}
