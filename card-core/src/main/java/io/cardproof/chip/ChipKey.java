package io.cardproof.chip;

import io.cardproof.crypto.AgreementPublicKey;
import io.cardproof.crypto.ChipAuthenticationCheck;
import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.EcGroup;
import io.cardproof.crypto.KeyFormatException;
import io.cardproof.document.ChipAuthenticationOffers;
import io.cardproof.document.ChipAuthenticationOffers.Standing;
import io.cardproof.document.SecurityInfos;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A key that the document announces for Chip Authentication and that we can agree with. */
record ChipKey(
    String protocolOid,
    CipherSuite suite,
    Optional<BigInteger> keyId,
    AgreementPublicKey publicKey) {
  // The stronger cipher first, then the quicker agreement; the order of the chip decides the rest.
  private static final Comparator<ChipKey> BEST_FIRST =
      Comparator.comparing(ChipKey::suite)
          .reversed()
          .thenComparing(key -> !(key.publicKey().group() instanceof EcGroup));

  /**
   * The announced keys that we speak, in the order in which to try them.
   *
   * @param channel what protects the channel now: where the document names no protocol, a chip that
   *     speaks AES there means AES here
   */
  static List<ChipKey> ranked(SecurityInfos infos, Optional<CipherSuite> channel) {
    ChipAuthenticationOffers offers = infos.chipAuthentication();
    Comparator<ChipKey> order =
        offers.standing() == Standing.INFERRED && !speaksAes(channel)
            ? Comparator.comparing(ChipKey::suite)
            : BEST_FIRST;
    return offers.all().stream().flatMap(offer -> of(offer).stream()).sorted(order).toList();
  }

  private static boolean speaksAes(Optional<CipherSuite> channel) {
    return channel.filter(suite -> suite != CipherSuite.TRIPLE_DES).isPresent();
  }

  private static Optional<ChipKey> of(ChipAuthenticationOffers.Offer offer) {
    Optional<CipherSuite> suite = ChipAuthenticationCheck.suite(offer.protocolOid());
    if (suite.isEmpty()) {
      return Optional.empty();
    }
    try {
      AgreementPublicKey publicKey =
          ChipAuthenticationCheck.chipKey(offer.protocolOid(), offer.spki());
      return Optional.of(new ChipKey(offer.protocolOid(), suite.get(), offer.keyId(), publicKey));
    } catch (KeyFormatException e) {
      // The verifier reports a key that nobody can use; here it is only not usable.
      return Optional.empty();
    }
  }
}
