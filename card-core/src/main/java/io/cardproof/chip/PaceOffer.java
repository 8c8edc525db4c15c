package io.cardproof.chip;

import io.cardproof.crypto.AgreementGroup;
import io.cardproof.crypto.AgreementGroups;
import java.util.OptionalInt;

/**
 * A way to run PACE that the chip offers and that we speak.
 *
 * @param reference how the chip calls the domain parameters, for data object 84; empty if it gives
 *     them no name
 * @param ambiguous whether the chip has several domain parameters for PACE, so that the command
 *     must name one: ICAO 9303-11 §4.4.4.1
 */
record PaceOffer(
    PaceVariant variant, AgreementGroup group, OptionalInt reference, boolean ambiguous) {
  private static final PaceVariant CITIZEN_CARD =
      PaceVariant.of("0.4.0.127.0.7.2.2.4.2.2").orElseThrow();
  private static final int BRAINPOOL_P256R1 = 13;

  /**
   * What to try where EF.CardAccess cannot be reached: Generic Mapping, AES-128, brainpoolP256r1,
   * as every citizen card of Vietnam has it.
   */
  static PaceOffer builtIn() {
    return new PaceOffer(
        CITIZEN_CARD,
        AgreementGroups.byParameterId(BRAINPOOL_P256R1).orElseThrow(),
        OptionalInt.of(BRAINPOOL_P256R1),
        false);
  }

  /** The standardised identifier of the group, whatever the chip calls it. */
  OptionalInt parameterId() {
    return AgreementGroups.parameterId(group);
  }
}
