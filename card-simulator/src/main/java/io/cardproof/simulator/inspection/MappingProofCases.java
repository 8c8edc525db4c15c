package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SecurityInfos;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.PaceVariant;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.simulator.tlv.DataObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSequence;

/** The chips of the unit {@code pace} with Chip Authentication Mapping, ICAO 9303-11 §4.4.3.5. */
final class MappingProofCases {
  private static final int TOKEN = 0x86;
  private static final int DATA = 0x8A;
  private static final int OTHER = 0x8B;
  private static final int UNEXPECTED_BYTES = 32;
  private static final ASN1Sequence UNRELATED =
      new DERSequence(
          new ASN1Encodable[] {
            new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1.1"), new ASN1Integer(1)
          });

  private MappingProofCases() {}

  static Map<String, CaseFault> faults() {
    Map<String, CaseFault> faults = new HashMap<>();
    faults.put("ISO7816_G_29", sending(data -> data));
    faults.put("ISO7816_G_30", new Data(data -> new byte[data.length]));
    faults.put("ISO7816_G_31", new Data(MappingProofCases::withOtherFirst));
    faults.put("ISO7816_G_32", sending(data -> DataObject.encode(OTHER, data)));
    faults.put("ISO7816_G_33", sending(data -> DataObject.encode(DATA, new byte[0])));
    faults.put("ISO7816_G_34", mapping(CaseFault.none()));
    faults.put("ISO7816_G_35", PaceStep.AUTHENTICATE.objects(MappingProofCases::withUnexpected));
    faults.put("ISO7816_G_38", mapping(CaseFault.unsigned(MappingProofCases::withoutCopies)));
    faults.put("ISO7816_G_39", mapping(new OtherKey()));
    faults.put(
        "ISO7816_G_40",
        mapping(
            CaseFault.unsigned(
                document ->
                    SecurityInfoSets.inCardSecurity(
                        document, SecurityInfoSets.without(SecurityInfoSets.CHIP_KEY)))));
    faults.put("ISO7816_G_41", OwnChip.each(onEveryCurve()));
    return faults;
  }

  private static CaseFault mapping(CaseFault fault) {
    return new OnMapping(fault);
  }

  /** The token, and then the encrypted data in another form. */
  private static CaseFault sending(UnaryOperator<byte[]> form) {
    return mapping(
        PaceStep.AUTHENTICATE.objects(
            usual ->
                PaceStep.joined(
                    usual,
                    object ->
                        object.tag() == DATA ? form.apply(object.value()) : object.encoded())));
  }

  private static byte[] withOtherFirst(byte[] data) {
    byte[] other = data.clone();
    other[0] ^= 0x01;
    return other;
  }

  private static byte[] withUnexpected(List<DataObject> usual) {
    List<DataObject> more = new ArrayList<>(usual);
    byte[] unexpected = new byte[UNEXPECTED_BYTES];
    Arrays.fill(unexpected, (byte) TOKEN);
    more.add(DataObject.of(DATA, unexpected));
    return PaceStep.joined(more, DataObject::encoded);
  }

  private static Document withoutCopies(Document document) {
    return SecurityInfoSets.inDg14(
        document,
        usual ->
            SecurityInfoSets.adding(UNRELATED)
                .apply(SecurityInfoSets.without(SecurityInfoSets.PACE).apply(usual)));
  }

  private static List<Supplier<PersonaBuilder>> onEveryCurve() {
    List<Supplier<PersonaBuilder>> chips = new ArrayList<>();
    for (StandardGroup group : StandardGroup.values()) {
      if (group.isCurve()) {
        chips.add(() -> Carrier.pace(PaceVariant.chipAuthentication(group, SessionCipher.AES_128)));
      }
    }
    return chips;
  }

  /** A fault of a chip that proves itself in PACE. */
  private static final class OnMapping implements CaseFault {
    private final CaseFault fault;

    OnMapping(CaseFault fault) {
      this.fault = fault;
    }

    @Override
    public Carrier carrier(Carrier named) {
      return Carrier.PACE_CAM;
    }

    @Override
    public Document unsigned(Document document, RandomSource random) {
      return fault.unsigned(document, random);
    }

    @Override
    public void chip(ChipImage.Builder chip, Document document) {
      if (document.mappingKey().isEmpty()) {
        throw new IllegalArgumentException("the case needs a document with PACE-CAM");
      }
      fault.chip(chip, document);
    }
  }

  /** The data of the proof are others before they are encrypted. */
  private static final class Data implements CaseFault {
    private final UnaryOperator<byte[]> change;

    Data(UnaryOperator<byte[]> change) {
      this.change = change;
    }

    @Override
    public Carrier carrier(Carrier named) {
      return Carrier.PACE_CAM;
    }

    @Override
    public void chip(ChipImage.Builder chip, Document document) {
      chip.mappingData(change);
    }
  }

  /** EF.CardSecurity has another key than the chip. */
  private static final class OtherKey implements CaseFault {
    @Override
    public Document unsigned(Document document, RandomSource random) {
      byte[] infos =
          new SecurityInfos()
              .chipKey(
                  PublicKeys.of(
                      StandardGroup.BRAINPOOL_P256R1
                          .keyPair(random.named("other-mapping-key"))
                          .getPublic(),
                      KeyForm.EXPLICIT),
                  OptionalInt.empty())
              .inOrder();
      ASN1Sequence key = ASN1Sequence.getInstance(ASN1Set.getInstance(infos).getObjectAt(0));
      return SecurityInfoSets.inCardSecurity(
          document, SecurityInfoSets.each(SecurityInfoSets.CHIP_KEY, old -> key));
    }
  }
}
