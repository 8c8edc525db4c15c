package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.SessionKeys;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecureMessagingTest {
  @Test
  void theComputedTraceUnderAesByteForByte() throws Exception {
    JsonNode trace =
        SharedData.json("icao-9303-11/secure-messaging-aes.json").get("computed_not_in_standard");
    ScriptedPort port = ScriptedPort.of(trace.get("exchanges"), "ProtectedAPDU", "RAPDU");
    try (SecureMessaging channel =
        channel(port, trace.get("KS_Enc").asText(), trace.get("KS_MAC").asText())) {
      assertTrue(channel.transmit(Apdu.of(0xA4, 0x02, 0x0C, Bytes.ofHex("011E"), 0)).isSuccess());
      Bytes header = channel.transmit(Apdu.of(0xB0, 0, 0, 4)).data();
      Bytes rest = channel.transmit(Apdu.of(0xB0, 0, 4, 18)).data();
      assertEquals(Bytes.ofHex(trace.get("EF_COM").asText()), Bytes.concat(header, rest));
    }
    port.assertFinished();
  }

  @ParameterizedTest
  @CsvSource({
    "990290008E08BEA7B381C494A0789000, a wrong MAC",
    "990290008E08BEA7B381C494A0796A82, another outer status word",
    "9000, success outside the channel",
    "6988, an error outside the channel",
    "990290009000, no MAC",
    "8E08BEA7B381C494A0799000, no protected status word",
    "990290008E08BEA7B381C494A079009000, bytes after the MAC",
    "990290008E07BEA7B381C494A09000, a short MAC",
    "9904900090008E08BEA7B381C494A0799000, a long status word",
    "87847FFFFFF0019000, an impossible length",
    "878003019000, an indefinite length",
    "8785FFFFFFFFFF9000, five bytes of length",
    "8783FFFFFF019000, a length beyond the message",
    "5300990290008E08BEA7B381C494A0799000, an unknown object",
    "99029000990290008E08BEA7B381C494A0799000, an object twice",
    "870100990290008E08BEA7B381C494A0799000, an unknown padding indicator",
    "8E089000, a truncated object"
  })
  void anythingButAnAnswerUnderTheKeysEndsTheChannel(String response, String what)
      throws Exception {
    JsonNode trace =
        SharedData.json("icao-9303-11/secure-messaging-aes.json").get("computed_not_in_standard");
    ScriptedPort port =
        new ScriptedPort().expect(trace.at("/exchanges/0/ProtectedAPDU").asText(), response);
    Apdu select = Apdu.of(0xA4, 0x02, 0x0C, Bytes.ofHex("011E"), 0);
    try (SecureMessaging channel =
        channel(port, trace.get("KS_Enc").asText(), trace.get("KS_MAC").asText())) {
      assertThrows(ProtocolException.class, () -> channel.transmit(select), what);
      // Not sent again, nor anything else: the script is empty.
      assertThrows(ProtocolException.class, () -> channel.transmit(select), what);
    }
    port.assertFinished();
  }

  @Test
  void theLargestReadFillsTheJdksBufferAndNoMore() throws Exception {
    try (SecureMessaging channel = channel(new ScriptedPort(), "00".repeat(16), "00".repeat(16))) {
      assertEquals(8159, channel.largestRead(8192));
      assertEquals(65503, channel.largestRead(65538));
      assertEquals(8159, channel.largestRead(8181), "to the byte");
      assertEquals(8143, channel.largestRead(8180));
      assertEquals(223, channel.largestRead(258), "what a short answer holds under AES");
    }
  }

  @Test
  void aChannelIsConfirmedByTheFirstAnswerUnderItsKeys() throws Exception {
    JsonNode trace =
        SharedData.json("icao-9303-11/secure-messaging-aes.json").get("computed_not_in_standard");
    ScriptedPort port = ScriptedPort.of(trace.get("exchanges"), "ProtectedAPDU", "RAPDU");
    try (SecureMessaging channel =
        channel(port, trace.get("KS_Enc").asText(), trace.get("KS_MAC").asText())) {
      assertFalse(channel.isConfirmed());
      channel.transmit(Apdu.of(0xA4, 0x02, 0x0C, Bytes.ofHex("011E"), 0));
      assertTrue(channel.isConfirmed());
      assertFalse(channel.isPlain());
      assertEquals(Optional.of(CipherSuite.AES_128), channel.suite());
    }
  }

  @Test
  void closingWipesTheKeysAndSendsNothingMore() {
    Secret encryption = Secret.owning(new byte[16]);
    Secret authentication = Secret.owning(new byte[16]);
    SecureMessaging channel =
        SecureMessaging.fromZero(
            new ScriptedPort(), new SessionKeys(CipherSuite.AES_128, encryption, authentication));
    channel.close();
    assertThrows(IllegalStateException.class, encryption::reveal);
    assertThrows(IllegalStateException.class, authentication::reveal);
    assertThrows(ProtocolException.class, () -> channel.transmit(Apdu.of(0xA4, 0, 0x0C, 0)));
  }

  private static SecureMessaging channel(ScriptedPort port, String encryption, String mac) {
    return SecureMessaging.fromZero(
        port,
        new SessionKeys(
            CipherSuite.AES_128,
            Secret.owning(Bytes.ofHex(encryption).toByteArray()),
            Secret.owning(Bytes.ofHex(mac).toByteArray())));
  }
}
