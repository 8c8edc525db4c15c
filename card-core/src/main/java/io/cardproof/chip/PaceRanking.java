package io.cardproof.chip;

import io.cardproof.chip.PaceVariant.GroupKind;
import io.cardproof.chip.PaceVariant.Mapping;
import io.cardproof.crypto.CipherSuite;
import java.util.Comparator;
import java.util.List;

/**
 * Which offer of PACE is tried first. Chip Authentication Mapping, because it proves the chip on
 * the way; then what is strongest at its weakest point, then the stronger cipher, then the stronger
 * group; then a curve, because chips are quicker there. Between what is equal in all of this the
 * chip's own order decides: Generic before Integrated Mapping or the other way round is its choice.
 */
final class PaceRanking {
  private static final Comparator<PaceOffer> BEST_FIRST =
      Comparator.comparing(PaceRanking::provesTheChip)
          .thenComparing(offer -> Math.min(cipherStrength(offer), groupStrength(offer)))
          .thenComparing(PaceRanking::cipherStrength)
          .thenComparing(PaceRanking::groupStrength)
          .thenComparing(offer -> offer.variant().groupKind() == GroupKind.CURVE)
          .reversed();

  private PaceRanking() {}

  /** The best first; the sort is stable. */
  static List<PaceOffer> ranked(List<PaceOffer> inTheChipsOrder) {
    return inTheChipsOrder.stream().sorted(BEST_FIRST).toList();
  }

  private static boolean provesTheChip(PaceOffer offer) {
    return offer.variant().mapping() == Mapping.CHIP_AUTHENTICATION;
  }

  private static int cipherStrength(PaceOffer offer) {
    CipherSuite suite = offer.variant().suite();
    return suite == CipherSuite.TRIPLE_DES ? 112 : suite.keyBytes() * Byte.SIZE;
  }

  private static int groupStrength(PaceOffer offer) {
    return offer.group().securityBits();
  }
}
