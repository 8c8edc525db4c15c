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
  private static final int MAX_LENGTH = 64 * 1024;
  private static final String DIFFIE_HELLMAN_KEY = "0.4.0.127.0.7.2.2.1.1";
  private static final String DIFFIE_HELLMAN = "0.4.0.127.0.7.2.2.3.1.";
  private static final String ELLIPTIC_CURVE = "0.4.0.127.0.7.2.2.3.2.";
  private static final String AES_128 = "2";

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
    return Der.read(file, der, MAX_LENGTH, set -> new SecurityInfos(der, infos(set)));
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

  /**
   * The protocol to run with this key: that of the info with the same key identifier, else the only
   * one that fits, else the one of AES-128, which is what cards that forget the info speak.
   */
  public String chipAuthenticationProtocol(SecurityInfo.ChipAuthenticationPublicKey key) {
    List<SecurityInfo.ChipAuthenticationInfo> fitting =
        all(SecurityInfo.ChipAuthenticationInfo.class).stream()
            .filter(info -> info.oid().startsWith(protocolsOf(key)))
            .toList();
    return fitting.stream()
        .filter(info -> info.keyId().equals(key.keyId()))
        .findFirst()
        .or(() -> fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty())
        .map(SecurityInfo.ChipAuthenticationInfo::oid)
        .orElse(protocolsOf(key) + AES_128);
  }

  /** The signature algorithm of Active Authentication, if the document names one. */
  public Optional<SecurityInfo.ActiveAuthenticationInfo> activeAuthentication() {
    return all(SecurityInfo.ActiveAuthenticationInfo.class).stream().findFirst();
  }

  /** Whether the document announces Terminal Authentication. */
  public boolean terminalAuthentication() {
    return !all(SecurityInfo.TerminalAuthenticationInfo.class).isEmpty();
  }

  private static String protocolsOf(SecurityInfo.ChipAuthenticationPublicKey key) {
    return key.oid().equals(DIFFIE_HELLMAN_KEY) ? DIFFIE_HELLMAN : ELLIPTIC_CURVE;
  }

  private static List<SecurityInfo> infos(ASN1Primitive set) throws IOException {
    List<SecurityInfo> infos = new ArrayList<>();
    for (ASN1Encodable element : ASN1Set.getInstance(set)) {
      infos.add(SecurityInfoReader.read(element));
    }
    return infos;
  }
}
