package io.cardproof.cli.trace;

import io.cardproof.simulator.chip.SignatureTrailer;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.persona.ActiveAuthenticationVariant;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a chip with a key of RSA does Active Authentication: its signature ends with the hash. */
final class RsaTwin {
  /** The longest key that is made, in bits: a trace can name one that takes for ever. */
  static final int LONGEST = 4096;

  private static final int IMPLICIT = 0xBC;
  private static final int EXPLICIT = 0xCC;
  private static final int BYTE = 0xFF;
  // ISO/IEC 10118-3.
  private static final Map<Integer, Hash> HASHES =
      Map.of(
          0x33, Hash.SHA_1,
          0x34, Hash.SHA_256,
          0x35, Hash.SHA_512,
          0x36, Hash.SHA_384,
          0x38, Hash.SHA_224);

  private RsaTwin() {}

  /**
   * A key of the same length, if that can be, that signs in the same way; as most chips do where
   * there is no signature to tell.
   */
  static ActiveAuthenticationVariant of(Bytes spki, Optional<Bytes> signature) {
    try {
      RSAPublicKey key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(new X509EncodedKeySpec(spki.toByteArray()));
      int whole = (key.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE * Byte.SIZE;
      int bits = Math.min(whole, LONGEST);
      int trailer = signature.map(bytes -> trailer(key, bytes)).orElse(IMPLICIT);
      @Nullable Hash hash = (trailer & BYTE) == EXPLICIT ? HASHES.get(trailer >> Byte.SIZE) : null;
      return hash == null
          ? ActiveAuthenticationVariant.rsa(bits, Hash.SHA_1)
          : ActiveAuthenticationVariant.rsa(bits, hash, SignatureTrailer.EXPLICIT);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a key of RSA", e);
    }
  }

  /** The last two bytes of what was signed. */
  private static int trailer(RSAPublicKey key, Bytes signature) {
    return new BigInteger(1, signature.toByteArray())
            .modPow(key.getPublicExponent(), key.getModulus())
            .intValue()
        & 0xFFFF;
  }
}
