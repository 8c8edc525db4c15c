package io.cardproof.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Padding;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of ICAO 9303-11 but those of PACE, read from the shared data, on the chip's
 * side.
 */
class WorkedExamplesTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final CipherSuite DES = CipherSuite.TRIPLE_DES;
  private static final CipherSuite AES = CipherSuite.AES_128;

  @Test
  void appendixD1DerivesKeysFromTheSeed() throws IOException {
    JsonNode derivation = SharedData.json("icao-9303-11/bac.json").get("key_derivation");
    byte[] seed = hex(derivation, "Kseed");
    for (JsonNode step : derivation.get("steps")) {
      int counter = Integer.parseInt(step.get("c").asText(), 16);
      assertEquals(step.get("key").asText(), HEX.formatHex(DES.deriveKey(seed, counter)));
    }
  }

  @Test
  void appendixD2HashesTheMrzInformation() throws IOException {
    JsonNode keys = SharedData.json("icao-9303-11/bac.json").get("document_basic_access_keys");
    byte[] hash = BasicAccess.hashOf(keys.get("MRZ_information").asText());
    assertEquals(keys.get("SHA1_MRZ_information").asText(), HEX.formatHex(hash));
    byte[] seed = Arrays.copyOf(hash, 16);
    assertEquals(keys.get("K_seed").asText(), HEX.formatHex(seed));
    assertEquals(keys.get("K_Enc").asText(), HEX.formatHex(DES.deriveKey(seed, 1)));
    assertEquals(keys.get("K_MAC").asText(), HEX.formatHex(DES.deriveKey(seed, 2)));
  }

  @Test
  void appendixD3AuthenticatesStepByStep() throws IOException {
    JsonNode example = SharedData.json("icao-9303-11/bac.json");
    JsonNode keys = example.get("document_basic_access_keys");
    JsonNode values = example.get("authentication");
    byte[] encryption = hex(keys, "K_Enc");
    byte[] mac = hex(keys, "K_MAC");
    byte[] zero = new byte[8];
    assertHex(values, "S", DES.decrypt(encryption, zero, hex(values, "E_IFD")));
    assertHex(values, "M_IFD", DES.mac(mac, Padding.add(hex(values, "E_IFD"), 8)));
    assertHex(values, "E_IC", DES.encrypt(encryption, zero, hex(values, "R")));
    assertHex(values, "M_IC", DES.mac(mac, Padding.add(hex(values, "E_IC"), 8)));
    JsonNode session = example.get("session");
    assertHex(session, "KS_Enc", DES.deriveKey(hex(session, "K_seed"), 1));
    assertHex(session, "KS_MAC", DES.deriveKey(hex(session, "K_seed"), 2));
  }

  @Test
  void appendixDAnswersEveryCommandByteForByte() throws IOException {
    JsonNode example = SharedData.json("icao-9303-11/bac.json");
    JsonNode values = example.get("authentication");
    VirtualCard card =
        new VirtualCard(
            ChipImage.builder()
                .mrzKey(example.get("document_basic_access_keys").get("MRZ_information").asText())
                .file(0x011E, efCom(example))
                .build(),
            new ScriptedRandomness(values.get("RND.IC").asText(), values.get("K.IC").asText()));
    card.transmit(HEX.parseHex("00A4040C07A0000002471001"));
    exchange(card, example.get("apdus"), "command", "response");
    exchange(card, example.get("secure_messaging"), "ProtectedAPDU", "RAPDU");
  }

  @Test
  void secureMessagingWithAesEncryptsAndAuthenticates() throws IOException {
    JsonNode examples =
        SharedData.json("icao-9303-11/secure-messaging-aes.json").get("worked_example");
    assertTrue(examples.size() > 0);
    for (JsonNode example : examples) {
      JsonNode encrypt = example.get("encrypt");
      byte[] key = hex(example, "K_Enc");
      byte[] iv = AES.initialVector(key, hex(encrypt, "SSC"));
      assertHex(encrypt, "IV", iv);
      byte[] padded = Padding.add(hex(encrypt, "data"), 16);
      assertHex(encrypt, "data_padded", padded);
      assertHex(encrypt, "cryptogram", AES.encrypt(key, iv, padded));
      JsonNode mac = example.get("mac");
      assertHex(mac, "CC", AES.mac(hex(example, "K_MAC"), hex(mac, "input_padded")));
    }
  }

  @Test
  void secureMessagingWithAesAnswersEveryCommandByteForByte() throws IOException {
    JsonNode trace =
        SharedData.json("icao-9303-11/secure-messaging-aes.json").get("computed_not_in_standard");
    SecureChannel channel =
        new SecureChannel(
            AES, hex(trace, "KS_Enc"), hex(trace, "KS_MAC"), hex(trace, "SSC_initial"));
    for (JsonNode exchange : trace.get("exchanges")) {
      Command command = parse(hex(exchange, "ProtectedAPDU"));
      Command plain = open(channel, command);
      Command expected = parse(hex(exchange, "unprotected_command"));
      assertArrayEquals(expected.header(), plain.header());
      assertArrayEquals(expected.data(), plain.data());
      assertEquals(expected.le(), plain.le());
      Answer answer = channel.protect(plain, Answer.of(hex(exchange, "response_data"))).toAnswer();
      assertHex(exchange, "RAPDU", answer.toBytes());
    }
  }

  private static byte[] efCom(JsonNode example) {
    JsonNode reads = example.get("secure_messaging");
    return HEX.parseHex(
        reads.get(1).get("DecryptedData").asText() + reads.get(2).get("DecryptedData").asText());
  }

  private static void exchange(VirtualCard card, JsonNode exchanges, String in, String out)
      throws CardRemovedException {
    assertTrue(exchanges.size() > 0);
    for (JsonNode exchange : exchanges) {
      assertEquals(
          exchange.get(out).asText(),
          HEX.formatHex(card.transmit(hex(exchange, in))),
          exchange.get("name").asText());
    }
  }

  private static Command parse(byte[] bytes) {
    try {
      return Command.parse(bytes);
    } catch (Refusal e) {
      throw new AssertionError(e);
    }
  }

  private static Command open(SecureChannel channel, Command command) {
    try {
      return channel.open(command);
    } catch (Refusal e) {
      throw new AssertionError(e);
    }
  }

  private static void assertHex(JsonNode node, String field, byte[] actual) {
    assertEquals(node.get(field).asText(), HEX.formatHex(actual), field);
  }

  private static byte[] hex(JsonNode node, String field) {
    return HEX.parseHex(node.get(field).asText());
  }
}
