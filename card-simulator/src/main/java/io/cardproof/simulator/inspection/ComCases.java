package io.cardproof.simulator.inspection;

import io.cardproof.simulator.issuer.IssuingFault;
import io.cardproof.simulator.persona.Document;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;

/** The chips of the unit {@code com}. */
final class ComCases {
  private static final int COMMON = 0x60;
  private static final int LDS_VERSION = 0x5F01;
  private static final int UNICODE_VERSION = 0x5F36;
  private static final int TAG_LIST = 0x5C;
  private static final int DG1_TAG = 0x61;
  private static final String LDS_1_8 = "30313038";

  private ComCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "LDS_A_01", common(FileChange.at(0, "61")),
        "LDS_A_02", common(FileChange.length(-1)),
        "LDS_A_03", common(FileChange.length(1)),
        "LDS_A_04", common(ObjectChange.valued("30333030", COMMON, LDS_VERSION)),
        "LDS_A_05", common(ObjectChange.without(COMMON, LDS_VERSION)),
        "LDS_A_06", common(ObjectChange.valued("303530303030", COMMON, UNICODE_VERSION)),
        "LDS_A_07", common(ObjectChange.without(COMMON, UNICODE_VERSION)),
        "LDS_A_08", common(ObjectChange.valued(ComCases::withoutDg1, COMMON, TAG_LIST)),
        "LDS_A_09", common(ObjectChange.without(COMMON, TAG_LIST)),
        "LDS_A_10", new Version18());
  }

  /** Nobody signs EF.COM. */
  private static CaseFault common(UnaryOperator<byte[]> change) {
    return CaseFault.signed(FileChange.of(Document.COM, change));
  }

  private static byte[] withoutDg1(byte[] tags) {
    ByteArrayOutputStream others = new ByteArrayOutputStream();
    for (byte tag : tags) {
      if (tag != DG1_TAG) {
        others.write(tag);
      }
    }
    return others.toByteArray();
  }

  /** LDS 1.8, which EF.COM and the signed object name alike. */
  private static final class Version18 implements CaseFault {
    @Override
    public IssuingFault issuing() {
      return LdsObjects.object(Version18::named).issuing();
    }

    @Override
    public Document signed(Document document) {
      return common(ObjectChange.valued(LDS_1_8, COMMON, LDS_VERSION)).signed(document);
    }

    private static ASN1Sequence named(ASN1Sequence usual) {
      DERSequence versions =
          new DERSequence(
              new DERPrintableString[] {
                new DERPrintableString("0108"), new DERPrintableString("040000")
              });
      return Sequences.and(Sequences.with(usual, 0, new ASN1Integer(1)), versions);
    }
  }
}
