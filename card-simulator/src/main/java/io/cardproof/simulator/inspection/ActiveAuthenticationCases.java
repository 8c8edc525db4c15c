package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.EcSignatureForm;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.SignatureTrailer;
import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SecurityInfos;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.ActiveAuthenticationPart;
import io.cardproof.simulator.persona.Document;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** The chips of the unit {@code active-authentication}, ICAO 9303-11 §6.1. */
final class ActiveAuthenticationCases {
  private static final int DG15 = Document.DG_BASE + 15;
  private static final int INTERNAL_AUTHENTICATE = 0x88;
  private static final int SALT = 32;
  private static final String ACTIVE_AUTHENTICATION = "2.23.136.1.1.5";
  private static final String NO_ALGORITHM = "0.4.0.127.0.7.1.1.4.1.99";

  private ActiveAuthenticationCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "ISO7816_F_01", signsWith(Hash.SHA_1, SignatureTrailer.IMPLICIT),
        "ISO7816_F_02", ellipticKey(Hash.SHA_256.plainEcdsaOid()),
        "ISO7816_F_03", signsWithPss(),
        "ISO7816_F_04", signsWith(Hash.SHA_224, SignatureTrailer.EXPLICIT),
        "ISO7816_F_05", signsWith(Hash.SHA_256, SignatureTrailer.EXPLICIT),
        "ISO7816_F_06", signsWith(Hash.SHA_384, SignatureTrailer.EXPLICIT),
        "ISO7816_F_07", signsWith(Hash.SHA_512, SignatureTrailer.EXPLICIT),
        "ISO7816_F_08", signsWith(Hash.SHA_256, SignatureTrailer.UNKNOWN),
        "ISO7816_F_09", ellipticKey(NO_ALGORITHM));
  }

  /** The same RSA key, used in another way: no file speaks of it. */
  private static CaseFault signsWith(Hash hash, SignatureTrailer trailer) {
    return CaseFault.unsigned(
        document ->
            document.toBuilder()
                .activeAuthentication(
                    ActiveAuthenticationPart.rsa(rsa(document).key(), hash, trailer))
                .build());
  }

  private static CaseFault ellipticKey(String announcedOid) {
    return new CaseFault() {
      @Override
      public Document unsigned(Document document, RandomSource random) {
        AsymmetricCipherKeyPair pair =
            StandardGroup.BRAINPOOL_P256R1.keyPair(random.named("case-active-authentication"));
        SecurityInfos info = new SecurityInfos().activeAuthentication(announcedOid);
        return document.toBuilder()
            .file(DG15, DataGroups.dg15(PublicKeys.encoded(pair.getPublic(), KeyForm.NAMED)))
            .file(Announced.DG14, Announced.instead(document, List.of(ACTIVE_AUTHENTICATION), info))
            .activeAuthentication(
                new ActiveAuthenticationPart.Ec(
                    (ECPrivateKeyParameters) pair.getPrivate(),
                    Hash.SHA_256,
                    EcSignatureForm.PLAIN))
            .build();
      }
    };
  }

  private static CaseFault signsWithPss() {
    return new CaseFault() {
      @Override
      public void chip(ChipImage.Builder chip, Document document) {
        ActiveAuthenticationPart.Rsa part = rsa(document);
        chip.interference(
            ChipFault.plain(
                (exchange, answer) ->
                    exchange.ins() == INTERNAL_AUTHENTICATE
                        ? pss(part, exchange, answer)
                        : answer));
      }
    };
  }

  private static Answer pss(ActiveAuthenticationPart.Rsa part, Exchange exchange, Answer answer) {
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec(
              "SHA-256",
              "MGF1",
              MGF1ParameterSpec.SHA256,
              SALT,
              PSSParameterSpec.TRAILER_FIELD_BC));
      signature.initSign(part.key());
      signature.update(exchange.data());
      return answer.withData(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform signs with RSASSA-PSS", e);
    }
  }

  private static ActiveAuthenticationPart.Rsa rsa(Document document) {
    return document
        .activeAuthentication()
        .filter(ActiveAuthenticationPart.Rsa.class::isInstance)
        .map(ActiveAuthenticationPart.Rsa.class::cast)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the case needs a document with Active Authentication under an RSA key"));
  }
}
