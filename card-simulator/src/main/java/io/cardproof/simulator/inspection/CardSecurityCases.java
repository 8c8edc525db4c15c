package io.cardproof.simulator.inspection;

import static io.cardproof.simulator.issuer.StandardGroup.BRAINPOOL_P256R1;
import static io.cardproof.simulator.issuer.StandardGroup.SECP256R1;

import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SigningKey;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DLSet;

/** The chips of the unit {@code card-security}: EF.CardSecurity is signed as it stands. */
final class CardSecurityCases {
  private static final String PACE_GM = "0.4.0.127.0.7.2.2.4.2";
  private static final String PACE_GM_3DES = PACE_GM + ".1";
  private static final String CHIP_KEY = "0.4.0.127.0.7.2.2.1.2";
  private static final String TERMINAL_AUTHENTICATION = "0.4.0.127.0.7.2.2.2";
  private static final int OWN_PARAMETERS = 32;

  private CardSecurityCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "LDS_J_01", new Signed(infos -> and(infos, terminalAuthentication())),
        "LDS_J_02", new Signed(infos -> without(infos, PACE_GM_3DES)),
        "LDS_J_03", new OtherDomain(),
        "LDS_J_04", new Signed(infos -> nameless(infos, CHIP_KEY)));
  }

  /** Another EF.CardSecurity, signed. */
  private record Signed(UnaryOperator<List<ASN1Sequence>> change) implements CaseFault {
    @Override
    public Carrier carrier(Carrier named) {
      return named == Carrier.PACE ? Carrier.PACE_CAM : Carrier.EAC_PACE_CAM;
    }

    @Override
    public Document unsigned(Document document, RandomSource random) {
      byte[] usual =
          document
              .cardSecurity()
              .orElseThrow(
                  () -> new IllegalArgumentException("the case needs a document with PACE-CAM"));
      return document.toBuilder().cardSecurity(set(change.apply(list(usual)))).build();
    }
  }

  /** Domain parameters of the chip's own that EF.CardSecurity has otherwise. */
  private static final class OtherDomain implements CaseFault {
    private static final int DG14 = Document.DG_BASE + 14;
    private static final int HEADER = 2;

    @Override
    public Carrier carrier(Carrier named) {
      return Carrier.EAC_PACE_CAM;
    }

    @Override
    public Document unsigned(Document document, RandomSource random) {
      Signed other = new Signed(infos -> and(infos, domain(SECP256R1)));
      byte[] announced = Contents.masterFile(document, Document.CARD_ACCESS);
      byte[] options = Contents.file(document, DG14);
      return other
          .unsigned(document, random)
          .withMasterFile(Document.CARD_ACCESS, set(and(list(announced), domain(BRAINPOOL_P256R1))))
          .with(DG14, DataGroups.dg14(set(and(list(inside(options)), domain(BRAINPOOL_P256R1)))));
    }

    private static byte[] inside(byte[] file) {
      int lengthBytes = (file[1] & 0x80) == 0 ? 0 : file[1] & 0x7F;
      return Arrays.copyOfRange(file, HEADER + lengthBytes, file.length);
    }
  }

  private static List<ASN1Sequence> list(byte[] set) {
    List<ASN1Sequence> infos = new ArrayList<>();
    ASN1Set.getInstance(set).forEach(info -> infos.add(ASN1Sequence.getInstance(info)));
    return infos;
  }

  private static byte[] set(List<ASN1Sequence> infos) {
    return SigningKey.inOrder(new DLSet(infos.toArray(new ASN1Encodable[0])));
  }

  private static List<ASN1Sequence> and(List<ASN1Sequence> infos, ASN1Sequence added) {
    List<ASN1Sequence> more = new ArrayList<>(infos);
    more.add(added);
    return more;
  }

  private static List<ASN1Sequence> without(List<ASN1Sequence> infos, String oid) {
    return infos.stream().filter(info -> !isOf(info, oid)).toList();
  }

  private static List<ASN1Sequence> nameless(List<ASN1Sequence> infos, String oid) {
    return infos.stream().map(info -> isOf(info, oid) ? Sequences.without(info, 0) : info).toList();
  }

  private static boolean isOf(ASN1Sequence info, String oid) {
    return info.getObjectAt(0).equals(new ASN1ObjectIdentifier(oid));
  }

  private static ASN1Sequence terminalAuthentication() {
    return new DERSequence(
        new ASN1Encodable[] {
          new ASN1ObjectIdentifier(TERMINAL_AUTHENTICATION), new ASN1Integer(1)
        });
  }

  private static ASN1Sequence domain(StandardGroup group) {
    return new DERSequence(
        new ASN1Encodable[] {
          new ASN1ObjectIdentifier(PACE_GM),
          PublicKeys.algorithm(group, KeyForm.EXPLICIT),
          new ASN1Integer(OWN_PARAMETERS)
        });
  }
}
