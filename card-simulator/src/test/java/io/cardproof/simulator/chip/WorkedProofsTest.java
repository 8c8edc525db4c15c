package io.cardproof.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Curves;
import io.cardproof.simulator.crypto.Digests;
import io.cardproof.simulator.crypto.Groups;
import io.cardproof.simulator.crypto.ModularGroup;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DHPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked examples of Chip, Active and Terminal Authentication, value by value. */
class WorkedProofsTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final CipherSuite AES = CipherSuite.AES_128;

  @Test
  void chipAuthenticationOverCurvesAgrees() throws Exception {
    JsonNode example = example("chip-authentication-ecdh");
    BigInteger key = number(example.get("static"), "SK_PICC");
    agrees(
        example,
        new ECPrivateKeyParameters(key, Curves.named("brainpoolP256r1")),
        "0.4.0.127.0.7.2.2.3.2.2");
  }

  @Test
  void chipAuthenticationOverPrimeFieldsAgrees() throws Exception {
    JsonNode example = example("chip-authentication-dh");
    ModularGroup group = (ModularGroup) Groups.standardised(example.get("parameterId").asInt());
    BigInteger key = number(example.get("static"), "SK_PICC");
    BigInteger generator = new BigInteger(1, group.generator().encoded());
    DHParameters domain = new DHParameters(group.prime(), generator, group.order());
    assertEquals(number(example.get("static"), "PK_PICC"), generator.modPow(key, group.prime()));
    agrees(example, new DHPrivateKeyParameters(key, domain), "0.4.0.127.0.7.2.2.3.1.2");
  }

  private static void agrees(JsonNode example, AsymmetricKeyParameter key, String protocol)
      throws Refusal {
    ChipAuthenticationKey chip = ChipAuthenticationKey.of(key, protocol, OptionalInt.empty());
    Agreement agreement = chip.key().agree(hex(example.get("ephemeral"), "PK_PCD"));
    assertHex(example, "K", agreement.secret());
    assertHex(example, "Comp_PK_PCD", agreement.terminalKey());
    JsonNode keys = example.get("computed_not_in_standard").get("version_1_session_keys");
    assertHex(keys, "K_Enc", AES.deriveKey(agreement.secret(), 1));
    assertHex(keys, "K_MAC", AES.deriveKey(agreement.secret(), 2));
    assertEquals(AES, chip.suite());
  }

  @Test
  void activeAuthenticationBuildsTheRepresentative() throws IOException {
    JsonNode example = example("active-authentication");
    // The example has no key: a modulus of its size gives the lengths.
    BigInteger modulus =
        BigInteger.ONE.shiftLeft(example.get("k_bits").asInt()).subtract(BigInteger.ONE);
    RsaActiveKey key = RsaActiveKey.of(modulus, BigInteger.ONE, "SHA-1", SignatureTrailer.IMPLICIT);
    byte[] block = key.representative(hex(example, "M1"), hex(example, "RND.IFD"));
    assertHex(example, "F", block);
    assertHex(example, "H", Digests.hash("SHA-1", hex(example, "M")));
    byte[] signature =
        key.sign(hex(example, "RND.IFD"), new ScriptedRandomness(example.get("M1").asText()));
    assertArrayEquals(block, signature);
  }

  @ParameterizedTest
  @ValueSource(strings = {"terminal-authentication-ecdsa", "terminal-authentication-rsa"})
  void terminalAuthenticationVerifiesTheChainAndTheSignature(String name) throws Exception {
    JsonNode example = example(name);
    JsonNode certificates = example.get("certificates");
    CvCertificate root = certificate(certificates.get("CVCA"), TerminalRole.AUTHORITY);
    CvPublicKey rootKey = root.certified(null).key();
    assertTrue(root.isSignedBy(rootKey));
    assertTrue(root.isForInspection());
    CvCertificate verifier = certificate(certificates.get("DV"), TerminalRole.DOMESTIC_VERIFIER);
    assertTrue(verifier.isSignedBy(rootKey));
    // Below the root the example is about authentication terminals, which this chip refuses.
    assertFalse(verifier.isForInspection());
    CvPublicKey verifierKey = verifier.certified(rootKey).key();
    CvCertificate terminal =
        certificate(certificates.get("terminal"), TerminalRole.INSPECTION_SYSTEM);
    assertTrue(terminal.isSignedBy(verifierKey));
    assertFalse(terminal.isSignedBy(rootKey));
    CvPublicKey terminalKey = terminal.certified(verifierKey).key();

    byte[] message =
        Bytes.join(hex(example, "ID_PICC"), hex(example, "r_PICC"), hex(example, "Comp_PK_PCD"));
    assertHex(example, "signed_message", message);
    assertTrue(terminalKey.verifies(message, hex(example, "s_PCD")));
    message[0] ^= 1;
    assertFalse(terminalKey.verifies(message, hex(example, "s_PCD")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eac2-pace-gm-ecdh", "eac2-pace-gm-dh"})
  void theChipIsNamedByItsCompressedKeyOfPace(String name) throws IOException {
    JsonNode example = example(name);
    boolean curve = name.endsWith("ecdh");
    String terminal = curve ? "terminal-authentication-ecdsa" : "terminal-authentication-rsa";
    byte[] key = hex(example.get("key_agreement"), "PK_PICC");
    assertHex(
        example(terminal),
        "ID_PICC",
        Groups.standardised(example.get("parameterId").asInt())
            .publicKey(key)
            .orElseThrow()
            .compressed());
  }

  private static CvCertificate certificate(JsonNode values, TerminalRole role) throws Refusal {
    CvCertificate certificate = CvCertificate.of(hex(values, "certificate"));
    assertEquals(values.get("CAR").asText(), certificate.authority());
    assertEquals(values.get("CHR").asText(), certificate.holder());
    assertEquals(date(values, "effective"), certificate.effective().toString());
    assertEquals(date(values, "expiration"), certificate.expiration().toString());
    assertEquals(role, certificate.role());
    return certificate;
  }

  private static String date(JsonNode values, String field) {
    return values.get(field).asText().replaceFirst("(....)(..)(..)", "$1-$2-$3");
  }

  private static JsonNode example(String name) throws IOException {
    return SharedData.json("icao-9303-11/" + name + ".json");
  }

  private static void assertHex(JsonNode node, String field, byte[] actual) {
    assertEquals(node.get(field).asText(), HEX.formatHex(actual), field);
  }

  private static byte[] hex(JsonNode node, String field) {
    return HEX.parseHex(node.get(field).asText());
  }

  private static BigInteger number(JsonNode node, String field) {
    return new BigInteger(node.get(field).asText(), 16);
  }
}
