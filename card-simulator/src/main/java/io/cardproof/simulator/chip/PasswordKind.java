package io.cardproof.simulator.chip;

import java.util.Arrays;
import java.util.Optional;

/** The passwords of PACE by their references, ICAO 9303-11 §4.4.4.1 and TR-03110-3 §B.1. */
enum PasswordKind {
  MRZ(1),
  CAN(2),
  PIN(3),
  PUK(4);

  private final int reference;

  PasswordKind(int reference) {
    this.reference = reference;
  }

  static Optional<PasswordKind> of(byte[] reference) {
    return Arrays.stream(values())
        .filter(kind -> reference.length == 1 && kind.reference == reference[0])
        .findFirst();
  }
}
