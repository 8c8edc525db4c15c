package io.cardproof.chip;

import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.EcCurves;
import io.cardproof.document.SecurityInfo.PaceInfo;
import io.cardproof.document.SecurityInfos;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECDomainParameters;

/**
 * A way to run PACE that the chip offers and that we speak.
 *
 * @param ambiguous whether the chip offers the same protocol with several domain parameters, so
 *     that the command must name one: ICAO 9303-11 §4.4.4.1
 */
record PaceOffer(
    String oid, int parameterId, CipherSuite suite, ECDomainParameters domain, boolean ambiguous) {
  private static final String ECDH_GM_AES_128 = "0.4.0.127.0.7.2.2.4.2.2";
  private static final int VERSION = 2;

  /** The first offer, in the order of the chip, that we speak. */
  static Optional<PaceOffer> choose(SecurityInfos infos) {
    List<PaceInfo> offers = infos.pace();
    return offers.stream()
        .filter(offer -> offer.oid().equals(ECDH_GM_AES_128) && offer.version() == VERSION)
        .flatMap(offer -> of(offer, offers).stream())
        .findFirst();
  }

  private static Optional<PaceOffer> of(PaceInfo info, List<PaceInfo> offers) {
    boolean ambiguous = offers.stream().filter(other -> other.oid().equals(info.oid())).count() > 1;
    return info.parameterId()
        .flatMap(
            id ->
                EcCurves.byParameterId(id)
                    .map(
                        domain ->
                            new PaceOffer(info.oid(), id, CipherSuite.AES_128, domain, ambiguous)));
  }
}
