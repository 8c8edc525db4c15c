package io.cardproof.simulator.persona;

import io.cardproof.simulator.chip.EcSignatureForm;
import io.cardproof.simulator.issuer.ChipKeys;
import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SecurityInfos;
import io.cardproof.simulator.issuer.SessionCipher;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalInt;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** Makes the keys of a chip: private halves into the document, public ones into its files. */
final class ChipProofs {
  private static final int DG15 = 15;

  private final Document.Builder document;
  private final RandomSource random;

  ChipProofs(Document.Builder document, RandomSource random) {
    this.document = document;
    this.random = random;
  }

  /** What DG14 says about the keys of Chip Authentication. */
  SecurityInfos chipAuthentication(List<ChipAuthenticationVariant> variants) {
    SecurityInfos infos = new SecurityInfos();
    int number = 0;
    for (ChipAuthenticationVariant variant : variants) {
      String purpose = "chip-authentication" + (number == 0 ? "" : "-" + number);
      infos.and(chipAuthentication(variant, random.named(purpose)));
      number++;
    }
    return infos;
  }

  private SecurityInfos chipAuthentication(
      ChipAuthenticationVariant variant, SecureRandom keyRandom) {
    AsymmetricCipherKeyPair pair = variant.group().keyPair(keyRandom);
    SecurityInfos infos = new SecurityInfos();
    for (SessionCipher cipher : variant.ciphers()) {
      document.chipAuthentication(
          new Document.ChipAuthenticationPart(
              pair.getPrivate(), variant.oid(cipher), variant.keyId()));
      if (variant.announcement() == Announcement.ANNOUNCED) {
        infos.chipAuthentication(variant.oid(cipher), variant.keyId());
      }
    }
    return infos.chipKey(PublicKeys.of(pair.getPublic(), variant.form()), variant.keyId());
  }

  /** What DG14 says about the key of Active Authentication; DG15 has it. */
  SecurityInfos activeAuthentication(ActiveAuthenticationVariant variant) {
    SecureRandom keyRandom = random.named("active-authentication");
    if (variant instanceof ActiveAuthenticationVariant.Rsa rsa) {
      KeyPair pair = ChipKeys.rsa(rsa.bits(), keyRandom);
      document.dataGroup(DG15, DataGroups.dg15(pair.getPublic().getEncoded()));
      document.activeAuthentication(
          ActiveAuthenticationPart.rsa(pair.getPrivate(), rsa.hash(), rsa.trailer()));
      return new SecurityInfos();
    }
    return activeAuthentication((ActiveAuthenticationVariant.Ecdsa) variant, keyRandom);
  }

  private SecurityInfos activeAuthentication(
      ActiveAuthenticationVariant.Ecdsa variant, SecureRandom keyRandom) {
    AsymmetricCipherKeyPair pair = variant.curve().keyPair(keyRandom);
    document.dataGroup(
        DG15, DataGroups.dg15(PublicKeys.encoded(pair.getPublic(), variant.keyForm())));
    document.activeAuthentication(
        new ActiveAuthenticationPart.Ec(
            (ECPrivateKeyParameters) pair.getPrivate(), variant.hash(), variant.signatureForm()));
    SecurityInfos infos = new SecurityInfos();
    if (variant.announcement() == Announcement.ANNOUNCED) {
      boolean plain = variant.signatureForm() == EcSignatureForm.PLAIN;
      infos.activeAuthentication(
          plain ? variant.hash().plainEcdsaOid() : variant.hash().ecdsaOid());
    }
    return infos;
  }

  /** What EF.CardSecurity says about the static key of Chip Authentication Mapping. */
  SecurityInfos mappingKey(PaceVariant variant, KeyForm form) {
    AsymmetricCipherKeyPair pair =
        variant.group().keyPair(random.named("chip-authentication-mapping"));
    document.mappingKey((ECPrivateKeyParameters) pair.getPrivate());
    SubjectPublicKeyInfo key = PublicKeys.of(pair.getPublic(), form);
    return new SecurityInfos().chipKey(key, OptionalInt.empty());
  }
}
