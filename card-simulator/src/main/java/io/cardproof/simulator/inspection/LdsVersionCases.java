package io.cardproof.simulator.inspection;

import static io.cardproof.simulator.inspection.Sequences.and;
import static io.cardproof.simulator.inspection.Sequences.with;

import io.cardproof.simulator.issuer.IssuingFault;
import io.cardproof.simulator.persona.Document;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;

/** The chips of the unit {@code sod} that name another version of the LDS. */
final class LdsVersionCases {
  private static final String UNICODE = "040000";

  private LdsVersionCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "LDS_H_86", new Versioned(1, "0108"),
        "LDS_H_87", new Versioned(0, "0108"),
        "LDS_H_88", LdsObjects.object(object -> with(object, 0, new ASN1Integer(1))),
        "LDS_H_89", new Versioned(1, "0109"));
  }

  /**
   * A security object that names the version of the LDS, and EF.COM with the same.
   *
   * @param object version of the LDSSecurityObject
   * @param lds version of the LDS
   */
  private record Versioned(int object, String lds) implements CaseFault {
    @Override
    public IssuingFault issuing() {
      ASN1Encodable versions =
          new DERSequence(
              new ASN1Encodable[] {new DERPrintableString(lds), new DERPrintableString(UNICODE)});
      return LdsObjects.object(usual -> versioned(usual, versions)).issuing();
    }

    private ASN1Sequence versioned(ASN1Sequence usual, ASN1Encodable versions) {
      return and(with(usual, 0, new ASN1Integer(object)), versions);
    }

    @Override
    public Document signed(Document document) {
      byte[] com = Contents.file(document, Document.COM);
      // Tag 60 and length, tag 5F01 and length, then the version's four digits.
      System.arraycopy(lds.getBytes(StandardCharsets.US_ASCII), 0, com, 5, lds.length());
      return document.with(Document.COM, com);
    }
  }
}
