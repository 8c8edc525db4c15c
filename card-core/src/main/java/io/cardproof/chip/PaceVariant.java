package io.cardproof.chip;

import io.cardproof.crypto.AgreementGroup;
import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.DhGroup;
import io.cardproof.crypto.EcGroup;
import io.cardproof.crypto.IntegratedMapping;
import io.cardproof.evidence.AccessRecord;
import java.util.Optional;

/** A variant of PACE: its mapping, kind of group and ciphers, ICAO 9303-11 §9.2.3. */
record PaceVariant(String oid, Mapping mapping, GroupKind groupKind, CipherSuite suite) {
  private static final String PACE = "0.4.0.127.0.7.2.2.4.";

  /** How the nonce becomes a generator, ICAO 9303-11 §4.4.3.3. */
  enum Mapping {
    GENERIC(AccessRecord.Protocol.PACE_GM),
    INTEGRATED(AccessRecord.Protocol.PACE_IM),
    CHIP_AUTHENTICATION(AccessRecord.Protocol.PACE_CAM);

    private final AccessRecord.Protocol protocol;

    Mapping(AccessRecord.Protocol protocol) {
      this.protocol = protocol;
    }

    AccessRecord.Protocol protocol() {
      return protocol;
    }
  }

  /** Where terminal and chip agree. */
  enum GroupKind {
    NUMBERS,
    CURVE
  }

  /** The variant with this identifier, if the standard has it. */
  static Optional<PaceVariant> of(String oid) {
    if (!oid.startsWith(PACE) || oid.length() != PACE.length() + 3) {
      return Optional.empty();
    }
    return suite(oid.substring(PACE.length() + 1))
        .flatMap(suite -> of(oid, oid.charAt(PACE.length()), suite));
  }

  /** The identifier without the ciphers, by which PACEDomainParameterInfo names the agreement. */
  String agreementOid() {
    return oid.substring(0, oid.lastIndexOf('.'));
  }

  /** Whether the standard defines this variant in {@code group}. */
  boolean isDefinedFor(AgreementGroup group) {
    boolean fits =
        switch (groupKind) {
          case NUMBERS -> group instanceof DhGroup;
          case CURVE -> group instanceof EcGroup;
        };
    return fits && (mapping != Mapping.INTEGRATED || IntegratedMapping.isDefinedFor(group));
  }

  private static Optional<PaceVariant> of(String oid, char agreement, CipherSuite suite) {
    return switch (agreement) {
      case '1' -> variant(oid, Mapping.GENERIC, GroupKind.NUMBERS, suite);
      case '2' -> variant(oid, Mapping.GENERIC, GroupKind.CURVE, suite);
      case '3' -> variant(oid, Mapping.INTEGRATED, GroupKind.NUMBERS, suite);
      case '4' -> variant(oid, Mapping.INTEGRATED, GroupKind.CURVE, suite);
      case '6' ->
          suite == CipherSuite.TRIPLE_DES
              ? Optional.empty()
              : variant(oid, Mapping.CHIP_AUTHENTICATION, GroupKind.CURVE, suite);
      default -> Optional.empty();
    };
  }

  private static Optional<PaceVariant> variant(
      String oid, Mapping mapping, GroupKind kind, CipherSuite suite) {
    return Optional.of(new PaceVariant(oid, mapping, kind, suite));
  }

  private static Optional<CipherSuite> suite(String last) {
    return switch (last) {
      case ".1" -> Optional.of(CipherSuite.TRIPLE_DES);
      case ".2" -> Optional.of(CipherSuite.AES_128);
      case ".3" -> Optional.of(CipherSuite.AES_192);
      case ".4" -> Optional.of(CipherSuite.AES_256);
      default -> Optional.empty();
    };
  }
}
