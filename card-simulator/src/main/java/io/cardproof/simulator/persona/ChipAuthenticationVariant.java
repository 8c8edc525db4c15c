package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import java.util.List;
import java.util.OptionalInt;

/**
 * One key of Chip Authentication and what DG14 says about it (ICAO 9303-11 §6.2).
 *
 * @param group where the key lies
 * @param ciphers what it may be used with: one ChipAuthenticationInfo for each
 * @param keyId its identifier, needed where there are several keys
 * @param form how the public key describes its group
 * @param announcement whether the chip says what the key is for
 */
public record ChipAuthenticationVariant(
    StandardGroup group,
    List<SessionCipher> ciphers,
    OptionalInt keyId,
    KeyForm form,
    Announcement announcement) {
  private static final String CHIP_AUTHENTICATION = "0.4.0.127.0.7.2.2.3.";

  /** Copies the list. */
  public ChipAuthenticationVariant {
    ciphers = List.copyOf(ciphers);
  }

  /** A key for one cipher or several, without identifier, its group written out. */
  public static ChipAuthenticationVariant of(StandardGroup group, SessionCipher... ciphers) {
    if (ciphers.length == 0) {
      throw new IllegalArgumentException("a key needs a cipher to be used with");
    }
    return new ChipAuthenticationVariant(
        group, List.of(ciphers), OptionalInt.empty(), KeyForm.EXPLICIT, Announcement.ANNOUNCED);
  }

  /** The same with an identifier. */
  public ChipAuthenticationVariant keyId(int id) {
    return new ChipAuthenticationVariant(group, ciphers, OptionalInt.of(id), form, announcement);
  }

  /** The same, its group described in that way. */
  public ChipAuthenticationVariant form(KeyForm value) {
    return new ChipAuthenticationVariant(group, ciphers, keyId, value, announcement);
  }

  /** The same without ChipAuthenticationInfo. */
  public ChipAuthenticationVariant unannounced() {
    return new ChipAuthenticationVariant(group, ciphers, keyId, form, Announcement.FORGOTTEN);
  }

  /** The protocol with that cipher in dotted form. */
  public String oid(SessionCipher cipher) {
    return CHIP_AUTHENTICATION + (group.isCurve() ? 2 : 1) + "." + cipher.arc();
  }
}
