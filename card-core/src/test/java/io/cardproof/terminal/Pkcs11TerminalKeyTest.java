package io.cardproof.terminal;

import static io.cardproof.terminal.TestAuthority.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.terminal.HolderAuthorisation.Role;
import io.cardproof.value.Bytes;
import java.nio.file.Path;
import java.security.Security;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys in a token of SoftHSM, which the JDK's provider speaks to. */
class Pkcs11TerminalKeyTest {
  private static final TestKeys RSA = TestKeys.named("token", 2048);
  private static final TestKeys CURVE = TestKeys.named("token", "secp256r1");
  private static final TestKeys LONG_CURVE = TestKeys.named("token", "secp521r1");

  private static SoftToken token;

  @BeforeAll
  static void fill() throws Exception {
    token = SoftToken.with(List.of("rsa", "curve", "long"), List.of(RSA, CURVE, LONG_CURVE));
  }

  @Test
  void everyAlgorithmSignsInTheToken() throws Exception {
    for (CvAlgorithm algorithm : CvAlgorithm.values()) {
      if (algorithm.elliptic()) {
        assertSigns("curve", CURVE, algorithm);
        assertSigns("long", LONG_CURVE, algorithm);
      } else {
        assertSigns("rsa", RSA, algorithm);
      }
    }
  }

  private static void assertSigns(String label, TestKeys keys, CvAlgorithm algorithm)
      throws Exception {
    try (Pkcs11TerminalKey key = Pkcs11TerminalKey.open(token.uri(label), pin(SoftToken.PIN))) {
      Bytes message = Bytes.ofHex("00112233445566778899");
      keys.publicKey(algorithm).verify(message, key.sign(algorithm, message));
      assertTrue(key.fits(keys.publicKey(algorithm)), algorithm.name());
      assertTrue(key.fits(keys.publicKey(algorithm).withoutCurve()), algorithm.name());
    }
  }

  @Test
  void aKeyFitsItsOwnPublicKeyOnly() throws Exception {
    try (Pkcs11TerminalKey key = Pkcs11TerminalKey.open(token.uri("rsa"), pin(SoftToken.PIN))) {
      assertFalse(key.fits(CURVE.publicKey(CvAlgorithm.ECDSA_SHA_256)));
      assertFalse(key.fits(TestKeys.named("other", 2048).publicKey(CvAlgorithm.RSA_PSS_SHA_256)));
      assertThrows(
          TerminalKeyException.class, () -> key.sign(CvAlgorithm.ECDSA_SHA_256, Bytes.empty()));
    }
  }

  @Test
  void aChainToAKeyInTheTokenIsFound() throws Exception {
    TestAuthority root = TestAuthority.onCurve("UTCVCA00001");
    TestAuthority verifier = TestAuthority.onCurve("UTDVDE00001");
    TestAuthority terminal = new TestAuthority("UTISDE00001", CURVE, CvAlgorithm.ECDSA_SHA_256);
    List<CvCertificate> heap =
        List.of(
            root.certify(verifier, Role.DOMESTIC_DV, ALL),
            verifier.certify(terminal, Role.TERMINAL, ALL));
    try (Pkcs11TerminalKey key = Pkcs11TerminalKey.open(token.uri("curve"), pin(SoftToken.PIN))) {
      List<TerminalChain> chains =
          TerminalChains.find(
              new TerminalCredentials(heap, key),
              List.of("UTCVCA00001"),
              LocalDate.of(2026, 11, 23));
      assertEquals(ALL, chains.get(0).rights());
    }
  }

  @Test
  void aWrongPinIsSaidSoAndNotQuoted() throws Exception {
    assertRefused(token.uri("rsa"), "999999", "refuses the PIN");
  }

  @Test
  void aMissingKeyOrLibraryIsSaidSo() throws Exception {
    assertRefused(token.uri("nobody"), SoftToken.PIN, "no such private key");
    Pkcs11Uri any = new Pkcs11Uri(token.uri("rsa").module(), none(), none(), Optional.empty());
    assertRefused(any, SoftToken.PIN, "several keys");
    Pkcs11Uri slot = new Pkcs11Uri(any.module(), Optional.of("4711"), none(), Optional.empty());
    assertRefused(slot, SoftToken.PIN, "slot");
    Pkcs11Uri library = new Pkcs11Uri(Path.of("/no/such.so"), none(), none(), Optional.empty());
    assertRefused(library, SoftToken.PIN, "library");
  }

  @Test
  void noProviderIsRegistered() throws Exception {
    Pkcs11TerminalKey.open(token.uri("rsa"), pin(SoftToken.PIN)).close();
    assertTrue(
        Arrays.stream(Security.getProviders())
            .noneMatch(provider -> provider.getName().contains("Cardproof")));
  }

  private static void assertRefused(Pkcs11Uri uri, String pin, String expected) {
    TerminalKeyException e =
        assertThrows(TerminalKeyException.class, () -> Pkcs11TerminalKey.open(uri, pin(pin)));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(expected), message);
    assertFalse(message.contains(pin), message);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static char[] pin(String text) {
    return text.toCharArray();
  }
}
