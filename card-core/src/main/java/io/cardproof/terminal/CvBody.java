package io.cardproof.terminal;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * What a CV certificate says, TR-03110-3 §C.1: the part that its issuer signs.
 *
 * @param authority the certification authority reference: whose key signs
 * @param publicKey the holder's key
 * @param holder the certificate holder reference: the name of that key
 * @param authorisation what the holder may
 * @param effective the first day
 * @param expires the last day
 * @param extensions the object 65 as it was read, or nothing
 */
public record CvBody(
    String authority,
    CvPublicKey publicKey,
    String holder,
    HolderAuthorisation authorisation,
    LocalDate effective,
    LocalDate expires,
    Bytes extensions) {
  private static final int MAX_REFERENCE_BYTES = 16;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  /** Checks what the encoding cannot say. */
  public CvBody {
    requireReference(authority);
    requireReference(holder);
    requireYear(effective);
    requireYear(expires);
  }

  /** A body without extensions. */
  public CvBody(
      String authority,
      CvPublicKey publicKey,
      String holder,
      HolderAuthorisation authorisation,
      LocalDate effective,
      LocalDate expires) {
    this(authority, publicKey, holder, authorisation, effective, expires, Bytes.empty());
  }

  /** Reads the data object 7F4E. */
  static CvBody read(CvReader outer) throws MalformedInputException {
    CvReader body = outer.nested(CvTag.BODY);
    if (!body.value(CvTag.PROFILE).equals(Bytes.of((byte) 0))) {
      throw body.malformed("not a certificate profile that is known here");
    }
    String authority = reference(body, CvTag.AUTHORITY);
    CvPublicKey publicKey = CvKeyReader.read(body.nested(CvTag.PUBLIC_KEY));
    String holder = reference(body, CvTag.HOLDER);
    HolderAuthorisation authorisation = authorisation(body.nested(CvTag.AUTHORISATION));
    LocalDate effective = CvDates.read(body, CvTag.EFFECTIVE);
    LocalDate expires = CvDates.read(body, CvTag.EXPIRES);
    Bytes extensions =
        body.optional(CvTag.EXTENSIONS).map(CvTag.EXTENSIONS::around).orElse(Bytes.empty());
    body.end();
    return new CvBody(authority, publicKey, holder, authorisation, effective, expires, extensions);
  }

  /** The data object 7F4E: what the issuer signs. */
  public Bytes encode() {
    return CvTag.BODY.around(
        CvTag.PROFILE.around(Bytes.of((byte) 0)),
        CvTag.AUTHORITY.around(latin(authority)),
        publicKey.encode(),
        CvTag.HOLDER.around(latin(holder)),
        CvTag.AUTHORISATION.around(
            CvOids.write(authorisation.oid()),
            CvTag.DISCRETIONARY_DATA.around(authorisation.bits())),
        CvTag.EFFECTIVE.around(CvDates.write(effective)),
        CvTag.EXPIRES.around(CvDates.write(expires)),
        extensions);
  }

  /**
   * The certificate that {@code issuer} signs.
   *
   * @param algorithm how the issuer's key signs, as the issuer's own certificate says
   * @throws TerminalKeyException if the issuer's key cannot be used, or not so
   */
  public CvCertificate signedBy(TerminalKey issuer, CvAlgorithm algorithm)
      throws TerminalKeyException {
    Bytes encoded = encode();
    return CvCertificate.of(this, encoded, issuer.sign(algorithm, encoded));
  }

  /** The bytes of a reference, as commands carry it. */
  public static Bytes latin(String reference) {
    return Bytes.of(reference.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String reference(CvReader body, CvTag tag) throws MalformedInputException {
    Bytes value = body.value(tag);
    if (value.isEmpty() || value.length() > MAX_REFERENCE_BYTES) {
      throw body.malformed("a reference of a length that is not allowed");
    }
    return new String(value.toByteArray(), StandardCharsets.ISO_8859_1);
  }

  private static HolderAuthorisation authorisation(CvReader template)
      throws MalformedInputException {
    String oid = CvOids.read(template);
    Bytes bits = template.value(CvTag.DISCRETIONARY_DATA);
    template.end();
    try {
      return new HolderAuthorisation(oid, bits);
    } catch (IllegalArgumentException e) {
      throw template.malformed("an authorisation of a length that is not allowed");
    }
  }

  private static void requireReference(String reference) {
    if (reference.isEmpty()
        || reference.length() > MAX_REFERENCE_BYTES
        || !StandardCharsets.ISO_8859_1.newEncoder().canEncode(reference)) {
      throw new IllegalArgumentException("a reference has from 1 to 16 characters of Latin 1");
    }
  }

  private static void requireYear(LocalDate date) {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException("a date of a certificate is from 2000 to 2099");
    }
  }
}
