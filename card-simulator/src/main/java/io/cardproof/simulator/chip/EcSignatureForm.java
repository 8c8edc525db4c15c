package io.cardproof.simulator.chip;

/** How two numbers of an ECDSA signature travel. */
public enum EcSignatureForm {
  /** r || s, each at the length of the curve's order, as TR-03111 §5.2.1 and ICAO 9303-11 want. */
  PLAIN,

  /** A DER sequence of r and s: no standard asks for it, some chips send it. */
  DER
}
