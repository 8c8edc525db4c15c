package io.cardproof.simulator.picture;

/** The people whom {@link Portrait} can paint. None of them exists. */
public enum Face {
  LINH,
  MINH,
  NORA,
  AMARA,
  ERIK,
  PILAR,
  TONI
}
