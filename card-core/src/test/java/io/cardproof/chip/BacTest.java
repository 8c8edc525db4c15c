package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.access.AccessKey;
import io.cardproof.crypto.ChannelCipher;
import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.KeyDerivation;
import io.cardproof.crypto.SessionKeys;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ICAO 9303-11 appendix D.3 and D.4 from the terminal's side. */
class BacTest {
  private JsonNode example;

  @BeforeEach
  void readExample() throws Exception {
    example = SharedData.json("icao-9303-11/bac.json");
  }

  @Test
  void theWorkedExampleByteForByteWithItsSecureMessaging() throws Exception {
    ScriptedPort port = ScriptedPort.of(example.get("apdus"), "command", "response");
    example
        .get("secure_messaging")
        .forEach(
            apdu -> port.expect(apdu.get("ProtectedAPDU").asText(), apdu.get("RAPDU").asText()));
    try (SecureMessaging channel = run(port)) {
      Answer selected = channel.transmit(Apdu.of(0xA4, 0x02, 0x0C, Bytes.ofHex("011E"), 0));
      Answer header = channel.transmit(Apdu.of(0xB0, 0, 0, 4));
      Answer rest = channel.transmit(Apdu.of(0xB0, 0, 4, 18));
      assertTrue(selected.isSuccess());
      assertEquals(
          Bytes.ofHex(example.get("EF_COM").asText()), Bytes.concat(header.data(), rest.data()));
    }
    port.assertFinished();
  }

  @ParameterizedTest
  @ValueSource(strings = {"6300", "63C1", "6982", "6985", "6700", "6C28", "6988"})
  void aRefusalIsAccessDeniedAndNeverTriedAgain(String statusWord) {
    ScriptedPort port =
        new ScriptedPort()
            .expect(text("/apdus/0/command"), text("/apdus/0/response"))
            .expect(text("/apdus/1/command"), statusWord);
    assertThrows(AccessDeniedException.class, () -> run(port).close());
    port.assertFinished();
  }

  @Test
  void aWrongMacInTheChipsAnswerIsAProtocolError() {
    String response = text("/apdus/1/response");
    assertBroken("00" + response.substring(2), "wrong MAC");
  }

  @Test
  void anAnswerOfAnotherLengthIsAProtocolError() {
    assertBroken(text("/apdus/1/response").substring(2), "wrong length");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 15})
  void anAnswerOverOtherNoncesIsAProtocolErrorAlthoughItsMacIsRight(int at) throws Exception {
    // RND.IC is in front, RND.IFD behind it (ISO7816_B_02).
    Bytes nonces = hex("/authentication/RND.IC", "/authentication/RND.IFD");
    byte[] wrong = Bytes.concat(nonces, hex("/authentication/K.IC")).toByteArray();
    wrong[at] ^= 1;
    assertBroken(answer(wrong), "does not belong to this challenge");
  }

  @Test
  void theChipsAnswerIsMadeAsTheExampleHasIt() throws Exception {
    Bytes nonces = hex("/authentication/RND.IC", "/authentication/RND.IFD");
    byte[] right = Bytes.concat(nonces, hex("/authentication/K.IC")).toByteArray();
    assertEquals(text("/apdus/1/response"), answer(right).toUpperCase(Locale.ROOT));
  }

  @Test
  void aChallengeOfAnotherLengthIsAProtocolError() {
    ScriptedPort port =
        new ScriptedPort().expect(text("/apdus/0/command"), "4608F919887022" + "9000");
    assertThrows(ProtocolException.class, () -> run(port).close());
    ScriptedPort longer =
        new ScriptedPort().expect(text("/apdus/0/command"), "4608F9198870221200" + "9000");
    assertThrows(ProtocolException.class, () -> run(longer).close());
  }

  private String answer(byte[] plain) throws Exception {
    try (AccessKey key = AccessKey.mrz("L898902C<", "690806", "940623");
        Secret seed = KeyDerivation.basicAccessSeed(key.secret());
        SessionKeys keys = SessionKeys.derive(CipherSuite.TRIPLE_DES, seed)) {
      byte[] cryptogram =
          ChannelCipher.encryptBlocks(CipherSuite.TRIPLE_DES, keys.encryption(), plain);
      byte[] mac =
          ChannelCipher.macOverMessage(CipherSuite.TRIPLE_DES, keys.authentication(), cryptogram);
      return Bytes.concat(Bytes.of(cryptogram), Bytes.of(mac)).toHex() + "9000";
    }
  }

  private Bytes hex(String... pointers) {
    return Bytes.concat(
        Arrays.stream(pointers).map(pointer -> Bytes.ofHex(text(pointer))).toArray(Bytes[]::new));
  }

  private void assertBroken(String response, String part) {
    ScriptedPort port =
        new ScriptedPort()
            .expect(text("/apdus/0/command"), text("/apdus/0/response"))
            .expect(text("/apdus/1/command"), response);
    ProtocolException e = assertThrows(ProtocolException.class, () -> run(port).close());
    assertTrue(String.valueOf(e.getMessage()).contains(part), e.getMessage());
  }

  private SecureMessaging run(ScriptedPort port) throws Exception {
    FixedRandom random =
        new FixedRandom(text("/authentication/RND.IFD"), text("/authentication/K.IFD"));
    try (AccessKey key = AccessKey.mrz("L898902C<", "690806", "940623")) {
      Bac bac = new Bac(port, random);
      return bac.run(key, bac.challenge().orElseThrow());
    }
  }

  private String text(String pointer) {
    return example.at(pointer).asText();
  }
}
