package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.CurveGroup;
import io.cardproof.simulator.crypto.Group;
import io.cardproof.simulator.crypto.Groups;
import java.util.List;

/** One way of PACE that this chip speaks: protocol, mapping, cipher and domain parameters. */
record PaceProfile(String oid, int parameterId, Mapping mapping, CipherSuite suite, Group group) {
  /** How the nonce becomes a generator, ICAO 9303-11 §4.4.3.3. */
  enum Mapping {
    GENERIC,
    INTEGRATED,
    CHIP_AUTHENTICATION
  }

  private static final String PREFIX = "0.4.0.127.0.7.2.2.4.";

  /** The last arc of the protocol, from 1 on. */
  private static final List<CipherSuite> SUITES =
      List.of(
          CipherSuite.TRIPLE_DES, CipherSuite.AES_128, CipherSuite.AES_192, CipherSuite.AES_256);

  PaceProfile {
    boolean curves = group instanceof CurveGroup;
    if (curves != isOverCurves(oid)) {
      throw new IllegalArgumentException(
          "PACE " + oid + " and domain parameters " + parameterId + " do not go together");
    }
    if (mapping == Mapping.INTEGRATED && !group.hasIntegratedMapping()) {
      throw new IllegalArgumentException(
          "domain parameters " + parameterId + " have no integrated mapping");
    }
  }

  /** A way under standardised domain parameters. */
  static PaceProfile of(String oid, int parameterId) {
    return new PaceProfile(
        oid, parameterId, mapping(oid), suite(oid), Groups.standardised(parameterId));
  }

  /** A way under domain parameters that the chip describes itself. */
  static PaceProfile of(String oid, int parameterId, byte[] domainAlgorithm) {
    return new PaceProfile(oid, parameterId, mapping(oid), suite(oid), Groups.of(domainAlgorithm));
  }

  /** Bytes of the nonce: as many whole blocks as a key needs, §4.4.3.3.2, for every mapping. */
  int nonceLength() {
    return suite.keyLength() > 16 ? 32 : 16;
  }

  private static Mapping mapping(String oid) {
    return switch (arc(oid, 0)) {
      case 1, 2 -> Mapping.GENERIC;
      case 3, 4 -> Mapping.INTEGRATED;
      case 6 -> Mapping.CHIP_AUTHENTICATION;
      default -> throw unknown(oid);
    };
  }

  private static boolean isOverCurves(String oid) {
    return arc(oid, 0) % 2 == 0;
  }

  private static CipherSuite suite(String oid) {
    int number = arc(oid, 1);
    boolean known = number >= 1 && number <= SUITES.size();
    if (!known || (number == 1 && mapping(oid) == Mapping.CHIP_AUTHENTICATION)) {
      throw unknown(oid);
    }
    return SUITES.get(number - 1);
  }

  /** The two arcs after id-PACE are one digit each. */
  private static int arc(String oid, int index) {
    if (!oid.matches("\\Q" + PREFIX + "\\E[0-9]\\.[0-9]")) {
      throw unknown(oid);
    }
    return oid.charAt(PREFIX.length() + 2 * index) - '0';
  }

  private static IllegalArgumentException unknown(String oid) {
    return new IllegalArgumentException("PACE " + oid + " is not of the standard");
  }
}
