package io.cardproof.simulator.link;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A way of PACE that the standard has, ICAO 9303-11 §9.2.1 and §9.5.1, and a password for it. */
record PaceCombination(Mapping mapping, int parameterId, Cipher cipher, Password password) {
  enum Mapping {
    GENERIC,
    INTEGRATED,
    CHIP_AUTHENTICATION
  }

  enum Cipher {
    TRIPLE_DES(1),
    AES_128(2),
    AES_192(3),
    AES_256(4);

    private final int arc;

    Cipher(int arc) {
      this.arc = arc;
    }
  }

  enum Password {
    MRZ,
    CAN,
    PIN,
    PUK
  }

  private static final int LAST_MODULAR_GROUP = 2;
  private static final int SECP224R1 = 10;

  /** All that the standard has. */
  static List<PaceCombination> all() {
    List<PaceCombination> all = new ArrayList<>();
    for (Mapping mapping : Mapping.values()) {
      for (int parameterId :
          IntStream.concat(IntStream.range(0, 3), IntStream.range(8, 19)).toArray()) {
        for (Cipher cipher : Cipher.values()) {
          for (Password password : Password.values()) {
            PaceCombination one = new PaceCombination(mapping, parameterId, cipher, password);
            if (one.isOfTheStandard()) {
              all.add(one);
            }
          }
        }
      }
    }
    return all;
  }

  boolean isModular() {
    return parameterId <= LAST_MODULAR_GROUP;
  }

  String oid() {
    int arc =
        switch (mapping) {
          case GENERIC -> isModular() ? 1 : 2;
          case INTEGRATED -> isModular() ? 3 : 4;
          case CHIP_AUTHENTICATION -> 6;
        };
    return "0.4.0.127.0.7.2.2.4." + arc + "." + cipher.arc;
  }

  /**
   * Left out: point encoding on secp224r1, whose prime is 1 mod 4 (table 6, note); Chip
   * Authentication Mapping over DH or with triple DES (§9.2.1).
   */
  private boolean isOfTheStandard() {
    return switch (mapping) {
      case GENERIC -> true;
      case INTEGRATED -> parameterId != SECP224R1;
      case CHIP_AUTHENTICATION -> !isModular() && cipher != Cipher.TRIPLE_DES;
    };
  }
}
