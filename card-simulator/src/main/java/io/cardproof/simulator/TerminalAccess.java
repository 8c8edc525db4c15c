package io.cardproof.simulator;

import java.util.List;

/**
 * What a terminal needs to pass Terminal Authentication with a simulated card: published test keys,
 * the same for every card, fit for nothing else.
 */
public final class TerminalAccess {
  private final List<byte[]> certificates;
  private final byte[] pkcs8;

  /** Copies the arrays. */
  TerminalAccess(List<byte[]> certificates, byte[] pkcs8) {
    this.certificates = copies(certificates);
    this.pkcs8 = pkcs8.clone();
  }

  /**
   * CV certificates below the card's trust point, in the order in which a terminal sends them:
   * links, document verifier, inspection system. Copies.
   */
  public List<byte[]> certificates() {
    return copies(certificates);
  }

  /** The inspection system's private key, PKCS#8 DER; a copy. */
  public byte[] pkcs8() {
    return pkcs8.clone();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "TerminalAccess[" + certificates.size() + " certificates]";
  }

  private static List<byte[]> copies(List<byte[]> arrays) {
    return arrays.stream().map(byte[]::clone).toList();
  }
}
