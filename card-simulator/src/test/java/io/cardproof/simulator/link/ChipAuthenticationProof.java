package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.jmrtd.protocol.PACECAMResult;
import org.jmrtd.protocol.PACEGMMappingResult;

/** Verifies the data of Chip Authentication Mapping, which JMRTD only hands back. */
final class ChipAuthenticationProof {
  private static final int BLOCK = 16;

  private ChipAuthenticationProof() {}

  /** Whether the data times the static public key is the chip's mapping key, §4.4.3.3.3. */
  static void verify(PACECAMResult result, ECPrivateKeyParameters staticKey)
      throws GeneralSecurityException {
    byte[] data = decrypted(result);
    assertJmrtdHasAWrongFirstBlock(result.getChipAuthenticationData(), data);
    assertEquals((staticKey.getParameters().getN().bitLength() + 7) / 8, data.length);
    ECPoint publicKey = staticKey.getParameters().getG().multiply(staticKey.getD());
    ECPoint expected = publicKey.multiply(new BigInteger(1, data)).normalize();
    ECPublicKey mappingKey =
        (ECPublicKey) ((PACEGMMappingResult) result.getMappingResult()).getPICCMappingPublicKey();
    assertEquals(mappingKey.getW().getAffineX(), expected.getAffineXCoord().toBigInteger());
    assertEquals(mappingKey.getW().getAffineY(), expected.getAffineYCoord().toBigInteger());
  }

  private static byte[] decrypted(PACECAMResult result) throws GeneralSecurityException {
    Cipher ones = Cipher.getInstance("AES/ECB/NoPadding");
    ones.init(Cipher.ENCRYPT_MODE, result.getWrapper().getEncryptionKey());
    byte[] allOnes = new byte[BLOCK];
    Arrays.fill(allOnes, (byte) 0xFF);
    Cipher chained = Cipher.getInstance("AES/CBC/NoPadding");
    chained.init(
        Cipher.DECRYPT_MODE,
        result.getWrapper().getEncryptionKey(),
        new IvParameterSpec(ones.doFinal(allOnes)));
    byte[] padded = chained.doFinal(result.getEncryptedChipAuthenticationData());
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    assertEquals((byte) 0x80, padded[end]);
    return Arrays.copyOf(padded, end);
  }

  /** JMRTD decrypts with FF…FF for the vector where §4.4.3.5.1 wants its encryption. */
  private static void assertJmrtdHasAWrongFirstBlock(byte[] fromJmrtd, byte[] data) {
    assertEquals(data.length, fromJmrtd.length);
    assertArrayEquals(
        Arrays.copyOfRange(data, BLOCK, data.length),
        Arrays.copyOfRange(fromJmrtd, BLOCK, fromJmrtd.length));
    assertFalse(Arrays.equals(data, fromJmrtd));
  }
}
