package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.io.IOException;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mappings and agreements of ICAO 9303-11 appendices G, H and I, and of TR-03110. */
class MappingExamplesTest {
  @ParameterizedTest
  @ValueSource(strings = {"pace-gm-ecdh", "pace-gm-dh", "pace-cam-ecdh"})
  void genericMappingFromBothSides(String file) throws Exception {
    JsonNode example = example(file);
    AgreementGroup group = group(example);
    BigInteger terminal = number(example.at("/map_nonce/SK_Map_IFD"));
    BigInteger chip = number(example.at("/map_nonce/SK_Map_IC"));
    Bytes terminalKey = bytes(example.at("/map_nonce/PK_Map_IFD"));
    Bytes chipKey = bytes(example.at("/map_nonce/PK_Map_IC"));
    Bytes nonce = bytes(example.at("/nonce/s"));
    assertEquals(terminalKey, group.publicKey(terminal));
    assertEquals(chipKey, group.publicKey(chip));
    AgreementGroup mapped = GenericMapping.map(group, nonce, terminal, chipKey);
    assertEquals(mapped, GenericMapping.map(group, nonce, chip, terminalKey));
    assertMapped(example, mapped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pace-im-ecdh", "pace-im-dh"})
  void integratedMappingStepByStep(String file) throws Exception {
    JsonNode example = example(file);
    AgreementGroup group = group(example);
    Bytes s = bytes(example.at("/nonce/s"));
    Bytes t = bytes(example.at("/map_nonce/t"));
    BigInteger prime =
        group instanceof EcGroup curve
            ? curve.domain().getCurve().getField().getCharacteristic()
            : ((DhGroup) group).prime();
    assertEquals(
        bytes(example.at("/map_nonce/R")),
        IntegratedMapping.pseudoRandom(CipherSuite.AES_128, s, t, prime.bitLength() + 64));
    assertEquals(
        number(example.at("/map_nonce/R_p")),
        IntegratedMapping.number(CipherSuite.AES_128, s, t, prime));
    assertMapped(example, IntegratedMapping.map(group, CipherSuite.AES_128, s, t));
  }

  private static void assertMapped(JsonNode example, AgreementGroup mapped) throws Exception {
    Bytes generator = bytes(example.at("/map_nonce/mapped_generator"));
    assertEquals(generator, mapped.publicKey(BigInteger.ONE));
    BigInteger terminal = number(example.at("/key_agreement/SK_DH_IFD"));
    BigInteger chip = number(example.at("/key_agreement/SK_DH_IC"));
    Bytes terminalKey = bytes(example.at("/key_agreement/PK_DH_IFD"));
    Bytes chipKey = bytes(example.at("/key_agreement/PK_DH_IC"));
    assertEquals(terminalKey, mapped.publicKey(terminal));
    assertEquals(chipKey, mapped.publicKey(chip));
    Secret expected = secret(example.at("/key_agreement/K"));
    assertEquals(expected, mapped.sharedSecret(terminal, chipKey));
    assertEquals(expected, mapped.sharedSecret(chip, terminalKey));
    try (SessionKeys keys = SessionKeys.derive(CipherSuite.AES_128, expected)) {
      assertEquals(secret(example.at("/session/KS_Enc")), keys.encryption());
      assertEquals(secret(example.at("/session/KS_MAC")), keys.authentication());
    }
  }

  private static AgreementGroup group(JsonNode example) {
    return AgreementGroups.byParameterId(example.get("parameterId").asInt()).orElseThrow();
  }

  private static JsonNode example(String file) throws IOException {
    return SharedData.json("icao-9303-11/" + file + ".json");
  }

  private static Bytes bytes(JsonNode hex) {
    return Bytes.ofHex(hex.asText());
  }

  private static BigInteger number(JsonNode hex) {
    return new BigInteger(hex.asText(), 16);
  }

  private static Secret secret(JsonNode hex) {
    return Secret.owning(bytes(hex).toByteArray());
  }
}
