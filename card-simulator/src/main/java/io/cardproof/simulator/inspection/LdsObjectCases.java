package io.cardproof.simulator.inspection;

import static io.cardproof.simulator.inspection.LdsObjects.entry;
import static io.cardproof.simulator.inspection.LdsObjects.hashes;
import static io.cardproof.simulator.inspection.LdsObjects.indexOf;
import static io.cardproof.simulator.inspection.LdsObjects.object;
import static io.cardproof.simulator.inspection.Sequences.and;
import static io.cardproof.simulator.inspection.Sequences.with;
import static io.cardproof.simulator.inspection.Sequences.without;

import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.issuer.IssuingFault;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.persona.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/** The chips of the unit {@code sod} whose LDSSecurityObject is correctly signed and wrong. */
final class LdsObjectCases {
  private static final int HASH_ALGORITHM = 1;
  private static final int UNDEFINED_VERSION = 5;
  private static final int NOT_A_DATA_GROUP = 0xFF;
  private static final int DG10 = 10;

  private final Map<String, CaseFault> faults = new HashMap<>();

  private LdsObjectCases() {}

  static Map<String, CaseFault> faults() {
    LdsObjectCases cases = new LdsObjectCases();
    cases.objects();
    cases.entries();
    cases.lists();
    return cases.faults;
  }

  private void objects() {
    faults.put("LDS_H_39", object(object -> with(object, 0, new ASN1Integer(UNDEFINED_VERSION))));
    faults.put("LDS_H_40", object(object -> without(object, 0)));
    faults.put("LDS_H_41", CaseFault.issuing(new Md5Hashes()));
    faults.put("LDS_H_42", object(object -> without(object, HASH_ALGORITHM)));
  }

  private void entries() {
    faults.put("LDS_H_43", entry(2, LdsObjects::wrongHash));
    faults.put("LDS_H_44", hashes(hashes -> without(hashes, indexOf(hashes, 1))));
    faults.put("LDS_H_45", hashes(hashes -> and(hashes, LdsObjects.newEntry(DG10))));
    faults.put("LDS_H_46", entry(1, entry -> with(entry, 0, new ASN1Integer(NOT_A_DATA_GROUP))));
    faults.put("LDS_H_47", entry(2, entry -> without(entry, 0)));
    faults.put("LDS_H_69", new ChangedPortrait());
  }

  private void lists() {
    faults.put("LDS_H_90", new UnannouncedFingers(UnaryOperator.identity()));
    faults.put("LDS_H_91", hashes(hashes -> without(hashes, indexOf(hashes, 2))));
    faults.put("LDS_H_92", new UnannouncedFingers(hashes -> without(hashes, indexOf(hashes, 2))));
  }

  /** Files hashed with MD5. */
  private static final class Md5Hashes implements IssuingFault {
    @Override
    public ASN1Sequence securityObject(ASN1Sequence usual, Map<Integer, byte[]> dataGroups) {
      ASN1EncodableVector hashes = new ASN1EncodableVector();
      dataGroups.forEach(
          (number, file) ->
              hashes.add(
                  new DERSequence(
                      new ASN1Encodable[] {
                        new ASN1Integer(number), new DEROctetString(Md5Signature.md5(file))
                      })));
      return with(with(usual, HASH_ALGORITHM, Md5Signature.MD5), 2, new DERSequence(hashes));
    }
  }

  /** A portrait that was changed after signing, and a signed hash that fits neither. */
  private static final class ChangedPortrait implements CaseFault {
    @Override
    public IssuingFault issuing() {
      return entry(2, LdsObjects::wrongHash).issuing();
    }

    @Override
    public Document signed(Document document) {
      byte[] portrait = Contents.file(document, Document.DG_BASE + 2);
      portrait[portrait.length - 1] ^= (byte) 0xFF;
      return document.with(Document.DG_BASE + 2, portrait);
    }
  }

  /** Fingers on the chip and in EF.SOD of which EF.COM says nothing. */
  private record UnannouncedFingers(UnaryOperator<ASN1Sequence> list) implements CaseFault {
    private static final int DG3 = Document.DG_BASE + 3;

    @Override
    public Document unsigned(Document document, RandomSource random) {
      List<Integer> announced =
          document.files().keySet().stream()
              .map(fid -> fid - Document.DG_BASE)
              .filter(number -> number >= 1 && number <= 16 && number != 3)
              .toList();
      return document
          .with(Document.COM, DataGroups.com(announced))
          .with(DG3, DataGroups.dg3(random.named("unannounced-fingers")));
    }

    @Override
    public IssuingFault issuing() {
      return hashes(list).issuing();
    }
  }
}
