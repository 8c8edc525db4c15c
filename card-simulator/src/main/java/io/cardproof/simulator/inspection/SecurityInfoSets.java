package io.cardproof.simulator.inspection;

import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DLSet;

/** Changes of what a document announces in EF.CardAccess, DG14 and EF.CardSecurity. */
final class SecurityInfoSets {
  static final String PACE = "0.4.0.127.0.7.2.2.4";
  static final String TERMINAL_AUTHENTICATION = "0.4.0.127.0.7.2.2.2";
  static final String CHIP_KEY = "0.4.0.127.0.7.2.2.1";
  private static final int DG14 = Document.DG_BASE + 14;

  private SecurityInfoSets() {}

  /** What becomes of a set of SecurityInfos. */
  interface Change extends UnaryOperator<List<ASN1Sequence>> {}

  /** Another EF.CardAccess, which nobody signed. */
  static Document inCardAccess(Document document, Change change) {
    return document.withMasterFile(Document.CARD_ACCESS, changed(cardAccess(document), change));
  }

  /** EF.CardAccess as it is. */
  static byte[] cardAccess(Document document) {
    byte[] usual = document.masterFiles().get(Document.CARD_ACCESS);
    if (usual == null) {
      throw new IllegalArgumentException("the case needs a document with PACE");
    }
    return usual;
  }

  /** Another DG14; to be signed. */
  static Document inDg14(Document document, Change change) {
    byte[] usual = document.files().get(DG14);
    if (usual == null) {
      throw new IllegalArgumentException("the case needs a document with DG14");
    }
    return document.with(DG14, DataGroups.dg14(changed(content(usual), change)));
  }

  /** EF.CardAccess and DG14 alike; to be signed. */
  static Document inBoth(Document document, Change change) {
    return inDg14(inCardAccess(document, change), change);
  }

  /** What EF.CardSecurity signs; to be signed. */
  static Document inCardSecurity(Document document, Change change) {
    byte[] usual =
        document
            .cardSecurity()
            .orElseThrow(
                () -> new IllegalArgumentException("the case needs a document with PACE-CAM"));
    return document.toBuilder().cardSecurity(changed(usual, change)).build();
  }

  /** One more info at the end. */
  static Change adding(ASN1Sequence... infos) {
    return usual -> {
      List<ASN1Sequence> more = new ArrayList<>(usual);
      more.addAll(List.of(infos));
      return more;
    };
  }

  /** Without the infos of a protocol. */
  static Change without(String protocol) {
    return usual -> usual.stream().filter(info -> !isOf(info, protocol)).toList();
  }

  /** Each info of a protocol as {@code change} has it. */
  static Change each(String protocol, UnaryOperator<ASN1Sequence> change) {
    return usual ->
        usual.stream().map(info -> isOf(info, protocol) ? change.apply(info) : info).toList();
  }

  /** What EF.CardAccess announces. */
  static ASN1Sequence[] ofCardAccess(Document document) {
    return infos(cardAccess(document)).toArray(new ASN1Sequence[0]);
  }

  private static boolean isOf(ASN1Sequence info, String protocol) {
    ASN1ObjectIdentifier oid = ASN1ObjectIdentifier.getInstance(info.getObjectAt(0));
    return oid.getId().equals(protocol) || oid.on(new ASN1ObjectIdentifier(protocol));
  }

  private static byte[] changed(byte[] set, Change change) {
    try {
      return new DLSet(change.apply(infos(set)).toArray(new ASN1Encodable[0]))
          .getEncoded(ASN1Encoding.DL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ASN1Sequence> infos(byte[] set) {
    List<ASN1Sequence> infos = new ArrayList<>();
    for (ASN1Encodable info : ASN1Set.getInstance(set)) {
      infos.add(ASN1Sequence.getInstance(info));
    }
    return infos;
  }

  private static byte[] content(byte[] dg14) {
    try {
      return DataObject.parseAll(dg14).get(0).value();
    } catch (MalformedDataException e) {
      throw new IllegalArgumentException("DG14 is no data object", e);
    }
  }
}
