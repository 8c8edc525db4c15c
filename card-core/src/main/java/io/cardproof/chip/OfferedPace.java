package io.cardproof.chip;

import io.cardproof.crypto.AgreementGroup;
import io.cardproof.crypto.AgreementGroups;
import io.cardproof.crypto.KeyFormatException;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityInfo.PaceDomainParameterInfo;
import io.cardproof.document.SecurityInfo.PaceInfo;
import io.cardproof.document.SecurityInfos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a chip offers of PACE, ICAO 9303-11 §9.2.3 and §9.2.4: the offers that we speak, the one to
 * try first in front, and why the others are none.
 *
 * @param isOffered whether it offers any variant, known or not
 * @param ranked in the order of {@link PaceRanking}
 * @param refusals one reason for each offer that names a known variant and cannot be used
 */
record OfferedPace(boolean isOffered, List<PaceOffer> ranked, List<String> refusals) {
  private static final int VERSION = 2;

  /** Copies the lists. */
  OfferedPace {
    ranked = List.copyOf(ranked);
    refusals = List.copyOf(refusals);
  }

  /**
   * Reads the offers of EF.CardAccess, which nobody signed. A file that was refused, or does not
   * parse, offers nothing; the verifier compares it with what signed files say.
   */
  static OfferedPace in(FileAnswer cardAccess) {
    try {
      return cardAccess.isRead() ? of(SecurityInfos.parse(cardAccess.content())) : none();
    } catch (MalformedDocumentException e) {
      return none();
    }
  }

  private static OfferedPace none() {
    return new OfferedPace(false, List.of(), List.of());
  }

  static OfferedPace of(SecurityInfos infos) {
    List<PaceInfo> known =
        infos.pace().stream()
            .filter(info -> info.version() == VERSION && PaceVariant.of(info.oid()).isPresent())
            .toList();
    boolean ambiguous = known.stream().map(PaceInfo::parameterId).distinct().count() > 1;
    List<PaceOffer> offers = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (PaceInfo info : known) {
      try {
        offers.add(offer(info, infos, ambiguous));
      } catch (KeyFormatException e) {
        refusals.add(String.valueOf(e.getMessage()));
      }
    }
    return new OfferedPace(!infos.pace().isEmpty(), PaceRanking.ranked(offers), refusals);
  }

  /** Why none of the offers can be used, for people; empty if there was no offer in reach. */
  Optional<String> whyNone() {
    return refusals.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the chip offers PACE only as nobody here runs it: "
                + refusals.stream().distinct().collect(Collectors.joining("; ")));
  }

  private static PaceOffer offer(PaceInfo info, SecurityInfos infos, boolean ambiguous)
      throws KeyFormatException {
    PaceVariant variant = PaceVariant.of(info.oid()).orElseThrow();
    AgreementGroup group = group(info, variant, infos);
    if (!variant.isDefinedFor(group)) {
      throw new KeyFormatException(
          KeyFormatException.Kind.UNSUPPORTED, "the variant does not exist in this group");
    }
    OptionalInt reference = info.parameterId().map(OptionalInt::of).orElse(OptionalInt.empty());
    PaceOffer offer = new PaceOffer(variant, group, reference, ambiguous);
    if (variant.mapping() == PaceVariant.Mapping.CHIP_AUTHENTICATION
        && offer.parameterId().isEmpty()) {
      throw new KeyFormatException(
          KeyFormatException.Kind.UNSUPPORTED,
          "Chip Authentication Mapping in a group that is not standardised");
    }
    return offer;
  }

  private static AgreementGroup group(PaceInfo info, PaceVariant variant, SecurityInfos infos)
      throws KeyFormatException {
    Optional<AgreementGroup> standardised =
        info.parameterId().flatMap(AgreementGroups::byParameterId);
    if (standardised.isPresent()) {
      return standardised.get();
    }
    Optional<PaceDomainParameterInfo> explicit =
        infos.all(PaceDomainParameterInfo.class).stream()
            .filter(own -> own.oid().equals(variant.agreementOid()))
            .filter(own -> isMeant(info, own))
            .findFirst();
    if (explicit.isEmpty()) {
      throw new KeyFormatException(
          KeyFormatException.Kind.UNSUPPORTED, "its domain parameters are not known");
    }
    return AgreementGroups.ofAlgorithm(explicit.get().domainParameters());
  }

  // Without a reference on one side there is one set, and it is meant.
  private static boolean isMeant(PaceInfo info, PaceDomainParameterInfo own) {
    return info.parameterId().isEmpty()
        || own.parameterId().isEmpty()
        || info.parameterId().equals(own.parameterId());
  }
}
