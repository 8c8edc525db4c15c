package io.cardproof.terminal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A row of certificates from an authority of the chip down to the terminal, each signed by the
 * holder before it as far as that could be checked.
 *
 * @param authority the certification authority reference from which the row begins
 * @param certificates what is sent, in this order: links, document verifier, terminal
 * @param rights what all of them together allow in a travel document
 * @param terminalKey the terminal's public key, with domain parameters if they are known
 */
public record TerminalChain(
    String authority,
    List<CvCertificate> certificates,
    Set<TerminalRight> rights,
    CvPublicKey terminalKey) {
  /** Copies the collections. */
  public TerminalChain {
    certificates = List.copyOf(certificates);
    rights = Set.copyOf(rights);
  }

  /** The terminal's own certificate. */
  public CvCertificate terminal() {
    return certificates.get(certificates.size() - 1);
  }

  /** The names of the keys in it, in order. */
  public List<String> holderReferences() {
    return certificates.stream().map(CvCertificate::holder).toList();
  }

  /** Whether a certificate of it is past its last day. */
  public boolean expiredOn(LocalDate day) {
    return certificates.stream().anyMatch(certificate -> certificate.expiredOn(day));
  }
}
