package io.cardproof.simulator;

import java.util.List;

/**
 * What a terminal needs to pass Terminal Authentication with a simulated card: published test keys,
 * the same for every card, fit for nothing else.
 *
 * @param certificates CV certificates below the card's trust point, in the order in which a
 *     terminal sends them: links, document verifier, inspection system
 * @param pkcs8 the inspection system's private key, PKCS#8 DER
 */
public record TerminalAccess(List<byte[]> certificates, byte[] pkcs8) {

  /** Copies the arrays. */
  public TerminalAccess {
    certificates = copies(certificates);
    pkcs8 = pkcs8.clone();
  }

  /** A copy. */
  @Override
  public List<byte[]> certificates() {
    return copies(certificates);
  }

  /** A copy. */
  @Override
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
