package io.cardproof.crypto;

import io.cardproof.crypto.ProofException.Fault;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Active Authentication with RSA: ICAO 9303-11 §6.1, ISO/IEC 9796-2 signature scheme 1 with partial
 * message recovery. It convinces anyone who chose the challenge.
 */
public final class ActiveAuthenticationCheck {
  private static final int LONGEST_KEY_BITS = 8192;
  private static final int SHORTEST_KEY_BITS = 1024;
  private static final int LONGEST_EXPONENT_BITS = 64;
  private static final int PARTIAL_RECOVERY = 0x6A;

  private ActiveAuthenticationCheck() {}

  /** The hash that a trailer names, and the trailer's length. */
  private record Trailer(String digest, int length) {}

  /**
   * Judges the answer to INTERNAL AUTHENTICATE.
   *
   * @param publicKeySpki the SubjectPublicKeyInfo in DG15
   * @param challenge what the terminal sent
   * @param response what the chip answered, without the status word
   * @throws ProofException if the answer is not the key's signature over the challenge
   */
  public static void verify(Bytes publicKeySpki, Bytes challenge, Bytes response)
      throws ProofException {
    RSAPublicKey key = rsaKey(publicKeySpki);
    byte[] representative = open(key, response);
    Trailer trailer = trailer(representative);
    byte[] hash = digest(trailer.digest(), representative, trailer, challenge);
    int hashEnd = representative.length - trailer.length();
    byte[] signed = Arrays.copyOfRange(representative, hashEnd - hash.length, hashEnd);
    if (!MessageDigest.isEqual(hash, signed)) {
      throw invalid("the signed hash is not that of the challenge");
    }
  }

  /**
   * The length of an answer under this key, in bytes.
   *
   * @throws ProofException if it is not an RSA key
   */
  public static int responseBytes(Bytes publicKeySpki) throws ProofException {
    return (rsaKey(publicKeySpki).getModulus().bitLength() + 7) / 8;
  }

  private static RSAPublicKey rsaKey(Bytes spki) throws ProofException {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(spki.toByteArray());
      if (!PKCSObjectIdentifiers.rsaEncryption.equals(info.getAlgorithm().getAlgorithm())) {
        throw new ProofException(Fault.UNSUPPORTED, "not an RSA key");
      }
      return bounded(RSAPublicKey.getInstance(info.parsePublicKey()));
    } catch (java.io.IOException | IllegalArgumentException | IllegalStateException e) {
      throw new ProofException(Fault.KEY_MALFORMED, "malformed SubjectPublicKeyInfo");
    }
  }

  private static RSAPublicKey bounded(RSAPublicKey key) throws ProofException {
    int bits = key.getModulus().bitLength();
    BigInteger exponent = key.getPublicExponent();
    if (key.getModulus().signum() <= 0 || !key.getModulus().testBit(0)) {
      throw new ProofException(Fault.KEY_MALFORMED, "not an RSA modulus");
    }
    if (exponent.compareTo(BigInteger.TWO) <= 0 || !exponent.testBit(0)) {
      throw new ProofException(Fault.KEY_MALFORMED, "not an RSA exponent");
    }
    if (bits < SHORTEST_KEY_BITS
        || bits > LONGEST_KEY_BITS
        || exponent.bitLength() > LONGEST_EXPONENT_BITS) {
      throw new ProofException(Fault.UNSUPPORTED, "an RSA key of unusual size");
    }
    return key;
  }

  // ISO/IEC 9796-2 allows either the power or its complement to be sent; the representative always
  // ends in the nibble C, which tells them apart.
  private static byte[] open(RSAPublicKey key, Bytes response) throws ProofException {
    BigInteger modulus = key.getModulus();
    int length = (modulus.bitLength() + 7) / 8;
    BigInteger signature = new BigInteger(1, response.toByteArray());
    if (response.length() != length || signature.compareTo(modulus) >= 0) {
      throw invalid("the answer does not have the length of the key");
    }
    BigInteger opened = signature.modPow(key.getPublicExponent(), modulus);
    if (!endsInC(opened)) {
      opened = modulus.subtract(opened);
    }
    byte[] representative = fixedLength(opened, length);
    if (!endsInC(opened) || (representative[0] & 0xFF) != PARTIAL_RECOVERY) {
      throw invalid("not a signature with partial recovery");
    }
    return representative;
  }

  private static boolean endsInC(BigInteger number) {
    return (number.intValue() & 0x0F) == 0x0C;
  }

  private static byte[] fixedLength(BigInteger number, int length) {
    byte[] minimal = number.toByteArray();
    byte[] fixed = new byte[length];
    int used = Math.min(minimal.length, length);
    System.arraycopy(minimal, minimal.length - used, fixed, length - used, used);
    return fixed;
  }

  // BC stands for the hash agreed beforehand, which is SHA-1 for the implicit trailer.
  private static Trailer trailer(byte[] representative) throws ProofException {
    int last = representative[representative.length - 1] & 0xFF;
    if (last == 0xBC) {
      return new Trailer("SHA-1", 1);
    }
    if (last != 0xCC) {
      throw invalid("unknown trailer");
    }
    return switch (representative[representative.length - 2] & 0xFF) {
      case 0x33 -> new Trailer("SHA-1", 2);
      case 0x34 -> new Trailer("SHA-256", 2);
      case 0x35 -> new Trailer("SHA-512", 2);
      case 0x36 -> new Trailer("SHA-384", 2);
      case 0x38 -> new Trailer("SHA-224", 2);
      default -> throw invalid("unknown trailer");
    };
  }

  private static byte[] digest(
      String algorithm, byte[] representative, Trailer trailer, Bytes challenge)
      throws ProofException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
    int recovered = representative.length - trailer.length() - digest.getDigestLength() - 1;
    if (recovered < 0) {
      throw invalid("the hash does not fit");
    }
    digest.update(representative, 1, recovered);
    return digest.digest(challenge.toByteArray());
  }

  private static ProofException invalid(String message) {
    return new ProofException(Fault.SIGNATURE_INVALID, message);
  }
}
