package io.cardproof.simulator.issuer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cardproof.simulator.chip.TerminalRole;
import java.time.LocalDate;

/**
 * Somebody with a key and the CV certificate over it, TR-03110-3 §C.1: an authority, a document
 * verifier or an inspection system.
 */
public final class CvParty {
  private static final String INSPECTION_SYSTEM = "0.4.0.127.0.7.3.1.2.1";

  private final CvSubject subject;
  private final CvKey key;
  private final byte[] certificate;

  private CvParty(CvSubject subject, CvKey key, byte[] certificate) {
    this.subject = subject;
    this.key = key;
    this.certificate = certificate;
  }

  /** An authority that certifies itself. */
  public static CvParty authority(CvSubject subject, CvKey key) {
    return new CvParty(subject, key, sign(subject, key, subject.reference(), key));
  }

  /**
   * Certifies somebody under this party's key. For an authority the certificate is a link: it leads
   * from this one to its successor.
   */
  public CvParty certify(CvSubject other, CvKey otherKey) {
    return new CvParty(other, otherKey, sign(other, otherKey, subject.reference(), key));
  }

  /** Its name. */
  public String reference() {
    return subject.reference();
  }

  /** Its key pair. */
  public CvKey key() {
    return key;
  }

  /** Its certificate, 7F21; a copy. */
  public byte[] certificate() {
    return certificate.clone();
  }

  private static byte[] sign(
      CvSubject holder, CvKey holderKey, String authority, CvKey authorityKey) {
    byte[] body =
        Tlv.of(
            0x7F4E,
            Tlv.of(0x5F29, new byte[] {0}),
            Tlv.of(0x42, authority.getBytes(ISO_8859_1)),
            holder.role() == TerminalRole.AUTHORITY
                ? holderKey.authorityPublicKey()
                : holderKey.holderPublicKey(),
            Tlv.of(0x5F20, holder.reference().getBytes(ISO_8859_1)),
            Tlv.of(
                0x7F4C,
                Tlv.oid(INSPECTION_SYSTEM),
                Tlv.of(0x53, new byte[] {(byte) holder.authorization()})),
            Tlv.of(0x5F25, date(holder.effective())),
            Tlv.of(0x5F24, date(holder.expiration())));
    return Tlv.of(0x7F21, body, Tlv.of(0x5F37, authorityKey.sign(body)));
  }

  /** YYMMDD, one digit a byte, TR-03110-3 §D.2.1.3. */
  private static byte[] date(LocalDate date) {
    int year = date.getYear() % 100;
    int month = date.getMonthValue();
    int day = date.getDayOfMonth();
    return new byte[] {
      (byte) (year / 10),
      (byte) (year % 10),
      (byte) (month / 10),
      (byte) (month % 10),
      (byte) (day / 10),
      (byte) (day % 10)
    };
  }
}
