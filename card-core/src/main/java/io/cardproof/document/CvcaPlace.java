package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/**
 * Where EF.CVCA is, if the document says that it is not in its usual place, TR-03110-3 §A.1.1.3
 * (efCVCA of TerminalAuthenticationInfo).
 *
 * @param fid the file identifier
 * @param sfi the short file identifier, if it has one
 */
public record CvcaPlace(int fid, OptionalInt sfi) {
  private static final int FID_BYTES = 2;
  private static final int MAX_LENGTH = 1024;

  /** What the document says of it; nothing if it does not, or cannot be understood. */
  public static Optional<CvcaPlace> of(SecurityInfos infos) {
    return infos.all(SecurityInfo.TerminalAuthenticationInfo.class).stream()
        .flatMap(info -> read(info.raw()).stream())
        .findFirst();
  }

  private static Optional<CvcaPlace> read(Bytes info) {
    try {
      return Der.read(FileId.DG14, info, MAX_LENGTH, CvcaPlace::place);
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<CvcaPlace> place(ASN1Primitive info) throws IOException {
    ASN1Sequence parts = ASN1Sequence.getInstance(info);
    if (parts.size() < 3) {
      return Optional.empty();
    }
    ASN1Sequence file = ASN1Sequence.getInstance(parts.getObjectAt(2));
    byte[] fid = ASN1OctetString.getInstance(file.getObjectAt(0)).getOctets();
    if (fid.length != FID_BYTES) {
      throw new IOException("not a file identifier");
    }
    return Optional.of(
        new CvcaPlace(((fid[0] & 0xFF) << 8) | (fid[1] & 0xFF), shortIdentifier(file)));
  }

  private static OptionalInt shortIdentifier(ASN1Sequence file) throws IOException {
    if (file.size() < 2) {
      return OptionalInt.empty();
    }
    byte[] sfi = ASN1OctetString.getInstance(file.getObjectAt(1)).getOctets();
    if (sfi.length != 1 || sfi[0] < 1 || sfi[0] > 30) {
      throw new IOException("not a short file identifier");
    }
    return OptionalInt.of(sfi[0]);
  }
}
