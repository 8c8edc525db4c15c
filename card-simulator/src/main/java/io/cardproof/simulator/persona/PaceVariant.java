package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * One way of PACE that a document offers (ICAO 9303-11 §4.4): a PACEInfo in EF.CardAccess.
 *
 * @param mapping how the nonce becomes a generator
 * @param group where the keys are agreed
 * @param cipher of the channel that follows
 * @param ownParameterId the chip writes the group out under this number of its own; if absent it
 *     names the standardised domain parameters
 */
public record PaceVariant(
    Mapping mapping, StandardGroup group, SessionCipher cipher, OptionalInt ownParameterId) {
  private static final String PACE = "0.4.0.127.0.7.2.2.4.";

  /** The mappings; the arcs are those of curves, one less for Diffie-Hellman. */
  public enum Mapping {
    GENERIC(2),
    INTEGRATED(4),
    CHIP_AUTHENTICATION(6);

    private final int arc;

    Mapping(int arc) {
      this.arc = arc;
    }
  }

  /** Refuses what the standard has no name for. */
  public PaceVariant {
    if (mapping == Mapping.CHIP_AUTHENTICATION
        && (!group.isCurve() || cipher == SessionCipher.TRIPLE_DES)) {
      throw new IllegalArgumentException(
          "Chip Authentication Mapping is for curves and AES, not for " + group + " " + cipher);
    }
  }

  /** Generic mapping. */
  public static PaceVariant generic(StandardGroup group, SessionCipher cipher) {
    return new PaceVariant(Mapping.GENERIC, group, cipher, OptionalInt.empty());
  }

  /** Integrated mapping. */
  public static PaceVariant integrated(StandardGroup group, SessionCipher cipher) {
    return new PaceVariant(Mapping.INTEGRATED, group, cipher, OptionalInt.empty());
  }

  /** Chip Authentication Mapping: PACE that proves the chip. */
  public static PaceVariant chipAuthentication(StandardGroup group, SessionCipher cipher) {
    return new PaceVariant(Mapping.CHIP_AUTHENTICATION, group, cipher, OptionalInt.empty());
  }

  /**
   * The same, but the chip writes the domain parameters out in a PACEDomainParameterInfo.
   *
   * @param parameterId the chip's own number for them, from 32 on (ICAO 9303-11 §9.5.1)
   */
  public PaceVariant explicit(int parameterId) {
    return new PaceVariant(mapping, group, cipher, OptionalInt.of(parameterId));
  }

  /** Whether this way of PACE proves the chip. */
  boolean provesChip() {
    return mapping == Mapping.CHIP_AUTHENTICATION;
  }

  /** The protocol in dotted form. */
  public String oid() {
    return mappingOid() + "." + cipher.arc();
  }

  /** The number in PACEInfo. */
  public int parameterId() {
    return ownParameterId.orElse(group.parameterId());
  }

  /** The protocol without its cipher, as in PACEDomainParameterInfo. */
  public String mappingOid() {
    return PACE + (group.isCurve() ? mapping.arc : mapping.arc - 1);
  }

  /** The group as the chip writes it out, if it does. */
  public Optional<AlgorithmIdentifier> ownParameters() {
    return ownParameterId.isPresent()
        ? Optional.of(
            PublicKeys.algorithm(group, group.isCurve() ? KeyForm.EXPLICIT : KeyForm.X942))
        : Optional.empty();
  }
}
