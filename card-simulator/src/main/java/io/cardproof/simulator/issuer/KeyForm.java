package io.cardproof.simulator.issuer;

/** How a public key says to which group it belongs (ICAO 9303-11 §9.5, TR-03110-3 §A.2.1). */
public enum KeyForm {
  /** The curve's parameters in full; modulus and generator as in PKCS #3. */
  EXPLICIT,

  /** The curve's object identifier. For curves only. */
  NAMED,

  /** The number of the standardised domain parameters. */
  STANDARDISED,

  /** Modulus, generator and order as in X9.42. For Diffie-Hellman only. */
  X942
}
