package io.cardproof.simulator.inspection;

import static io.cardproof.simulator.issuer.SessionCipher.TRIPLE_DES;
import static io.cardproof.simulator.issuer.StandardGroup.BRAINPOOL_P224R1;
import static io.cardproof.simulator.issuer.StandardGroup.MODP_1024_160;
import static io.cardproof.simulator.issuer.StandardGroup.MODP_2048_256;
import static io.cardproof.simulator.issuer.StandardGroup.SECP224R1;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.Phase;
import io.cardproof.simulator.chip.ProtectedAnswer;
import io.cardproof.simulator.issuer.DetailFiles;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SecurityInfos;
import io.cardproof.simulator.persona.ChipAuthenticationVariant;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.jspecify.annotations.Nullable;

/** The chips of the unit {@code chip-authentication}, ICAO 9303-11 §6.2 and §9.2.5. */
final class ChipAuthenticationCases {
  private static final ChipAuthenticationVariant CURVE =
      ChipAuthenticationVariant.of(BRAINPOOL_P224R1, TRIPLE_DES);
  private static final ChipAuthenticationVariant RESIDUES =
      ChipAuthenticationVariant.of(MODP_1024_160, TRIPLE_DES);
  private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
  private static final int KEY_AGREEMENT_TEMPLATE = 0x41A6;
  private static final int AUTHENTICATION_TEMPLATE = 0x41A4;
  private static final int WRONG_DATA = 0x6A80;
  private static final int LONGEST_APDU = 2_048;

  /** Each inspection of the same card is refused in the next way. */
  private static final List<Integer> REFUSALS =
      List.of(0x6A80, 0x6A86, 0x6A88, 0x6984, 0x6985, 0x6300, 0x6F00);

  private ChipAuthenticationCases() {}

  static Map<String, CaseFault> faults() {
    return Map.ofEntries(
        Map.entry("ISO7816_D_01", NewChipKeys.of(RESIDUES)),
        Map.entry("ISO7816_D_02", NewChipKeys.of(CURVE)),
        Map.entry(
            "ISO7816_D_03", ChipFault.of(NewChipKeys.of(CURVE.keyId(1)), new InsistsOnReference())),
        Map.entry("ISO7816_D_04", NewChipKeys.of(CURVE.keyId(1), RESIDUES.keyId(2))),
        Map.entry(
            "ISO7816_D_05",
            NewChipKeys.of(
                CURVE.keyId(1),
                RESIDUES.keyId(2),
                ChipAuthenticationVariant.of(SECP224R1, TRIPLE_DES).keyId(3))),
        Map.entry("ISO7816_D_06", NewChipKeys.of(CURVE.keyId(1), announcedAs(CURVE.keyId(9)))),
        Map.entry("ISO7816_D_07", NewChipKeys.of(RESIDUES, ofAnotherChip())),
        Map.entry("ISO7816_D_08", NewChipKeys.of(CURVE, ofAnotherChip())),
        Map.entry("ISO7816_D_09", ChipFault.of(new KeepsOldKeys())),
        Map.entry("ISO7816_D_10", CaseFault.none()),
        Map.entry("ISO7816_D_11", NewChipKeys.of(RESIDUES, inGroupOf(withoutParameters()))),
        Map.entry("ISO7816_D_12", NewChipKeys.of(CURVE, inGroupOf(anotherCurve()))),
        Map.entry("ISO7816_D_13", NewChipKeys.of(CURVE.keyId(1), keyNumbered(2))),
        Map.entry(
            "ISO7816_D_14",
            announcingLengths(
                NewChipKeys.of(ChipAuthenticationVariant.of(MODP_2048_256, TRIPLE_DES)))),
        Map.entry("ISO7816_D_15", ChipFault.of(new Refuses())));
  }

  private static NewChipKeys.Notice announcedAs(ChipAuthenticationVariant shown) {
    return (variant, own, other) ->
        NewChipKeys.announcement(shown).and(NewChipKeys.key(shown, own));
  }

  private static NewChipKeys.Notice ofAnotherChip() {
    return (variant, own, other) ->
        NewChipKeys.announcement(variant).and(NewChipKeys.key(variant, other));
  }

  private static NewChipKeys.Notice keyNumbered(int keyId) {
    return (variant, own, other) ->
        NewChipKeys.announcement(variant).and(NewChipKeys.key(variant.keyId(keyId), own));
  }

  private static NewChipKeys.Notice inGroupOf(AlgorithmIdentifier algorithm) {
    return (variant, own, other) ->
        NewChipKeys.announcement(variant).and(key(variant, own, algorithm));
  }

  private static SecurityInfos key(
      ChipAuthenticationVariant variant,
      AsymmetricKeyParameter publicKey,
      AlgorithmIdentifier algorithm) {
    byte[] value = PublicKeys.of(publicKey, variant.form()).getPublicKeyData().getOctets();
    return new SecurityInfos().chipKey(new SubjectPublicKeyInfo(algorithm, value), variant.keyId());
  }

  private static AlgorithmIdentifier withoutParameters() {
    return new AlgorithmIdentifier(
        PublicKeys.algorithm(MODP_1024_160, KeyForm.EXPLICIT).getAlgorithm());
  }

  private static AlgorithmIdentifier anotherCurve() {
    return PublicKeys.algorithm(SECP224R1, KeyForm.EXPLICIT);
  }

  private static boolean choosesKey(Exchange exchange) {
    return exchange.ins() == MANAGE_SECURITY_ENVIRONMENT
        && (exchange.p1p2() == KEY_AGREEMENT_TEMPLATE
            || exchange.p1p2() == AUTHENTICATION_TEMPLATE);
  }

  private static CaseFault announcingLengths(CaseFault keys) {
    return new CaseFault() {
      @Override
      public Document unsigned(Document document, RandomSource random) {
        return keys.unsigned(document, random)
            .withMasterFile(Document.ATR_INFO, DetailFiles.information(LONGEST_APDU, LONGEST_APDU));
      }
    };
  }

  /** Takes no choice of a key without its reference, though it has one key only. */
  private static final class InsistsOnReference implements Interference {
    private static final int PRIVATE_KEY_REFERENCE = 0x84;

    @Override
    public Optional<Answer> instead(Exchange exchange) {
      return choosesKey(exchange) && !namesKey(exchange)
          ? Optional.of(Answer.status(WRONG_DATA))
          : Optional.empty();
    }

    private static boolean namesKey(Exchange exchange) {
      try {
        return DataObject.parseAll(exchange.data()).stream()
            .anyMatch(object -> object.tag() == PRIVATE_KEY_REFERENCE);
      } catch (MalformedDataException e) {
        return false;
      }
    }
  }

  /** Agrees, and goes on under the keys and the counter of the channel before. */
  private static final class KeepsOldKeys implements Interference {
    private @Nullable ProtectedAnswer last;
    private int exchangesSince;

    @Override
    public Interference forCard() {
      return new KeepsOldKeys();
    }

    @Override
    public ProtectedAnswer sealed(Exchange exchange, ProtectedAnswer answer) {
      if (exchange.phase() != Phase.CHIP_AUTHENTICATION || last == null) {
        last = answer;
        exchangesSince = 0;
        return answer;
      }
      exchangesSince++;
      return answer.underKeysOf(last, 2 * exchangesSince);
    }
  }

  private static final class Refuses implements Interference {
    private int refused;

    @Override
    public Interference forCard() {
      return new Refuses();
    }

    @Override
    public Optional<Answer> instead(Exchange exchange) {
      if (!choosesKey(exchange)) {
        return Optional.empty();
      }
      int status = REFUSALS.get(refused % REFUSALS.size());
      refused++;
      return Optional.of(Answer.status(status));
    }
  }
}
