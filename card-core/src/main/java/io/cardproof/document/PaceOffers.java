package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways to run PACE as a document announces them twice: in EF.CardAccess, which nobody signed,
 * and again in DG14 or EF.CardSecurity, ICAO 9303-11 §9.2.11.
 */
public final class PaceOffers {
  private PaceOffers() {}

  /** Whether {@code offered} is what the signed files say: nothing was added and nothing hidden. */
  public static boolean agree(SecurityInfos offered, List<SecurityInfos> signed) {
    List<SecurityInfos> unsigned = List.of(offered);
    return raw(signed, SecurityInfo.PaceInfo.class)
            .equals(raw(unsigned, SecurityInfo.PaceInfo.class))
        && raw(signed, SecurityInfo.PaceDomainParameterInfo.class)
            .containsAll(raw(unsigned, SecurityInfo.PaceDomainParameterInfo.class));
  }

  private static Set<Bytes> raw(List<SecurityInfos> sources, Class<? extends SecurityInfo> kind) {
    return sources.stream()
        .flatMap(infos -> infos.all(kind).stream())
        .map(SecurityInfo::raw)
        .collect(Collectors.toSet());
  }
}
