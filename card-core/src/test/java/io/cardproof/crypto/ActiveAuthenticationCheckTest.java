package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.SharedData;
import io.cardproof.crypto.ActiveAuthenticationCheck.Form;
import io.cardproof.crypto.ActiveAuthenticationCheck.Signed;
import io.cardproof.crypto.ProofException.Fault;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActiveAuthenticationCheckTest {
  private static final Bytes CHALLENGE = Bytes.ofHex("f173589974bf40c6");
  private static KeyPair keys;
  private static Bytes spki;

  @BeforeAll
  static void makeKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    keys = generator.generateKeyPair();
    spki = Bytes.of(keys.getPublic().getEncoded());
  }

  @Test
  void theRepresentativeOfTheWorkedExampleIsAccepted() throws Exception {
    var example = SharedData.json("icao-9303-11/active-authentication.json");
    byte[] representative = Bytes.ofHex(example.get("F").asText()).toByteArray();
    Bytes challenge = Bytes.ofHex(example.get("RND.IFD").asText());
    assertDoesNotThrow(
        () ->
            ActiveAuthenticationCheck.verify(
                spki, Optional.empty(), challenge, sign(representative)));
  }

  @ParameterizedTest
  @CsvSource({
    "SHA-1,bc",
    "SHA-1,33cc",
    "SHA-256,34cc",
    "SHA-512,35cc",
    "SHA-384,36cc",
    "SHA-224,38cc"
  })
  void everyTrailerNamesItsHash(String digest, String trailer) throws Exception {
    Bytes response = sign(representative(digest, trailer, 0x6A));
    assertDoesNotThrow(
        () -> ActiveAuthenticationCheck.verify(spki, Optional.empty(), CHALLENGE, response));
  }

  @Test
  void theComplementIsTheSameSignature() throws Exception {
    BigInteger signature =
        new BigInteger(1, sign(representative("SHA-1", "bc", 0x6A)).toByteArray());
    Bytes complement = fixed(((RSAPublicKey) keys.getPublic()).getModulus().subtract(signature));
    assertDoesNotThrow(
        () -> ActiveAuthenticationCheck.verify(spki, Optional.empty(), CHALLENGE, complement));
  }

  @Test
  void anotherChallengeIsRefused() throws Exception {
    Bytes response = sign(representative("SHA-1", "bc", 0x6A));
    assertFault(Fault.SIGNATURE_INVALID, spki, Bytes.ofHex("0000000000000000"), response);
  }

  @ParameterizedTest
  @CsvSource({"SHA-1,34cc", "SHA-512,36cc"})
  void aTrailerThatNamesAnotherHashIsRefused(String digest, String trailer) throws Exception {
    assertFault(
        Fault.SIGNATURE_INVALID, spki, CHALLENGE, sign(representative(digest, trailer, 0x6A)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"37cc", "99cc", "bbac"})
  void aTrailerThatNamesNoKnownHashIsRefusedByItsOwnName(String trailer) throws Exception {
    assertFault(
        Fault.SIGNATURE_MALFORMED, spki, CHALLENGE, sign(representative("SHA-1", trailer, 0x6A)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512"})
  void theTrailerBcLeavesTheDigestToWhatWasAgreed(String digest) throws Exception {
    Bytes response = sign(representative(digest, "bc", 0x6A));
    assertEquals(
        new Signed(digest, Form.RECOVERY_AGREED_DIGEST),
        ActiveAuthenticationCheck.verify(spki, Optional.empty(), CHALLENGE, response));
  }

  @Test
  void anAnnouncedDigestIsTheOnlyOneForTheTrailerBc() throws Exception {
    Bytes response = sign(representative("SHA-256", "bc", 0x6A));
    Optional<String> sha256 = Optional.of("1.2.840.113549.1.1.11");
    Optional<String> sha384 = Optional.of("1.2.840.113549.1.1.12");
    assertEquals(
        "SHA-256", ActiveAuthenticationCheck.verify(spki, sha256, CHALLENGE, response).digest());
    ProofException e =
        assertThrows(
            ProofException.class,
            () -> ActiveAuthenticationCheck.verify(spki, sha384, CHALLENGE, response));
    assertEquals(Fault.SIGNATURE_INVALID, e.fault());
  }

  @Test
  void aRecoverablePartShorterThanTheSpaceIsFound() throws Exception {
    byte[] representative = new byte[128];
    Arrays.fill(representative, 0, 100, (byte) 0xBB);
    representative[0] = 0x6B;
    representative[99] = (byte) 0xBA;
    MessageDigest hash = MessageDigest.getInstance("SHA-1");
    hash.update(representative, 100, 7);
    System.arraycopy(hash.digest(CHALLENGE.toByteArray()), 0, representative, 107, 20);
    representative[127] = (byte) 0xBC;
    assertDoesNotThrow(
        () ->
            ActiveAuthenticationCheck.verify(
                spki, Optional.empty(), CHALLENGE, sign(representative)));
  }

  @Test
  void aHeaderOtherThanPartialRecoveryIsRefused() throws Exception {
    assertFault(
        Fault.SIGNATURE_INVALID, spki, CHALLENGE, sign(representative("SHA-1", "bc", 0x4A)));
  }

  @Test
  void anAnswerOfAnotherLengthIsRefused() throws Exception {
    Bytes response = sign(representative("SHA-1", "bc", 0x6A));
    assertFault(Fault.SIGNATURE_MALFORMED, spki, CHALLENGE, Bytes.empty());
    assertFault(Fault.SIGNATURE_MALFORMED, spki, CHALLENGE, response.slice(0, 127));
    assertFault(
        Fault.SIGNATURE_MALFORMED, spki, CHALLENGE, Bytes.concat(Bytes.of((byte) 0), response));
  }

  @Test
  void aKeyThatIsNoneIsNamedAsSuch() {
    assertFault(Fault.KEY_MALFORMED, Bytes.ofHex("3003020100"), CHALLENGE, Bytes.empty());
  }

  private static void assertFault(Fault fault, Bytes key, Bytes challenge, Bytes response) {
    ProofException e =
        assertThrows(
            ProofException.class,
            () -> ActiveAuthenticationCheck.verify(key, Optional.empty(), challenge, response));
    assertEquals(fault, e.fault());
  }

  private static byte[] representative(String digest, String trailerHex, int header)
      throws Exception {
    byte[] trailer = Bytes.ofHex(trailerHex).toByteArray();
    MessageDigest hash = MessageDigest.getInstance(digest);
    byte[] representative = new byte[128];
    int hashAt = 128 - trailer.length - hash.getDigestLength();
    representative[0] = (byte) header;
    for (int i = 1; i < hashAt; i++) {
      representative[i] = (byte) i;
    }
    hash.update(representative, 1, hashAt - 1);
    byte[] value = hash.digest(CHALLENGE.toByteArray());
    System.arraycopy(value, 0, representative, hashAt, value.length);
    System.arraycopy(trailer, 0, representative, 128 - trailer.length, trailer.length);
    return representative;
  }

  private static Bytes sign(byte[] representative) {
    RSAPrivateKey key = (RSAPrivateKey) keys.getPrivate();
    return fixed(
        new BigInteger(1, representative).modPow(key.getPrivateExponent(), key.getModulus()));
  }

  private static Bytes fixed(BigInteger number) {
    return Bytes.of(org.bouncycastle.util.BigIntegers.asUnsignedByteArray(128, number));
  }
}
