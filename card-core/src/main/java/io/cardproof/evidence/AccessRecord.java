package io.cardproof.evidence;

import io.cardproof.access.AccessKey;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the chip was opened; never the key itself.
 *
 * @param protocol the access protocol
 * @param key what kind of key opened it; empty when the chip needed none
 * @param oid the object identifier of the PACE variant, if PACE was used
 * @param parameterId the standardised domain parameters, ICAO 9303-11 §9.5.1, if PACE was used
 * @param paceOffered whether EF.CardAccess offered PACE
 */
public record AccessRecord(
    Protocol protocol,
    Optional<AccessKey.Kind> key,
    Optional<String> oid,
    OptionalInt parameterId,
    boolean paceOffered) {
  /** A chip that opens to everybody. */
  public static AccessRecord none() {
    return new AccessRecord(
        Protocol.NONE, Optional.empty(), Optional.empty(), OptionalInt.empty(), false);
  }

  /** The access protocols. The order is part of the evidence format: append only. */
  public enum Protocol {
    /** The chip opens to everybody. */
    NONE("none"),
    /** Basic Access Control, ICAO 9303-11 §4.3. */
    BAC("BAC"),
    /** PACE with Generic Mapping, ICAO 9303-11 §4.4. */
    PACE_GM("PACE-GM"),
    /** PACE with Integrated Mapping. */
    PACE_IM("PACE-IM"),
    /** PACE with Chip Authentication Mapping. */
    PACE_CAM("PACE-CAM");

    private final String label;

    Protocol(String label) {
      this.label = label;
    }

    /** The protocol's usual name, such as {@code PACE-GM}. */
    public String label() {
      return label;
    }
  }
}
