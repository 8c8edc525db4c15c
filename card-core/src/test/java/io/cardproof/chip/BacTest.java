package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.access.AccessKey;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;
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
