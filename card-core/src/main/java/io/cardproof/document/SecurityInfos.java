package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * What a document announces, in the order of the chip, ICAO 9303-11 §9.2.
 *
 * @param raw the SET as it stands in the file
 * @param all every info, unknown and malformed ones too
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public record SecurityInfos(Bytes raw, List<SecurityInfo> all) {
  /** Copies the list. */
  public SecurityInfos {
    all = List.copyOf(all);
  }

  /** Reads EF.CardAccess, which is the DER SET itself. */
  public static SecurityInfos parse(Bytes der) throws MalformedDocumentException {
    throw new UnsupportedOperationException();
  }

  /** Reads data group 14, the SET in a template 6E. */
  public static SecurityInfos forDg14(Bytes ef) throws MalformedDocumentException {
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
  }

  /** The signature algorithm of Active Authentication, if the document names one. */
  public Optional<SecurityInfo.ActiveAuthenticationInfo> activeAuthentication() {
    return all(SecurityInfo.ActiveAuthenticationInfo.class).stream().findFirst();
  }

  /** Whether the document announces Terminal Authentication. */
  public boolean terminalAuthentication() {
    return !all(SecurityInfo.TerminalAuthenticationInfo.class).isEmpty();
  }
}
