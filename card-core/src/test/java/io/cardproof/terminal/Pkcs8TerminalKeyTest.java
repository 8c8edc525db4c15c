package io.cardproof.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.error.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs8TerminalKeyTest {
  private final TestKeys keys = TestKeys.named("file", "brainpoolP256r1");

  @Test
  void derAndPemAreTheSameKey(@TempDir Path directory) throws Exception {
    CvPublicKey publicKey = keys.publicKey(CvAlgorithm.ECDSA_SHA_256);
    Path der = Files.write(directory.resolve("key.der"), keys.pkcs8().toByteArray());
    Path pem = Files.writeString(directory.resolve("key.pem"), pem("PRIVATE KEY"));
    assertTrue(Pkcs8TerminalKey.load(der).fits(publicKey));
    assertTrue(Pkcs8TerminalKey.load(pem).fits(publicKey));
    assertFalse(
        Pkcs8TerminalKey.load(der)
            .fits(
                TestKeys.named("another", "brainpoolP256r1").publicKey(CvAlgorithm.ECDSA_SHA_256)));
  }

  @Test
  void whatIsNoSuchKeyIsNamedWithWhatToDo(@TempDir Path directory) throws Exception {
    assertEquals("neither DER nor PEM", refusal(directory, "notes.txt", "notes"));
    assertTrue(
        refusal(directory, "old.pem", pem("EC PRIVATE KEY")).contains("openssl pkcs8 -topk8"));
    assertTrue(refusal(directory, "locked.pem", pem("ENCRYPTED PRIVATE KEY")).contains("-nocrypt"));
    assertEquals("not PKCS#8, or damaged", refusal(directory, "cut.der", "0\u0003\u0002"));
    assertEquals("larger than a key can be", refusal(directory, "large.pem", "A".repeat(100_000)));
  }

  @Test
  void noTextHoldsTheKey() throws Exception {
    assertEquals("Pkcs8TerminalKey[redacted]", keys.key().toString());
  }

  private static String refusal(Path directory, String name, String content) throws Exception {
    Path file = Files.writeString(directory.resolve(name), content, StandardCharsets.ISO_8859_1);
    MalformedInputException e =
        assertThrows(MalformedInputException.class, () -> Pkcs8TerminalKey.load(file));
    assertEquals(name, e.source());
    return e.problem();
  }

  private String pem(String kind) {
    String base64 = Base64.getMimeEncoder().encodeToString(keys.pkcs8().toByteArray());
    return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
  }
}
