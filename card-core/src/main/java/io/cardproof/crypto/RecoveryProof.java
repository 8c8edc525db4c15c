package io.cardproof.crypto;

import io.cardproof.crypto.ActiveAuthenticationCheck.Form;
import io.cardproof.crypto.ActiveAuthenticationCheck.Signed;
import io.cardproof.crypto.ProofException.Fault;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.BigIntegers;

/**
 * Active Authentication with RSA: ISO/IEC 9796-2 signature scheme 1 with partial message recovery,
 * ICAO 9303-11 §6.1.2.2.
 */
final class RecoveryProof {
  private static final int LONGEST_KEY_BITS = 8192;
  private static final int SHORTEST_KEY_BITS = 1024;
  private static final int LONGEST_EXPONENT_BITS = 64;
  private static final int AGREED = 0xBC;
  private static final int NAMED = 0xCC;
  // ISO/IEC 10118-3: what stands before CC.
  private static final Map<Integer, String> NAMES =
      Map.of(
          0x33, Digests.SHA_1,
          0x34, "SHA-256",
          0x35, "SHA-512",
          0x36, "SHA-384",
          0x38, "SHA-224");
  // SHA-1 is what BC means unless issuer and inspection system agreed on another.
  private static final List<String> AGREEABLE =
      List.of(Digests.SHA_1, "SHA-256", "SHA-224", "SHA-384", "SHA-512");

  private final RSAPublicKey key;
  private final Optional<String> announced;

  private RecoveryProof(RSAPublicKey key, Optional<String> announced) {
    this.key = key;
    this.announced = announced;
  }

  /** The header, then the recoverable part, then the hash, then the trailer. */
  private record Representative(Bytes bytes, int messageAt, int trailerLength) {
    int hashEnd() {
      return bytes.length() - trailerLength;
    }
  }

  static RecoveryProof of(Bytes spki, Optional<String> announcedOid) throws ProofException {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(spki.toByteArray());
      RSAPublicKey key = bounded(RSAPublicKey.getInstance(info.parsePublicKey()));
      return new RecoveryProof(key, announcedOid.flatMap(RecoveryProof::digestOf));
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new ProofException(Fault.KEY_MALFORMED, "malformed RSA key");
    }
  }

  int responseBytes() {
    return (key.getModulus().bitLength() + 7) / 8;
  }

  Signed verify(Bytes challenge, Bytes response) throws ProofException {
    byte[] opened = open(response);
    int last = opened[opened.length - 1] & 0xFF;
    if (last == AGREED) {
      Representative representative = new Representative(Bytes.of(opened), messageAt(opened), 1);
      for (String digest : announced.map(List::of).orElse(AGREEABLE)) {
        if (signs(representative, digest, challenge)) {
          return new Signed(digest, Form.RECOVERY_AGREED_DIGEST);
        }
      }
    } else {
      Representative representative = new Representative(Bytes.of(opened), messageAt(opened), 2);
      String digest = named(opened, last);
      if (signs(representative, digest, challenge)) {
        return new Signed(digest, Form.RECOVERY_NAMED_DIGEST);
      }
    }
    throw new ProofException(
        Fault.SIGNATURE_INVALID, "the signed hash is not that of the challenge");
  }

  // An announcement that names no digest of RSA leaves the choice as it was.
  private static Optional<String> digestOf(String oid) {
    return SignatureScheme.named(oid)
        .filter(scheme -> scheme.family() == SignatureScheme.Family.RSA)
        .map(SignatureScheme::digest)
        .filter(AGREEABLE::contains);
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
  private byte[] open(Bytes response) throws ProofException {
    BigInteger modulus = key.getModulus();
    BigInteger signature = new BigInteger(1, response.toByteArray());
    if (response.length() != responseBytes() || signature.compareTo(modulus) >= 0) {
      throw new ProofException(
          Fault.SIGNATURE_MALFORMED, "the answer does not have the length of the key");
    }
    BigInteger opened = signature.modPow(key.getPublicExponent(), modulus);
    if (!endsInC(opened)) {
      opened = modulus.subtract(opened);
    }
    if (!endsInC(opened) || opened.bitLength() > modulus.bitLength()) {
      throw notRecoverable();
    }
    return BigIntegers.asUnsignedByteArray(responseBytes(), opened);
  }

  private static boolean endsInC(BigInteger number) {
    return (number.intValue() & 0x0F) == 0x0C;
  }

  // The header is 6A; where the recoverable part is shorter than the space, nibbles B lie between.
  private static int messageAt(byte[] representative) throws ProofException {
    int high = (representative[0] & 0xF0) >> 4;
    int at = 0;
    while (high == 6 && at < representative.length && (representative[at] & 0x0F) == 0x0B) {
      at++;
      if (at < representative.length && (representative[at] & 0xF0) != 0xB0) {
        throw notRecoverable();
      }
    }
    if (high != 6 || at == representative.length || (representative[at] & 0x0F) != 0x0A) {
      throw notRecoverable();
    }
    return at + 1;
  }

  private static String named(byte[] representative, int last) throws ProofException {
    String digest = NAMES.get(representative[representative.length - 2] & 0xFF);
    if (last != NAMED || digest == null) {
      throw new ProofException(Fault.SIGNATURE_MALFORMED, "the trailer names no digest");
    }
    return digest;
  }

  private static boolean signs(Representative representative, String name, Bytes challenge) {
    MessageDigest digest = Digests.ofPlatform(name);
    int hashAt = representative.hashEnd() - digest.getDigestLength();
    if (hashAt < representative.messageAt()) {
      return false;
    }
    Bytes recovered = representative.bytes().slice(representative.messageAt(), hashAt);
    digest.update(recovered.toByteArray());
    Bytes hash = Bytes.of(digest.digest(challenge.toByteArray()));
    return hash.equalsInConstantTime(
        representative.bytes().slice(hashAt, representative.hashEnd()));
  }

  private static ProofException notRecoverable() {
    return new ProofException(
        Fault.SIGNATURE_INVALID, "not a signature with partial recovery under this key");
  }
}
