package io.cardproof.check;

import io.cardproof.document.FileId;
import java.util.Locale;

/**
 * The stable name of a check. The list is append-only.
 *
 * @param value such as {@code passive-authentication.signature}
 */
public record CheckId(String value) {
  /** The issuer's signer signed the security object, ICAO 9303-11 §5.1. */
  public static final CheckId SIGNATURE = new CheckId("passive-authentication.signature");

  /** The signer was certified by a trusted country signer, ICAO 9303-12 §6.1.2. */
  public static final CheckId CHAIN = new CheckId("passive-authentication.chain");

  /** Signer and country signer were valid when they signed, ICAO 9303-12 §4.1. */
  public static final CheckId VALIDITY = new CheckId("passive-authentication.validity");

  /** The signer is not revoked, ICAO 9303-12 §6.1.2. */
  public static final CheckId REVOCATION = new CheckId("passive-authentication.revocation");

  /** EF.CardSecurity is as its issuer signed it, by the state that signed the security object. */
  public static final CheckId CARD_SECURITY = new CheckId("passive-authentication.card-security");

  /** The chip holds the key of DG14, ICAO 9303-11 §6.2. */
  public static final CheckId CHIP_AUTHENTICATION = new CheckId("chip-authentication");

  /** The chip holds the key of DG15, ICAO 9303-11 §6.1. */
  public static final CheckId ACTIVE_AUTHENTICATION = new CheckId("active-authentication");

  /** The chip holds the key of EF.CardSecurity, ICAO 9303-11 §4.4.3.3.3. */
  public static final CheckId PACE_CAM = new CheckId("pace-cam");

  /** The best access protocol that the document announces was used, ICAO 9303-11 §4.2. */
  public static final CheckId DOWNGRADE = new CheckId("access.downgrade");

  /** The strongest proof of the chip that the document announces was obtained. */
  public static final CheckId PROOF_DOWNGRADE = new CheckId("chip-proof.downgrade");

  /** The chip let the terminal at what it opens to authorised terminals, TR-03110-1 §3.5. */
  public static final CheckId TERMINAL_AUTHENTICATION = new CheckId("terminal-authentication");

  /** The state that issued the document is the state that signed it. */
  public static final CheckId ISSUER = new CheckId("consistency.issuer");

  /** The machine readable zone agrees with itself, ICAO 9303-3 §4.9. */
  public static final CheckId MRZ = new CheckId("consistency.mrz");

  /** DG13 of a Vietnamese card agrees with its DG1. */
  public static final CheckId DG13 = new CheckId("consistency.dg13");

  /** What was presented agrees with the chip. */
  public static final CheckId PRESENTED = new CheckId("consistency.presented");

  /** The files on the chip are those that its issuer listed, ICAO 9303-10 §4.6. */
  public static final CheckId FILES = new CheckId("consistency.files");

  /** The content of the files is laid out as the standards say, ICAO 9303-10 §4.7. */
  public static final CheckId CONTENT = new CheckId("content-conformance");

  /** The document is not past its date. */
  public static final CheckId EXPIRY = new CheckId("document.expiry");

  /** The file is the one that the security object lists, ICAO 9303-11 §5.1. */
  public static CheckId hash(FileId file) {
    return new CheckId("passive-authentication.hash." + file.label().toLowerCase(Locale.ROOT));
  }

  // A record's own are put together at the first call, which a fresh virtual machine notices.
  @Override
  public boolean equals(Object other) {
    return other instanceof CheckId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
