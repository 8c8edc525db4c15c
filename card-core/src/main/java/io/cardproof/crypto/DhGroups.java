package io.cardproof.crypto;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;
import org.jspecify.annotations.Nullable;

/** The groups modulo a prime that everybody knows: RFC 5114, RFC 3526 and RFC 7919. */
final class DhGroups {
  // In the order of the parameter ids 0 to 2, ICAO 9303-11 §9.5.1.
  private static final List<DhGroup> STANDARDISED =
      List.of(Rfc5114.MODP_1024_160, Rfc5114.MODP_2048_224, Rfc5114.MODP_2048_256);
  private static final List<DhGroup> OTHERS =
      Stream.of(
              DHStandardGroups.rfc3526_1536,
              DHStandardGroups.rfc3526_2048,
              DHStandardGroups.rfc3526_3072,
              DHStandardGroups.rfc3526_4096,
              DHStandardGroups.rfc3526_6144,
              DHStandardGroups.rfc3526_8192,
              DHStandardGroups.rfc7919_ffdhe2048,
              DHStandardGroups.rfc7919_ffdhe3072,
              DHStandardGroups.rfc7919_ffdhe4096,
              DHStandardGroups.rfc7919_ffdhe6144,
              DHStandardGroups.rfc7919_ffdhe8192)
          .map(DhGroups::group)
          .toList();

  private DhGroups() {}

  static Optional<DhGroup> byParameterId(int id) {
    return id < 0 || id >= STANDARDISED.size()
        ? Optional.empty()
        : Optional.of(STANDARDISED.get(id));
  }

  /** The group with exactly these parameters; a missing order is taken from the group. */
  static Optional<DhGroup> matching(
      BigInteger prime, BigInteger generator, @Nullable BigInteger order) {
    return Stream.concat(STANDARDISED.stream(), OTHERS.stream())
        .filter(group -> group.prime().equals(prime) && group.generator().equals(generator))
        .filter(group -> order == null || group.order().filter(order::equals).isPresent())
        .findFirst();
  }

  private static DhGroup group(DHParameters parameters) {
    return DhGroup.known(parameters.getP(), parameters.getG(), parameters.getQ());
  }
}
