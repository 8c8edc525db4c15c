package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The primitives against the worked examples of ICAO 9303-11 and TR-03110. */
class WorkedExamplesTest {
  @Test
  void keyDerivationForTripleDes() throws IOException {
    JsonNode derivation = example("bac.json").get("key_derivation");
    try (Secret seed = secret(derivation.get("Kseed"));
        SessionKeys keys = SessionKeys.derive(CipherSuite.TRIPLE_DES, seed)) {
      assertEquals(secret(derivation.at("/steps/0/key")), keys.encryption());
      assertEquals(secret(derivation.at("/steps/1/key")), keys.authentication());
    }
  }

  @Test
  void seedOfTheDocumentBasicAccessKeys() throws IOException {
    JsonNode keys = example("bac.json").get("document_basic_access_keys");
    Secret information = ascii(keys.get("MRZ_information"));
    assertEquals(secret(keys.get("K_seed")), KeyDerivation.basicAccessSeed(information));
  }

  @Test
  void passwordKeyOfPaceFromTheMrz() throws IOException {
    JsonNode password = example("pace-gm-ecdh.json").get("password");
    Secret k = KeyDerivation.mrzPassword(ascii(password.get("MRZ_information")));
    assertEquals(secret(password.get("K")), k);
    assertEquals(secret(password.get("K_pi")), KeyDerivation.passwordKey(CipherSuite.AES_128, k));
  }

  @Test
  void nonceOfPace() throws IOException {
    JsonNode example = example("pace-gm-ecdh.json");
    byte[] nonce =
        ChannelCipher.decryptBlocks(
            CipherSuite.AES_128,
            secret(example.at("/password/K_pi")),
            bytes(example.at("/nonce/z")));
    assertArrayEquals(bytes(example.at("/nonce/s")), nonce);
  }

  @Test
  void secureMessagingUnderAes() throws IOException {
    for (JsonNode example : example("secure-messaging-aes.json").get("worked_example")) {
      ChannelCipher cipher =
          new ChannelCipher(
              new SessionKeys(
                  CipherSuite.AES_128, secret(example.get("K_Enc")), secret(example.get("K_MAC"))));
      JsonNode encrypt = example.get("encrypt");
      JsonNode mac = example.get("mac");
      byte[] cryptogram = cipher.encrypt(bytes(encrypt.get("SSC")), bytes(encrypt.get("data")));
      assertArrayEquals(bytes(encrypt.get("cryptogram")), cryptogram);
      assertArrayEquals(
          bytes(encrypt.get("data_padded")), cipher.decrypt(bytes(encrypt.get("SSC")), cryptogram));
      assertArrayEquals(
          bytes(mac.get("CC")), cipher.mac(bytes(mac.get("SSC")), bytes(mac.get("data"))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chip-authentication-ecdh.json", "chip-authentication-dh.json"})
  void chipAuthenticationVersion1DerivesTheKeysFromTheSharedSecretAlone(String file)
      throws Exception {
    JsonNode example = example(file);
    AgreementGroup group =
        AgreementGroups.byParameterId(example.get("parameterId").asInt()).orElseThrow();
    BigInteger terminal = new BigInteger(1, bytes(example.at("/ephemeral/SK_PCD")));
    BigInteger chip = new BigInteger(1, bytes(example.at("/static/SK_PICC")));
    Bytes chipPublic = Bytes.of(bytes(example.at("/static/PK_PICC")));
    assertEquals(Bytes.of(bytes(example.at("/ephemeral/PK_PCD"))), group.publicKey(terminal));
    assertEquals(chipPublic, group.publicKey(chip));
    try (Secret shared = group.sharedSecret(terminal, chipPublic)) {
      assertEquals(secret(example.get("K")), shared);
    }
    JsonNode expected = example.at("/computed_not_in_standard/version_1_session_keys");
    AgreementPublicKey key = new AgreementPublicKey(group, chipPublic);
    try (SessionKeys keys = ChipAuthenticationCheck.agree(CipherSuite.AES_128, key, terminal)) {
      assertEquals(secret(expected.get("K_Enc")), keys.encryption());
      assertEquals(secret(expected.get("K_MAC")), keys.authentication());
    }
  }

  private static JsonNode example(String file) throws IOException {
    return SharedData.json("icao-9303-11/" + file);
  }

  private static byte[] bytes(JsonNode hex) {
    return Bytes.ofHex(hex.asText()).toByteArray();
  }

  private static Secret secret(JsonNode hex) {
    return Secret.owning(bytes(hex));
  }

  private static Secret ascii(JsonNode text) {
    return Secret.owning(text.asText().getBytes(StandardCharsets.US_ASCII));
  }
}
