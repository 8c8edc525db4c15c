package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.SharedData;
import io.cardproof.access.AccessKey;
import io.cardproof.crypto.AgreementGroups;
import io.cardproof.crypto.SessionKeys;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ICAO 9303-11 appendix G.1 from the terminal's side, and chips that deviate from it. */
class PaceTest {
  private JsonNode example;

  @BeforeEach
  void readExample() throws Exception {
    example = SharedData.json("icao-9303-11/pace-gm-ecdh.json");
  }

  @Test
  void theWorkedExampleByteForByte() throws Exception {
    ScriptedPort port = script();
    try (SessionKeys keys = run(port, false)) {
      assertEquals(secret("/session/KS_Enc"), keys.encryption());
      assertEquals(secret("/session/KS_MAC"), keys.authentication());
    }
    port.assertFinished();
  }

  @Test
  void aWrongTokenOfTheChipIsAProtocolError() {
    answer(4, "7C0A86083ABB9674BCE93C099000");
    assertProtocolError("token is wrong");
  }

  @Test
  void aMissingTokenIsAProtocolError() {
    answer(4, "7C009000");
    assertProtocolError("token is missing");
  }

  @Test
  void anObjectBesideTheTokenIsAProtocolError() {
    answer(4, "7C0D86083ABB9674BCE93C088901009000");
    assertProtocolError("an object 89 stands beside the authentication token");
  }

  @Test
  void theOwnEphemeralKeySentBackIsAProtocolError() {
    answer(3, "7C438441" + text("/key_agreement/PK_DH_IFD") + "9000");
    assertProtocolError("own ephemeral key");
  }

  @Test
  void theOwnMappingKeySentBackIsAProtocolError() {
    answer(2, "7C438241" + text("/map_nonce/PK_Map_IFD") + "9000");
    assertProtocolError("own mapping key");
  }

  @Test
  void aPointOffTheCurveIsAProtocolError() {
    String point = text("/map_nonce/PK_Map_IC");
    answer(2, "7C438241" + point.substring(0, 128) + "00" + "9000");
    assertProtocolError("not on the curve");
  }

  @Test
  void aWrongTagIsAProtocolError() {
    answer(3, "7C438341" + text("/key_agreement/PK_DH_IC") + "9000");
    assertProtocolError("the ephemeral key has the tag 83, not 84");
  }

  @Test
  void aNonceOfAnotherLengthIsAProtocolError() {
    answer(1, "7C0A800895A3A016522EE98D9000");
    assertProtocolError("nonce has a wrong length");
  }

  @Test
  void aRefusedPasswordIsAccessDeniedWithoutAnotherAttempt() {
    answer(4, "63C2");
    ScriptedPort port = script();
    AccessDeniedException e =
        assertThrows(AccessDeniedException.class, () -> run(port, false).close());
    assertEquals(2, e.attemptsLeft().orElseThrow());
    assertEquals(0x63C2, e.statusWord());
    port.assertFinished();
  }

  @Test
  void domainParametersAreNamedOnlyWhenAmbiguousAndTheOtherFormIsTriedOnce() throws Exception {
    String without = text("/apdus/0/command");
    String with = "0022C1A412800A04007F0007020204020283010184010D";
    ScriptedPort refusing = new ScriptedPort().expect(without, "6A80").expect(with, "6A80");
    assertThrows(ProtocolException.class, () -> run(refusing, false).close());
    refusing.assertFinished();

    ScriptedPort ambiguous = new ScriptedPort().expect(with, "9000");
    for (int i = 1; i < 5; i++) {
      ambiguous.expect(text("/apdus/" + i + "/command"), text("/apdus/" + i + "/response"));
    }
    run(ambiguous, true).close();
    ambiguous.assertFinished();
  }

  private SessionKeys run(ScriptedPort port, boolean ambiguous) throws Exception {
    PaceOffer offer =
        new PaceOffer(
            PaceVariant.of("0.4.0.127.0.7.2.2.4.2.2").orElseThrow(),
            AgreementGroups.byParameterId(13).orElseThrow(),
            OptionalInt.of(13),
            ambiguous);
    FixedRandom random =
        new FixedRandom(text("/map_nonce/SK_Map_IFD"), text("/key_agreement/SK_DH_IFD"));
    Channel channel = new PlainChannel(port);
    try (AccessKey key = AccessKey.mrz("T22000129", "640812", "101031")) {
      new PaceSelection(channel).choose(List.of(offer), key.kind());
      return new Pace(channel, random, offer, key).run().keys();
    }
  }

  private void assertProtocolError(String part) {
    ProtocolException e = assertThrows(ProtocolException.class, () -> run(script(), false).close());
    assertTrue(String.valueOf(e.getMessage()).contains(part), e.getMessage());
  }

  private ScriptedPort script() {
    return ScriptedPort.of(example.get("apdus"), "command", "response");
  }

  private void answer(int index, String response) {
    ((ObjectNode) example.get("apdus").get(index)).put("response", response);
  }

  private Secret secret(String pointer) {
    return Secret.owning(Bytes.ofHex(text(pointer)).toByteArray());
  }

  private String text(String pointer) {
    return example.at(pointer).asText();
  }
}
