package io.cardproof.simulator.inspection;

import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.issuer.SecurityInfos;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DLSet;

/** Changes of what DG14 announces: some SecurityInfos go, others come. */
final class Announced {
  static final int DG14 = Document.DG_BASE + 14;

  private Announced() {}

  /**
   * DG14 with {@code added} in place of all infos below the arcs of {@code dropped}.
   *
   * @throws IllegalArgumentException if the document has no DG14
   */
  static byte[] instead(Document document, List<String> dropped, SecurityInfos added) {
    ASN1EncodableVector infos = new ASN1EncodableVector();
    for (ASN1Encodable info : set(document)) {
      if (dropped.stream().noneMatch(arc -> isBelow(info, arc))) {
        infos.add(info);
      }
    }
    ASN1Set.getInstance(added.inOrder()).forEach(infos::add);
    try {
      return DataGroups.dg14(new DLSet(infos).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ASN1Set set(Document document) {
    byte[] dg14 = document.files().get(DG14);
    if (dg14 == null) {
      throw new IllegalArgumentException("the case needs a document with DG14");
    }
    try {
      return ASN1Set.getInstance(DataObject.parseAll(dg14).get(0).value());
    } catch (MalformedDataException e) {
      throw new IllegalArgumentException("the case needs a document with a well-formed DG14", e);
    }
  }

  private static boolean isBelow(ASN1Encodable info, String arc) {
    ASN1ObjectIdentifier oid =
        ASN1ObjectIdentifier.getInstance(ASN1Sequence.getInstance(info).getObjectAt(0));
    return oid.on(new ASN1ObjectIdentifier(arc)) || oid.getId().equals(arc);
  }
}
