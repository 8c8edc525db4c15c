package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.access.AccessKey;
import io.cardproof.crypto.AgreementGroup;
import io.cardproof.crypto.AgreementGroups;
import io.cardproof.crypto.DhGroup;
import io.cardproof.evidence.ChipProof;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * ICAO 9303-11 appendices G, H and I, and the example of TR-03110, from the terminal's side: with
 * the terminal's values drawn as in the example, every command and both keys are those of the
 * example. Where it prints no commands, they are made of its values.
 */
class PaceExamplesTest {
  @ParameterizedTest
  @CsvSource({
    "pace-gm-ecdh, MRZ, 0.4.0.127.0.7.2.2.4.2.2",
    "pace-gm-dh, MRZ, 0.4.0.127.0.7.2.2.4.1.2",
    "pace-im-ecdh, CAN, 0.4.0.127.0.7.2.2.4.4.2",
    "pace-im-dh, CAN, 0.4.0.127.0.7.2.2.4.3.2",
    "pace-cam-ecdh, MRZ, 0.4.0.127.0.7.2.2.4.6.2",
    "eac2-pace-gm-ecdh, PIN, 0.4.0.127.0.7.2.2.4.2.2",
    "eac2-pace-gm-dh, PIN, 0.4.0.127.0.7.2.2.4.1.2"
  })
  void everyCommandAndBothKeys(String file, AccessKey.Kind kind, String oid) throws Exception {
    JsonNode example = SharedData.json("icao-9303-11/" + file + ".json");
    assertEquals(oid, dotted(example.get("protocol_OID").asText()));
    int parameterId = example.get("parameterId").asInt();
    AgreementGroup group = AgreementGroups.byParameterId(parameterId).orElseThrow();
    PaceOffer offer =
        new PaceOffer(PaceVariant.of(oid).orElseThrow(), group, OptionalInt.of(parameterId), false);
    ScriptedPort port = example.has("apdus") ? printed(example) : made(example, kind);
    Channel channel = new PlainChannel(port);
    try (AccessKey key = key(example, kind)) {
      new PaceSelection(channel).choose(List.of(offer), kind);
      Pace.Outcome outcome = new Pace(channel, random(example, group), offer, key).run();
      assertEquals(
          secret(either(example, "/session/KS_Enc", "/session/K_Enc")), encryption(outcome));
      assertEquals(
          secret(either(example, "/session/KS_MAC", "/session/K_MAC")), authentication(outcome));
      assertEquals(example.has("chip_authentication"), outcome.proof().isPresent());
      outcome.proof().ifPresent(proof -> assertMapping(example, proof));
      outcome.keys().close();
    }
    port.assertFinished();
  }

  private static Secret encryption(Pace.Outcome outcome) {
    return outcome.keys().encryption();
  }

  private static Secret authentication(Pace.Outcome outcome) {
    return outcome.keys().authentication();
  }

  private static void assertMapping(JsonNode example, ChipProof proof) {
    ChipProof.ChipAuthenticationMapping mapping = (ChipProof.ChipAuthenticationMapping) proof;
    assertEquals(hex(example.at("/nonce/s")), mapping.nonce());
    assertEquals(hex(example.at("/map_nonce/SK_Map_IFD")), mapping.terminalMappingKey());
    assertEquals(hex(example.at("/map_nonce/PK_Map_IC")), mapping.chipMappingPublicKey());
    assertEquals(hex(example.at("/key_agreement/SK_DH_IFD")), mapping.terminalEphemeralKey());
    assertEquals(hex(example.at("/key_agreement/PK_DH_IC")), mapping.chipEphemeralPublicKey());
    assertEquals(hex(example.at("/chip_authentication/A_IC")), mapping.encryptedData());
  }

  private static AccessKey key(JsonNode example, AccessKey.Kind kind) throws Exception {
    return switch (kind) {
      case MRZ -> mrz(example.at("/password/MRZ_information").asText());
      case CAN -> AccessKey.can("123456");
      case PIN -> AccessKey.pin(example.at("/password/value").asText());
      case PUK -> throw new IllegalArgumentException("no example has a PUK");
    };
  }

  // Number, birth and expiry of the MRZ information, without their check digits.
  private static AccessKey mrz(String information) throws Exception {
    return AccessKey.mrz(
        information.substring(0, 9), information.substring(10, 16), information.substring(17, 23));
  }

  private static FixedRandom random(JsonNode example, AgreementGroup group) {
    List<String> drawn = new ArrayList<>();
    drawn.add(
        example.at("/map_nonce/t").isMissingNode()
            ? key(group, either(example, "/map_nonce/SK_Map_IFD", "/map_nonce/SK_Map_PCD"))
            : example.at("/map_nonce/t").asText());
    drawn.add(key(group, either(example, "/key_agreement/SK_DH_IFD", "/key_agreement/SK_PCD")));
    return new FixedRandom(drawn.toArray(String[]::new));
  }

  // Some examples print private keys longer than the order; the same modulo the order is the same.
  private static String key(AgreementGroup group, JsonNode printed) {
    BigInteger key = new BigInteger(printed.asText(), 16);
    BigInteger reduced = group instanceof DhGroup numbers ? key.mod(order(numbers)) : key;
    return Bytes.of(BigIntegers.asUnsignedByteArray(group.privateKeyBytes(), reduced)).toHex();
  }

  private static BigInteger order(DhGroup numbers) {
    return numbers.order().orElseThrow();
  }

  private static ScriptedPort printed(JsonNode example) {
    ScriptedPort port = new ScriptedPort();
    example
        .get("apdus")
        .forEach(
            apdu -> {
              String response = apdu.get("response").asText();
              // G.2 prints the last response without its status word.
              boolean whole = response.endsWith("9000");
              port.expect(apdu.get("command").asText(), whole ? response : response + "9000");
            });
    return port;
  }

  private static ScriptedPort made(JsonNode example, AccessKey.Kind kind) {
    ScriptedPort port = new ScriptedPort();
    Bytes template =
        Bytes.concat(
            Template.object(0x80, hex(example.get("protocol_OID"))),
            Template.object(0x83, Bytes.of((byte) (kind == AccessKey.Kind.CAN ? 2 : 3))));
    port.expect("0022C1A4" + length(template) + template.toHex(), "9000");
    JsonNode nonce = example.at("/map_nonce/t");
    Bytes sent = hex(nonce.isMissingNode() ? example.at("/map_nonce/PK_Map_PCD") : nonce);
    Bytes mapped =
        nonce.isMissingNode() ? hex(example.at("/map_nonce/PK_Map_PICC")) : Bytes.empty();
    Bytes terminalKey = hex(either(example, "/key_agreement/PK_DH_IFD", "/key_agreement/PK_PCD"));
    Bytes chipKey = hex(either(example, "/key_agreement/PK_DH_IC", "/key_agreement/PK_PICC"));
    String tokens = "/mutual_authentication/T_";
    Bytes terminalToken = hex(either(example, tokens + "IFD", tokens + "PCD"));
    Bytes chipToken = hex(either(example, tokens + "IC", tokens + "PICC"));
    step(port, 0x10, Bytes.empty(), Template.object(0x80, hex(example.at("/nonce/z"))));
    step(port, 0x10, Template.object(0x81, sent), Template.object(0x82, mapped));
    step(port, 0x10, Template.object(0x83, terminalKey), Template.object(0x84, chipKey));
    step(port, 0x00, Template.object(0x85, terminalToken), Template.object(0x86, chipToken));
    return port;
  }

  private static void step(ScriptedPort port, int classByte, Bytes command, Bytes answer) {
    Bytes data = Template.dynamic(command);
    port.expect(
        String.format("%02X860000%s%s00", classByte, length(data), data.toHex()),
        Template.dynamic(answer).toHex() + "9000");
  }

  private static String length(Bytes data) {
    return String.format("%02X", data.length());
  }

  private static JsonNode either(JsonNode example, String icao, String bsi) {
    return example.at(icao).isMissingNode() ? example.at(bsi) : example.at(icao);
  }

  private static Bytes hex(JsonNode text) {
    return Bytes.ofHex(text.asText());
  }

  private static Secret secret(JsonNode text) {
    return Secret.owning(hex(text).toByteArray());
  }

  private static String dotted(String value) throws Exception {
    byte[] der =
        Bytes.concat(Bytes.of((byte) 6), Bytes.ofHex(length(Bytes.ofHex(value)) + value))
            .toByteArray();
    return ((ASN1ObjectIdentifier) ASN1Primitive.fromByteArray(der)).getId();
  }
}
