package io.cardproof.simulator.inspection;

import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SecurityInfos;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.persona.ChipAuthenticationVariant;
import io.cardproof.simulator.persona.Document;
import java.util.List;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * Other keys of Chip Authentication than the base chip has, and DG14 about them.
 *
 * @param held what the chip holds
 * @param notice what DG14 says of each
 */
record NewChipKeys(List<ChipAuthenticationVariant> held, Notice notice) implements CaseFault {
  private static final List<String> CHIP_AUTHENTICATION =
      List.of("0.4.0.127.0.7.2.2.1", "0.4.0.127.0.7.2.2.3");

  /** What DG14 says of a key. */
  @FunctionalInterface
  interface Notice {
    /**
     * The announcement.
     *
     * @param own the key's public half
     * @param other the public half of a key in the same group that the chip does not hold
     */
    SecurityInfos of(
        ChipAuthenticationVariant variant,
        AsymmetricKeyParameter own,
        AsymmetricKeyParameter other);
  }

  /** Keys that DG14 announces as it should. */
  static NewChipKeys of(ChipAuthenticationVariant... held) {
    return new NewChipKeys(
        List.of(held), (variant, own, other) -> announcement(variant).and(key(variant, own)));
  }

  /** A key, and what DG14 says of it. */
  static NewChipKeys of(ChipAuthenticationVariant held, Notice notice) {
    return new NewChipKeys(List.of(held), notice);
  }

  /** One ChipAuthenticationInfo for each cipher. */
  static SecurityInfos announcement(ChipAuthenticationVariant variant) {
    SecurityInfos infos = new SecurityInfos();
    variant.ciphers().forEach(c -> infos.chipAuthentication(variant.oid(c), variant.keyId()));
    return infos;
  }

  /** ChipAuthenticationPublicKeyInfo. */
  static SecurityInfos key(ChipAuthenticationVariant variant, AsymmetricKeyParameter publicKey) {
    return new SecurityInfos().chipKey(PublicKeys.of(publicKey, variant.form()), variant.keyId());
  }

  @Override
  public Document unsigned(Document document, RandomSource random) {
    if (document.chipAuthentication().isEmpty()) {
      throw new IllegalArgumentException("the case needs a document with Chip Authentication");
    }
    Document.Builder changed = document.toBuilder().withoutChipAuthentication();
    SecurityInfos infos = new SecurityInfos();
    for (int i = 0; i < held.size(); i++) {
      ChipAuthenticationVariant variant = held.get(i);
      AsymmetricCipherKeyPair pair = variant.group().keyPair(random.named("case-chip-key-" + i));
      AsymmetricCipherKeyPair other = variant.group().keyPair(random.named("case-other-key-" + i));
      for (SessionCipher cipher : variant.ciphers()) {
        changed.chipAuthentication(
            new Document.ChipAuthenticationPart(
                pair.getPrivate(), variant.oid(cipher), variant.keyId()));
      }
      infos.and(notice.of(variant, pair.getPublic(), other.getPublic()));
    }
    return changed
        .file(Announced.DG14, Announced.instead(document, CHIP_AUTHENTICATION, infos))
        .build();
  }
}
