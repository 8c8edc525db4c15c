package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways to run PACE as a document announces them twice: in EF.CardAccess, which nobody signed,
 * and again in DG14 or EF.CardSecurity, ICAO 9303-11 §9.2.11.
 */
public final class PaceOffers {
  private PaceOffers() {}

  /**
   * Whether {@code offered} is what the signed files say: nothing was added and nothing hidden.
   * Each of those that speak of PACE at all must repeat every offer, parameters included.
   */
  public static boolean agree(SecurityInfos offered, List<SecurityInfos> signed) {
    return raw(signed, SecurityInfo.PaceInfo.class)
            .equals(raw(List.of(offered), SecurityInfo.PaceInfo.class))
        && signed.stream()
            .filter(infos -> !infos.pace().isEmpty())
            .allMatch(infos -> confirms(infos, offered));
  }

  private static boolean confirms(SecurityInfos signed, SecurityInfos offered) {
    return Stream.of(SecurityInfo.PaceInfo.class, SecurityInfo.PaceDomainParameterInfo.class)
        .allMatch(kind -> raw(List.of(signed), kind).containsAll(raw(List.of(offered), kind)));
  }

  private static Set<Bytes> raw(List<SecurityInfos> sources, Class<? extends SecurityInfo> kind) {
    return sources.stream()
        .flatMap(infos -> infos.all(kind).stream())
        .map(SecurityInfo::raw)
        .collect(Collectors.toSet());
  }
}
