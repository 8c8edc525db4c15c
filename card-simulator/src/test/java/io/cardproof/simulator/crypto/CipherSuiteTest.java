package io.cardproof.simulator.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys and MACs of ICAO 9303-11 §9.7 and §9.8. */
class CipherSuiteTest {
  private static final byte[] SECRET = {0, 1, 2, 3};

  @ParameterizedTest
  @CsvSource({"AES_128, SHA-1, 16", "AES_192, SHA-256, 24", "AES_256, SHA-256, 32"})
  void keysAreTheFirstBytesOfTheHash(CipherSuite suite, String digest, int length)
      throws GeneralSecurityException {
    MessageDigest hash = MessageDigest.getInstance(digest);
    hash.update(SECRET);
    byte[] expected = hash.digest(new byte[] {0, 0, 0, 2});
    assertArrayEquals(Arrays.copyOf(expected, length), suite.deriveKey(SECRET, 2));
    assertEquals(length, suite.keyLength());
  }

  @ParameterizedTest
  @EnumSource(CipherSuite.class)
  void decryptingUndoesEncrypting(CipherSuite suite) {
    byte[] key = suite.deriveKey(SECRET, 1);
    byte[] iv = new byte[suite.blockSize()];
    byte[] blocks = new byte[3 * suite.blockSize()];
    Arrays.fill(blocks, (byte) 7);
    assertArrayEquals(blocks, suite.decrypt(key, iv, suite.encrypt(key, iv, blocks)));
  }

  /** Message of 16 bytes of NIST SP 800-38B, appendix D, cut to eight bytes. */
  @ParameterizedTest
  @CsvSource({
    "AES_128, 2B7E151628AED2A6ABF7158809CF4F3C, 070A16B46B4D4144",
    "AES_192, 8E73B0F7DA0E6452C810F32B809079E562F8EAD2522C6B7B, 9E99A7BF31E71090",
    "AES_256, 603DEB1015CA71BE2B73AEF0857D77811F352C073B6108D72D9810A30914DFF4, 28A7023F452E8F82",
  })
  void cmacIsThePublishedOne(CipherSuite suite, String key, String mac) {
    byte[] message = HexFormat.of().parseHex("6BC1BEE22E409F96E93D7E117393172A");
    byte[] actual = suite.macOfMessage(HexFormat.of().parseHex(key), message);
    assertEquals(mac, HexFormat.of().withUpperCase().formatHex(actual));
  }
}
