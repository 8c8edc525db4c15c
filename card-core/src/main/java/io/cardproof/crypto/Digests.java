package io.cardproof.crypto;

import io.cardproof.crypto.SignatureCheckException.Fault;
import io.cardproof.value.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The digests of ICAO 9303-12 §4.1.6.4 and their successors, by object identifier. */
public final class Digests {
  static final String SHA_1 = "SHA-1";
  private static final Map<String, String> NAMES =
      Map.of(
          "1.3.14.3.2.26", SHA_1,
          "2.16.840.1.101.3.4.2.4", "SHA-224",
          "2.16.840.1.101.3.4.2.1", "SHA-256",
          "2.16.840.1.101.3.4.2.2", "SHA-384",
          "2.16.840.1.101.3.4.2.3", "SHA-512",
          "2.16.840.1.101.3.4.2.7", "SHA3-224",
          "2.16.840.1.101.3.4.2.8", "SHA3-256",
          "2.16.840.1.101.3.4.2.9", "SHA3-384",
          "2.16.840.1.101.3.4.2.10", "SHA3-512");

  private static final Set<String> BROKEN =
      Set.of(
          "1.2.840.113549.2.2",
          "1.2.840.113549.2.4",
          "1.2.840.113549.2.5",
          "1.2.840.113549.1.1.2",
          "1.2.840.113549.1.1.3",
          "1.2.840.113549.1.1.4");

  private Digests() {}

  /**
   * The digest of {@code data} by the JDK.
   *
   * @throws SignatureCheckException if nobody here knows the algorithm
   */
  public static Bytes digest(String oid, Bytes data) throws SignatureCheckException {
    return Bytes.of(byName(name(oid)).digest(data.toByteArray()));
  }

  /** The usual names of all that are known here. */
  public static Collection<String> names() {
    return NAMES.values();
  }

  /** The usual name, such as {@code SHA-256}. */
  public static String name(String oid) throws SignatureCheckException {
    String name = NAMES.get(oid);
    refuseBroken(oid);
    if (name == null) {
      throw new SignatureCheckException(Fault.UNSUPPORTED, "unknown digest algorithm");
    }
    return name;
  }

  /**
   * Refuses MD5 and its predecessors, alone or in a signature with RSA.
   *
   * @throws SignatureCheckException if the identifier names one of them
   */
  static void refuseBroken(String oid) throws SignatureCheckException {
    if (BROKEN.contains(oid)) {
      throw new SignatureCheckException(Fault.FORBIDDEN, "a broken algorithm");
    }
  }

  /** One that every Java platform has: SHA-1 or of the family SHA-2. */
  static MessageDigest ofPlatform(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }

  static MessageDigest byName(String name) throws SignatureCheckException {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new SignatureCheckException(Fault.UNSUPPORTED, "the platform has no " + name);
    }
  }
}
