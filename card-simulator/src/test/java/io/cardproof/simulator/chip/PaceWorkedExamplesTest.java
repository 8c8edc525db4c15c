package io.cardproof.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Group;
import io.cardproof.simulator.crypto.GroupElement;
import io.cardproof.simulator.crypto.Padding;
import io.cardproof.simulator.tlv.DataObject;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked examples of PACE in ICAO 9303-11 and TR-03110, value by value on the chip's side. */
class PaceWorkedExamplesTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final CipherSuite AES = CipherSuite.AES_128;

  static Stream<String> all() {
    return Stream.concat(agreed(), Stream.of("pace-im-ecdh", "pace-im-dh"));
  }

  /** Those in which two mapping keys are agreed on. */
  static Stream<String> agreed() {
    return Stream.of(
        "pace-gm-ecdh", "pace-gm-dh", "pace-cam-ecdh", "eac2-pace-gm-ecdh", "eac2-pace-gm-dh");
  }

  @ParameterizedTest
  @MethodSource("all")
  void theNonceIsEncryptedUnderThePassword(String name) throws IOException {
    PaceExample example = PaceExample.of(name);
    byte[] key = AES.deriveKey(example.password(), 3);
    assertHex(example, "password", "K_pi", key);
    if (example.isMrz()) {
      assertHex(example, "password", "K", example.password());
    }
    assertHex(example, "nonce", "z", AES.encrypt(key, new byte[16], example.hex("nonce", "s")));
  }

  @ParameterizedTest
  @MethodSource("agreed")
  void genericMappingAddsTheAgreementToTheNonce(String name) throws Exception {
    PaceExample example = PaceExample.of(name);
    Group group = example.profile().group();
    BigInteger key = number(example, "map_nonce", "SK_Map_IC");
    GroupElement terminal = group.publicKey(example.hex("map_nonce", "PK_Map_IFD")).orElseThrow();
    assertHex(example, "map_nonce", "H", terminal.times(key).encoded());
    NonceMapping.Mapped mapped =
        new GenericMapping(group, key)
            .map(example.hex("nonce", "s"), example.hex("map_nonce", "PK_Map_IFD"));
    assertHex(example, "map_nonce", "PK_Map_IC", mapped.chipData());
    assertHex(example, "map_nonce", "mapped_generator", mapped.generator().encoded());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pace-im-ecdh", "pace-im-dh"})
  void integratedMappingMakesAnElementOfBothNonces(String name) throws Exception {
    PaceExample example = PaceExample.of(name);
    Group group = example.profile().group();
    IntegratedMapping mapping = new IntegratedMapping(group, AES);
    byte[] nonce = example.hex("nonce", "s");
    byte[] terminalNonce = example.hex("map_nonce", "t");
    byte[] random = mapping.pseudoRandom(nonce, terminalNonce);
    assertHex(example, "map_nonce", "R", random);
    BigInteger residue = new BigInteger(1, random).mod(group.prime());
    int length = BigIntegers.getUnsignedByteLength(group.prime());
    assertHex(example, "map_nonce", "R_p", BigIntegers.asUnsignedByteArray(length, residue));
    NonceMapping.Mapped mapped = mapping.map(nonce, terminalNonce);
    assertHex(example, "map_nonce", "mapped_generator", mapped.generator().encoded());
    assertEquals(0, mapped.chipData().length);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSecretGivesSessionKeysAndTokens(String name) throws IOException {
    PaceExample example = PaceExample.of(name);
    Group group = example.profile().group();
    BigInteger key = number(example, "key_agreement", "SK_DH_IC");
    GroupElement generator =
        group.publicKey(example.hex("map_nonce", "mapped_generator")).orElseThrow();
    assertHex(example, "key_agreement", "PK_DH_IC", generator.times(key).encoded());
    byte[] secret =
        group
            .publicKey(example.hex("key_agreement", "PK_DH_IFD"))
            .orElseThrow()
            .times(key)
            .secret();
    assertHex(example, "key_agreement", "K", secret);
    assertHex(example, "session", "KS_Enc", AES.deriveKey(secret, 1));
    byte[] macKey = AES.deriveKey(secret, 2);
    assertHex(example, "session", "KS_MAC", macKey);
    for (String side : new String[] {"T_IFD", "T_IC"}) {
      byte[] input = example.hex("mutual_authentication", "input_data_" + side);
      assertHex(example, "mutual_authentication", side, AES.macOfMessage(macKey, input));
    }
  }

  @Test
  void chipAuthenticationMappingProvesItsStaticKey() throws IOException {
    PaceExample example = PaceExample.of("pace-cam-ecdh");
    Group group = example.profile().group();
    BigInteger staticKey = number(example, "computed_not_in_standard", "SK_IC");
    assertHex(
        example, "chip_authentication", "PK_IC", group.generator().times(staticKey).encoded());
    byte[] key = example.hex("session", "KS_Enc");
    byte[] sent =
        new ChipAuthenticationMapping(
                group, MappingKey.of(staticKey), number(example, "map_nonce", "SK_Map_IC"))
            .encryptedProof(AES, key)
            .orElseThrow();
    assertHex(example, "chip_authentication", "A_IC", sent);
    byte[] iv = example.hex("chip_authentication", "IV");
    byte[] opened = Padding.remove(AES.decrypt(key, iv, sent)).orElseThrow();
    assertHex(example, "chip_authentication", "CA_IC", opened);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theChipAnswersEveryStep(String name) throws IOException {
    PaceExample example = PaceExample.of(name);
    boolean integrated = example.has("map_nonce", "t");
    VirtualCard card =
        integrated
            ? example.card(example.text("nonce", "s"), example.text("key_agreement", "SK_DH_IC"))
            : example.card(
                example.text("nonce", "s"),
                example.text("map_nonce", "SK_Map_IC"),
                example.text("key_agreement", "SK_DH_IC"));
    String set =
        HEX.formatHex(DataObject.encode(0x80, example.hex("", "protocol_OID")))
            + "8301"
            + example.passwordReference();
    assertEquals("9000", send(card, String.format("0022C1A4%02X%s", set.length() / 2, set)));
    assertStep(card, "10", new byte[0], object(0x80, example.hex("nonce", "z")));
    assertStep(
        card,
        "10",
        object(0x81, example.hex("map_nonce", integrated ? "t" : "PK_Map_IFD")),
        object(0x82, integrated ? new byte[0] : example.hex("map_nonce", "PK_Map_IC")));
    assertStep(
        card,
        "10",
        object(0x83, example.hex("key_agreement", "PK_DH_IFD")),
        object(0x84, example.hex("key_agreement", "PK_DH_IC")));
    String proof =
        example.has("chip_authentication", "A_IC")
            ? HEX.formatHex(object(0x8A, example.hex("chip_authentication", "A_IC")))
            : "";
    String token = HEX.formatHex(object(0x86, example.hex("mutual_authentication", "T_IC")));
    assertStep(
        card,
        "00",
        object(0x85, example.hex("mutual_authentication", "T_IFD")),
        HEX.parseHex(token + proof));
  }

  /** The last answer of appendix G.2 is printed without status word and with a DO87 of EAC 2. */
  @ParameterizedTest
  @ValueSource(strings = {"pace-gm-ecdh", "pace-gm-dh", "pace-cam-ecdh"})
  void thePrintedCommandsHaveThePrintedAnswers(String name) throws IOException {
    PaceExample example = PaceExample.of(name);
    VirtualCard card =
        example.card(
            example.text("nonce", "s"),
            example.text("map_nonce", "SK_Map_IC"),
            example.text("key_agreement", "SK_DH_IC"));
    assertTrue(example.apdus().size() > 0);
    for (JsonNode apdu : example.apdus()) {
      String printed = apdu.get("response").asText();
      boolean misprinted = apdu.has("response_note");
      String expected = misprinted ? "7C0A" + printed.substring(4, 24) + "9000" : printed;
      assertEquals(expected, send(card, apdu.get("command").asText()), apdu.get("name").asText());
    }
  }

  private static void assertStep(VirtualCard card, String cla, byte[] sent, byte[] received)
      throws CardRemovedException {
    byte[] data = DataObject.encode(0x7C, sent);
    String command = String.format("%s860000%02X%s00", cla, data.length, HEX.formatHex(data));
    assertEquals(HEX.formatHex(DataObject.encode(0x7C, received)) + "9000", send(card, command));
  }

  private static byte[] object(int tag, byte[] value) {
    return DataObject.encode(tag, value);
  }

  private static String send(VirtualCard card, String command) throws CardRemovedException {
    return HEX.formatHex(card.transmit(HEX.parseHex(command)));
  }

  private static void assertHex(PaceExample example, String section, String field, byte[] actual) {
    assertEquals(example.text(section, field), HEX.formatHex(actual), field);
  }

  private static BigInteger number(PaceExample example, String section, String field) {
    return new BigInteger(example.text(section, field), 16);
  }
}
