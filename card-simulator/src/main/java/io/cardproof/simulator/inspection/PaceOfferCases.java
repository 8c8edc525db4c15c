package io.cardproof.simulator.inspection;

import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SecurityInfos;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.PaceVariant;
import io.cardproof.simulator.persona.PersonaBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/** The chips of the unit {@code pace} that differ in what they offer, ICAO 9303-11 §9.2.3. */
final class PaceOfferCases {
  private static final StandardGroup CURVE = StandardGroup.BRAINPOOL_P256R1;
  private static final StandardGroup NUMBERS = StandardGroup.MODP_2048_256;
  private static final SessionCipher USUAL = SessionCipher.TRIPLE_DES;
  private static final int UNASSIGNED = 7;
  private static final int OWN = 32;
  private static final int PARAMETERS = 2;
  // The version and the header of the parameters: the protocol before it ends in 02 01 as well.
  private static final byte[] VERSION = {0x02, 0x01, 0x02, 0x02, 0x01};
  private static final String NO_SUCH_MAPPING = "0.4.0.127.0.7.2.2.4.5.2";
  private static final List<ASN1Sequence> UNKNOWN =
      List.of(
          info("0.4.0.127.0.7.2.2.99", new ASN1Integer(1)),
          info("1.3.6.1.4.1.99999.1.1", new ASN1Integer(1), new ASN1Integer(13)));

  private PaceOfferCases() {}

  static Map<String, CaseFault> faults() {
    Map<String, CaseFault> faults = new HashMap<>();
    faults.put("ISO7816_G_01", CaseFault.none());
    faults.put("ISO7816_G_02", each(groups(), group -> PaceVariant.generic(group, USUAL)));
    faults.put("ISO7816_G_03", each(mappable(), group -> PaceVariant.integrated(group, USUAL)));
    faults.put("ISO7816_G_04", each(protocols(), Function.identity()));
    faults.put(
        "ISO7816_G_05",
        CaseFault.unsigned(
            document ->
                SecurityInfoSets.inBoth(
                    document, SecurityInfoSets.adding(UNKNOWN.toArray(new ASN1Sequence[0])))));
    faults.put("ISO7816_G_06", OwnChip.of(PaceOfferCases::several));
    faults.put("ISO7816_G_07", OwnChip.of(PaceOfferCases::withOwnParameters));
    faults.put("ISO7816_G_27", CaseFault.signed(PaceOfferCases::withWrongLength));
    faults.put("ISO7816_G_28", CaseFault.unsigned(PaceOfferCases::withUnassignedParameters));
    faults.put("ISO7816_G_36", new NoSuchMapping());
    faults.put("ISO7816_G_37", new NoSuchMapping());
    return faults;
  }

  private static <T> CaseFault each(Stream<T> kinds, Function<T, PaceVariant> variant) {
    List<Supplier<PersonaBuilder>> chips = new ArrayList<>();
    kinds.map(variant).forEach(way -> chips.add(() -> Carrier.pace(way)));
    return OwnChip.each(chips);
  }

  private static Stream<StandardGroup> groups() {
    return Arrays.stream(StandardGroup.values());
  }

  // The standard has no integrated mapping onto a curve whose prime is 1 modulo 4.
  private static Stream<StandardGroup> mappable() {
    return groups().filter(group -> group != StandardGroup.SECP224R1);
  }

  private static Stream<PaceVariant> protocols() {
    List<PaceVariant> ways = new ArrayList<>();
    for (SessionCipher cipher : SessionCipher.values()) {
      for (StandardGroup group : List.of(NUMBERS, CURVE)) {
        ways.add(PaceVariant.generic(group, cipher));
        ways.add(PaceVariant.integrated(group, cipher));
      }
      if (cipher != SessionCipher.TRIPLE_DES) {
        ways.add(PaceVariant.chipAuthentication(CURVE, cipher));
      }
    }
    return ways.stream();
  }

  private static PersonaBuilder several() {
    return Carrier.pace(
        PaceVariant.generic(CURVE, USUAL),
        PaceVariant.integrated(StandardGroup.SECP256R1, SessionCipher.AES_128),
        PaceVariant.generic(NUMBERS, SessionCipher.AES_128),
        PaceVariant.generic(StandardGroup.BRAINPOOL_P384R1, SessionCipher.AES_256));
  }

  private static PersonaBuilder withOwnParameters() {
    return Carrier.pace(
        PaceVariant.generic(CURVE, USUAL),
        PaceVariant.generic(StandardGroup.SECP256R1, SessionCipher.AES_128).explicit(OWN));
  }

  /** The version of PACEInfo claims to have two bytes. */
  private static Document withWrongLength(Document document) {
    byte[] changed = SecurityInfoSets.cardAccess(document).clone();
    for (int i = 0; i + VERSION.length < changed.length; i++) {
      if (Arrays.equals(changed, i, i + VERSION.length, VERSION, 0, VERSION.length)) {
        changed[i + 1] = 0x02;
        return document.withMasterFile(Document.CARD_ACCESS, changed);
      }
    }
    throw new IllegalArgumentException("the case needs a document with PACEInfo version 2");
  }

  private static Document withUnassignedParameters(Document document) {
    return SecurityInfoSets.inBoth(
        document,
        SecurityInfoSets.each(
            SecurityInfoSets.PACE,
            info -> Sequences.with(info, PARAMETERS, new ASN1Integer(UNASSIGNED))));
  }

  private static ASN1Sequence info(String oid, ASN1Integer... parts) {
    return Arrays.stream(parts)
        .reduce(
            (ASN1Sequence) new DERSequence(new ASN1ObjectIdentifier(oid)),
            Sequences::and,
            (one, other) -> one);
  }

  /** A mapping that the standard does not have is offered beside a good one. */
  private static final class NoSuchMapping implements CaseFault {
    @Override
    public Document unsigned(Document document, RandomSource random) {
      ASN1Sequence offer =
          info(NO_SUCH_MAPPING, new ASN1Integer(2), new ASN1Integer(CURVE.parameterId()));
      Document offering = SecurityInfoSets.inBoth(document, SecurityInfoSets.adding(offer));
      byte[] key =
          new SecurityInfos()
              .chipKey(
                  PublicKeys.of(
                      CURVE.keyPair(random.named("no-such-mapping")).getPublic(), KeyForm.EXPLICIT),
                  OptionalInt.empty())
              .inOrder();
      Document secured = offering.toBuilder().cardSecurity(key).build();
      return SecurityInfoSets.inCardSecurity(
          secured, SecurityInfoSets.adding(SecurityInfoSets.ofCardAccess(secured)));
    }
  }
}
