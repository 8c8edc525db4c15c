package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Curves;
import java.util.List;
import org.bouncycastle.crypto.params.ECDomainParameters;

/** One way of PACE that this chip speaks: protocol, cipher and curve. */
record PaceProfile(String oid, int parameterId, CipherSuite suite, ECDomainParameters curve) {
  /** ICAO 9303-11 §4.4.4.1 and table 6; a further way is a further line. */
  private static final List<PaceProfile> KNOWN =
      List.of(
          new PaceProfile(
              "0.4.0.127.0.7.2.2.4.2.2", 13, CipherSuite.AES_128, Curves.named("brainpoolP256r1")));

  static PaceProfile of(String oid, int parameterId) {
    return KNOWN.stream()
        .filter(profile -> profile.oid.equals(oid) && profile.parameterId == parameterId)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "PACE "
                        + oid
                        + " with domain parameters "
                        + parameterId
                        + " is not simulated"));
  }
}
