package io.cardproof.simulator.inspection;

import io.cardproof.simulator.persona.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DLSet;

/** The chips of the unit {@code dg14}. */
final class Dg14Cases {
  private static final int TAG = 0x6E;
  private static final String KEYS = "0.4.0.127.0.7.2.2.1.";
  private static final String CHIP_AUTHENTICATION = "0.4.0.127.0.7.2.2.3.";
  private static final int OTHER_VERSION = 10;

  private Dg14Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "LDS_F_01", file(FileChange.at(0, "6F")),
        "LDS_F_02", file(FileChange.length(-1)),
        "LDS_F_03", file(FileChange.length(1)),
        "LDS_F_04", entry(KEYS, Dg14Cases::undefined),
        "LDS_F_05", entry(KEYS, info -> Sequences.without(info, 0)),
        "LDS_F_06",
            entry(
                CHIP_AUTHENTICATION,
                info -> Sequences.with(info, 1, new ASN1Integer(OTHER_VERSION))),
        "LDS_F_07", entry(CHIP_AUTHENTICATION, info -> Sequences.without(info, 1)));
  }

  private static ASN1Sequence undefined(ASN1Sequence key) {
    return Sequences.with(key, 0, new ASN1ObjectIdentifier(KEYS + "3"));
  }

  private static CaseFault file(UnaryOperator<byte[]> change) {
    return CaseFault.unsigned(FileChange.of(Document.DG_BASE + 14, change));
  }

  /** Another SecurityInfo in the place of the first of a protocol. */
  private static CaseFault entry(String protocol, UnaryOperator<ASN1Sequence> change) {
    return file(ObjectChange.valued(set -> changed(set, protocol, change), TAG));
  }

  private static byte[] changed(byte[] set, String protocol, UnaryOperator<ASN1Sequence> change) {
    ASN1EncodableVector infos = new ASN1EncodableVector();
    boolean found = false;
    for (ASN1Encodable each : ASN1Set.getInstance(set)) {
      ASN1Sequence info = ASN1Sequence.getInstance(each);
      boolean meant = !found && info.getObjectAt(0).toString().startsWith(protocol);
      infos.add(meant ? change.apply(info) : info);
      found |= meant;
    }
    if (!found) {
      throw new IllegalArgumentException("the case needs a document with Chip Authentication");
    }
    try {
      return new DLSet(infos).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
