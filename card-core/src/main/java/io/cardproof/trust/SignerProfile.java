package io.cardproof.trust;

import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The certificate profile of document signers, ICAO 9303-12 §7.1. */
public final class SignerProfile {
  static final String LIST_SIGNING = "2.23.136.1.1.3";
  static final String DEVIATION_LIST_SIGNING = "2.23.136.1.1.8";

  // Signers of master and deviation lists, and certificates for connections.
  private static final Set<String> OTHER_PURPOSES =
      Set.of(LIST_SIGNING, DEVIATION_LIST_SIGNING, "1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");

  private SignerProfile() {}

  /**
   * Refuses certificates that were issued for something else.
   *
   * @throws PathException if the certificate may not sign a security object
   */
  public static void check(CertificateView signer) throws PathException {
    boolean mayNotSign =
        signer
            .keyUsage()
            .map(usage -> !usage.hasUsages(KeyUsage.digitalSignature) || certifies(usage))
            .orElse(false);
    if (signer.authority()
        || mayNotSign
        || signer.purposes().stream().anyMatch(OTHER_PURPOSES::contains)) {
      throw new PathException(Reason.SIGNER_NOT_A_DOCUMENT_SIGNER);
    }
    if (signer.hasUnknownCriticalExtension()) {
      throw new PathException(Reason.CRITICAL_EXTENSION_UNKNOWN);
    }
    if (!signer.algorithmsAgree()) {
      throw new PathException(Reason.CERTIFICATE_ALGORITHMS_DIFFER);
    }
  }

  /** What is odd about the path and changes nothing. */
  public static List<Remark> remarks(SignerPath path, Instant signedAt, Instant now) {
    List<Remark> remarks = new ArrayList<>();
    CertificateView signer = path.signer();
    CertificateView anchor = path.anchor().certificate();
    if (!signer.privateKeyUsableAt(signedAt)) {
      remarks.add(
          new Remark(
              "private-key-usage-period",
              "the signer signed outside the private key usage period of its certificate"));
    }
    if (!anchor.privateKeyUsableAt(signer.notBefore())) {
      remarks.add(
          new Remark(
              "csca-private-key-usage-period",
              "the country signer certified outside its private key usage period"));
    }
    if (!path.links().isEmpty()) {
      remarks.add(
          new Remark(
              "csca-linked",
              path.links().size() == 1
                  ? "one link certificate leads to the trusted country signer"
                  : "two link certificates lead to the trusted country signer"));
    }
    if (now.isAfter(anchor.notAfter())) {
      remarks.add(new Remark("csca-expired", "the country signer's certificate has expired since"));
    }
    return remarks;
  }

  private static boolean certifies(KeyUsage usage) {
    return usage.hasUsages(KeyUsage.keyCertSign);
  }
}
