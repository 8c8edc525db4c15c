package io.cardproof.terminal;

import java.util.List;

/**
 * What a terminal shows a chip to read fingers and irises.
 *
 * @param certificates a heap of certificates, in any order: the terminal's, its document
 *     verifier's, link certificates, and CVCA certificates, which are used to verify the others
 *     before they are sent and are never sent themselves
 * @param key the private key of the terminal's certificate
 */
public record TerminalCredentials(List<CvCertificate> certificates, TerminalKey key) {
  /** Copies the list. */
  public TerminalCredentials {
    certificates = List.copyOf(certificates);
  }

  /** Names the certificates; the key shows nothing. */
  @Override
  public String toString() {
    return "TerminalCredentials" + certificates;
  }
}
