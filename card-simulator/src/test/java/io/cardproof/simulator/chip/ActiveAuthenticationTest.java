package io.cardproof.simulator.chip;

import static io.cardproof.simulator.chip.TestTerminal.SELECT_APPLICATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.crypto.CurveGroup;
import io.cardproof.simulator.crypto.Digests;
import io.cardproof.simulator.crypto.Groups;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Active Authentication with every key, hash and form, ICAO 9303-11 §6.1; BC verifies. */
class ActiveAuthenticationTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final String CHALLENGE = "0102030405060708";
  private static final String SHORT = "0088000008" + CHALLENGE + "00";
  private static final String EXTENDED = "00880000000008" + CHALLENGE + "0000";
  private static final BigInteger EC_KEY = BigInteger.valueOf(0x1234567);
  private static final List<String> DIGESTS =
      List.of("SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");
  private static final Map<Integer, KeyPair> KEYS = new ConcurrentHashMap<>();

  static Stream<Arguments> rsa() {
    return Stream.of(1024, 1280, 2048, 3072, 4096)
        .flatMap(
            bits ->
                DIGESTS.stream()
                    .flatMap(
                        digest ->
                            Stream.of(SignatureTrailer.IMPLICIT, SignatureTrailer.EXPLICIT)
                                .map(trailer -> Arguments.of(bits, digest, trailer))));
  }

  @ParameterizedTest
  @MethodSource("rsa")
  void rsaSignaturesRecoverTheirMessage(int bits, String digest, SignatureTrailer trailer)
      throws Exception {
    TestTerminal terminal = free(rsaImage(bits, digest, trailer));
    byte[] signature = signature(terminal.send(EXTENDED));
    assertEquals(bits / 8, signature.length);
    assertTrue(verifies(bits, digest, trailer, signature));
    byte[] toAnother = signature(terminal.send(EXTENDED.replace(CHALLENGE, "0807060504030201")));
    assertFalse(verifies(bits, digest, trailer, toAnother));
  }

  @ParameterizedTest
  @CsvSource({"SHA-1, 33CC", "SHA-256, 34CC", "SHA-512, 35CC", "SHA-384, 36CC", "SHA-224, 38CC"})
  void theTrailerNamesTheHash(String digest, String trailer) throws Exception {
    TestTerminal terminal = free(rsaImage(1024, digest, SignatureTrailer.EXPLICIT));
    RSAPublicKey key = (RSAPublicKey) pair(1024).getPublic();
    String block =
        new BigInteger(1, signature(terminal.send(SHORT)))
            .modPow(key.getPublicExponent(), key.getModulus())
            .toString(16);
    assertTrue(block.toUpperCase(Locale.ROOT).endsWith(trailer));
  }

  static Stream<Arguments> curves() {
    return IntStream.rangeClosed(8, 18)
        .boxed()
        .flatMap(
            id ->
                DIGESTS.stream()
                    .flatMap(
                        digest ->
                            Stream.of(EcSignatureForm.values())
                                .map(form -> Arguments.of(id, digest, form))));
  }

  @ParameterizedTest
  @MethodSource("curves")
  void ecdsaSignaturesVerify(int parameterId, String digest, EcSignatureForm form)
      throws Exception {
    ECDomainParameters curve = ((CurveGroup) Groups.standardised(parameterId)).curve();
    TestTerminal terminal = free(ecImage(curve, digest, form));
    byte[] signature = signature(terminal.send(SHORT));
    int orderLength = (curve.getN().bitLength() + 7) / 8;
    assertEquals(form == EcSignatureForm.PLAIN, signature.length == 2 * orderLength);
    String scheme = form == EcSignatureForm.PLAIN ? "withPLAIN-ECDSA" : "withECDSA";
    Signature verifier = Signature.getInstance(digest.replace("-", "") + scheme, PROVIDER);
    ECParameterSpec spec = new ECParameterSpec(curve.getCurve(), curve.getG(), curve.getN());
    verifier.initVerify(
        KeyFactory.getInstance("EC", PROVIDER)
            .generatePublic(new ECPublicKeySpec(curve.getG().multiply(EC_KEY), spec)));
    verifier.update(HEX.parseHex(CHALLENGE));
    assertTrue(verifier.verify(signature));
  }

  @ParameterizedTest
  @EnumSource(LongAnswers.class)
  void whatFitsIsGivenAtOnce(LongAnswers how) throws Exception {
    ChipImage.Builder image = rsaImage(2048, "SHA-256", SignatureTrailer.EXPLICIT);
    TestTerminal terminal = opened(image.longAnswers(how));
    String answer = terminal.sendProtected(EXTENDED);
    assertTrue(verifies(2048, "SHA-256", SignatureTrailer.EXPLICIT, signature(answer)));
  }

  @Test
  void partsInsideProtectionAreFetchedByProtectedCommands() throws Exception {
    ChipImage.Builder image = rsaImage(3072, "SHA-1", SignatureTrailer.IMPLICIT);
    TestTerminal terminal = opened(image.shortLengthOnly().longAnswers(LongAnswers.CHAINED_INSIDE));
    String first = terminal.sendProtected(SHORT);
    assertTrue(first.endsWith("6199"), first);
    String rest = terminal.sendProtected("00C0000000");
    String whole = first.substring(0, first.length() - 4) + rest;
    assertTrue(verifies(3072, "SHA-1", SignatureTrailer.IMPLICIT, signature(whole)));
    assertEquals("6985", terminal.sendProtected("00C0000000"));
  }

  @Test
  void partsOutsideProtectionAreFetchedByPlainCommands() throws Exception {
    ChipImage.Builder image = rsaImage(4096, "SHA-1", SignatureTrailer.IMPLICIT);
    TestTerminal terminal =
        opened(image.shortLengthOnly().longAnswers(LongAnswers.CHAINED_OUTSIDE));
    StringBuilder whole = new StringBuilder(terminal.send(HEX.formatHex(terminal.protect(SHORT))));
    while (whole.substring(whole.length() - 4).startsWith("61")) {
      whole.setLength(whole.length() - 4);
      whole.append(terminal.send("00C0000000"));
    }
    String answer = terminal.open(HEX.parseHex(whole));
    assertTrue(verifies(4096, "SHA-1", SignatureTrailer.IMPLICIT, signature(answer)));
    assertEquals("0102039000", terminal.sendProtected("00B09E0000"));
  }

  @Test
  void aShortOnlyChipThatCannotCutHasNoWayToGiveALongAnswer() throws Exception {
    ChipImage.Builder image = rsaImage(3072, "SHA-1", SignatureTrailer.IMPLICIT);
    TestTerminal terminal = opened(image.shortLengthOnly());
    assertEquals("6700", terminal.sendProtected(SHORT));
    assertEquals("0102039000", terminal.sendProtected("00B09E0000"));
  }

  @Test
  void anotherCommandForgetsTheRest() throws Exception {
    ChipImage.Builder image = rsaImage(3072, "SHA-1", SignatureTrailer.IMPLICIT);
    for (LongAnswers how : List.of(LongAnswers.CHAINED_INSIDE, LongAnswers.CHAINED_OUTSIDE)) {
      TestTerminal terminal = free(image.longAnswers(how));
      assertTrue(terminal.send(SHORT).endsWith("6180"));
      terminal.send(SELECT_APPLICATION);
      assertEquals("6985", terminal.send("00C0000000"));
    }
  }

  private static boolean verifies(
      int bits, String digest, SignatureTrailer trailer, byte[] signature) {
    RSAPublicKey key = (RSAPublicKey) pair(bits).getPublic();
    ISO9796d2Signer verifier =
        new ISO9796d2Signer(
            new RSAEngine(), Digests.named(digest), trailer == SignatureTrailer.IMPLICIT);
    verifier.init(false, new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent()));
    try {
      verifier.updateWithRecoveredMessage(signature);
    } catch (InvalidCipherTextException e) {
      return false;
    }
    byte[] challenge = HEX.parseHex(CHALLENGE);
    verifier.update(challenge, 0, challenge.length);
    return verifier.verifySignature(signature);
  }

  private static byte[] signature(String answer) {
    assertTrue(answer.endsWith("9000"), answer);
    return HEX.parseHex(answer.substring(0, answer.length() - 4));
  }

  private static TestTerminal free(ChipImage.Builder image) throws CardRemovedException {
    TestTerminal terminal = new TestTerminal(new VirtualCard(image.build(), new SecureRandom()));
    terminal.send(SELECT_APPLICATION);
    return terminal;
  }

  private static TestTerminal opened(ChipImage.Builder image) throws CardRemovedException {
    image.mrzKey(TestTerminal.MRZ).file(0x011E, new byte[] {1, 2, 3});
    TestTerminal terminal = new TestTerminal(new VirtualCard(image.build(), new SecureRandom()));
    terminal.openByBac();
    return terminal;
  }

  private static ChipImage.Builder rsaImage(int bits, String digest, SignatureTrailer trailer) {
    return ChipImage.builder()
        .activeAuthentication((RSAPrivateKey) pair(bits).getPrivate(), digest, trailer);
  }

  private static ChipImage.Builder ecImage(
      ECDomainParameters curve, String digest, EcSignatureForm form) {
    return ChipImage.builder()
        .activeAuthentication(new ECPrivateKeyParameters(EC_KEY, curve), digest, form);
  }

  private static KeyPair pair(int bits) {
    return KEYS.computeIfAbsent(
        bits,
        size -> {
          try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(size);
            return generator.generateKeyPair();
          } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
          }
        });
  }
}
