package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;

/**
 * What a document announces, in the order of the chip, ICAO 9303-11 §9.2.
 *
 * @param raw the SET as it stands in the file
 * @param all every info, unknown and malformed ones too
 */
public record SecurityInfos(Bytes raw, List<SecurityInfo> all) {

  /** Copies the list. */
  public SecurityInfos {
    all = List.copyOf(all);
  }

  /** Reads EF.CardAccess, which is the DER SET itself. */
  public static SecurityInfos parse(Bytes der) throws MalformedDocumentException {
    return parse(FileId.CARD_ACCESS, der);
  }

  /** Reads the SET in {@code file}: also what EF.CardSecurity signs. */
  public static SecurityInfos parse(FileId file, Bytes der) throws MalformedDocumentException {
    return Der.read(
        file, der, ContentLimits.fileBytes(file), set -> new SecurityInfos(der, infos(set)));
  }

  /** Reads data group 14, the SET in a template 6E. */
  public static SecurityInfos forDg14(Bytes ef) throws MalformedDocumentException {
    return parse(FileId.DG14, Tlv.template(FileId.DG14, ef).value());
  }

  /** The infos of one kind, in the order of the chip. */
  public <T extends SecurityInfo> List<T> all(Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** PACE offers, in the order of the chip. */
  public List<SecurityInfo.PaceInfo> pace() {
    return all(SecurityInfo.PaceInfo.class);
  }

  /** Keys for Chip Authentication, in the order of the chip. */
  public List<SecurityInfo.ChipAuthenticationPublicKey> chipAuthenticationKeys() {
    return all(SecurityInfo.ChipAuthenticationPublicKey.class);
  }

  /** The ways to run Chip Authentication that follow from keys and infos. */
  public ChipAuthenticationOffers chipAuthentication() {
    return ChipAuthenticationOffers.of(this);
  }

  /** The signature algorithm of Active Authentication, if the document names one. */
  public Optional<SecurityInfo.ActiveAuthenticationInfo> activeAuthentication() {
    return all(SecurityInfo.ActiveAuthenticationInfo.class).stream().findFirst();
  }

  /** Whether the document announces Terminal Authentication. */
  public boolean terminalAuthentication() {
    return !all(SecurityInfo.TerminalAuthenticationInfo.class).isEmpty();
  }

  private static List<SecurityInfo> infos(ASN1Primitive set) throws IOException {
    List<SecurityInfo> infos = new ArrayList<>();
    for (ASN1Encodable element : ASN1Set.getInstance(set)) {
      infos.add(SecurityInfoReader.read(element));
    }
    return infos;
  }
}
