package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.crypto.ChipAuthenticationMappingCheck.Transcript;
import io.cardproof.crypto.ProofException.Fault;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The terminal's check of Chip Authentication Mapping, ICAO 9303-11 §4.4.3.5 and appendix I. */
class ChipAuthenticationMappingCheckTest {
  private static final String PROTOCOL = "0.4.0.127.0.7.2.2.4.6.2";

  private JsonNode example;

  @BeforeEach
  void readExample() throws Exception {
    example = SharedData.json("icao-9303-11/pace-cam-ecdh.json");
  }

  @Test
  void theWorkedExampleProvesItsChip() throws Exception {
    assertDoesNotThrow(
        () -> ChipAuthenticationMappingCheck.verify(transcript(data()), List.of(staticKey())));
  }

  @Test
  void theWorkedExampleDecryptsToItsPrintedQuotient() {
    assertEquals(data(), encrypted(text("/chip_authentication/CA_IC")));
  }

  @Test
  void theKeyIsFoundAmongOthers() throws Exception {
    Bytes other = Bytes.ofHex("3000");
    assertDoesNotThrow(
        () ->
            ChipAuthenticationMappingCheck.verify(transcript(data()), List.of(other, staticKey())));
  }

  @Test
  void anotherStaticKeyIsAClones() throws Exception {
    Bytes spki = staticKey();
    String point = text("/chip_authentication/PK_IC").toHex();
    String another = text("/key_agreement/PK_DH_IC").toHex();
    Bytes changed = Bytes.ofHex(spki.toHex().replace(point, another));
    assertFault(Fault.MAPPING_KEY_MISMATCH, transcript(data()), List.of(changed));
  }

  @Test
  void anotherQuotientIsAClones() throws Exception {
    Bytes other = encrypted(text("/nonce/s"));
    assertFault(Fault.MAPPING_KEY_MISMATCH, transcript(other), List.of(staticKey()));
  }

  @Test
  void missingDataAreNamedAsSuch() throws Exception {
    assertFault(Fault.MAPPING_DATA_MISSING, transcript(Bytes.empty()), List.of(staticKey()));
  }

  @Test
  void dataThatAreNoNumberOfTheGroupAreMalformed() throws Exception {
    Bytes quotient = text("/chip_authentication/CA_IC");
    Bytes wrapped = Bytes.concat(Bytes.ofHex("0420"), quotient);
    Bytes order = Bytes.ofHex("A9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7");
    for (Bytes data :
        List.of(
            encrypted(wrapped),
            encrypted(order),
            encrypted(Bytes.of(new byte[32])),
            encrypted(Bytes.empty()),
            data().slice(0, 47),
            data().slice(0, 32))) {
      assertFault(Fault.MAPPING_DATA_MALFORMED, transcript(data), List.of(staticKey()));
    }
  }

  @Test
  void noKeyOnTheCurveOfTheMappingIsNoProof() throws Exception {
    assertFault(Fault.KEY_MALFORMED, transcript(data()), List.of());
    assertFault(Fault.KEY_MALFORMED, transcript(data()), List.of(Bytes.ofHex("3000")));
  }

  @Test
  void aTranscriptWithAnotherSessionOpensNothing() throws Exception {
    Transcript genuine = transcript(data());
    Transcript swapped =
        new Transcript(
            PROTOCOL,
            13,
            genuine.nonce(),
            genuine.terminalMappingKey(),
            genuine.chipMappingPublicKey(),
            text("/map_nonce/SK_Map_IFD"),
            genuine.chipEphemeralPublicKey(),
            genuine.encryptedData());
    assertFault(Fault.MAPPING_DATA_MALFORMED, swapped, List.of(staticKey()));
  }

  @Test
  void bothSidesWithTheSameKeyAreNotATranscript() throws Exception {
    Transcript genuine = transcript(data());
    Transcript reflected =
        new Transcript(
            PROTOCOL,
            13,
            genuine.nonce(),
            genuine.terminalMappingKey(),
            genuine.chipMappingPublicKey(),
            text("/key_agreement/SK_DH_IC"),
            genuine.chipEphemeralPublicKey(),
            genuine.encryptedData());
    assertFault(Fault.TRANSCRIPT_MALFORMED, reflected, List.of(staticKey()));
  }

  @Test
  void keysOffTheCurveAreNotATranscript() throws Exception {
    Transcript genuine = transcript(data());
    byte[] point = genuine.chipMappingPublicKey().toByteArray();
    point[64] ^= 1;
    Transcript off =
        new Transcript(
            PROTOCOL,
            13,
            genuine.nonce(),
            genuine.terminalMappingKey(),
            Bytes.of(point),
            genuine.terminalEphemeralKey(),
            genuine.chipEphemeralPublicKey(),
            genuine.encryptedData());
    assertFault(Fault.TRANSCRIPT_MALFORMED, off, List.of(staticKey()));
  }

  @Test
  void otherMappingsAndTripleDesProveNothing() throws Exception {
    Transcript genuine = transcript(data());
    for (String oid : List.of("0.4.0.127.0.7.2.2.4.2.2", "0.4.0.127.0.7.2.2.4.6.1", "1.2.3")) {
      Transcript other =
          new Transcript(
              oid,
              13,
              genuine.nonce(),
              genuine.terminalMappingKey(),
              genuine.chipMappingPublicKey(),
              genuine.terminalEphemeralKey(),
              genuine.chipEphemeralPublicKey(),
              genuine.encryptedData());
      assertFault(Fault.UNSUPPORTED, other, List.of(staticKey()));
    }
  }

  private static void assertFault(Fault fault, Transcript transcript, List<Bytes> keys) {
    ProofException e =
        assertThrows(
            ProofException.class, () -> ChipAuthenticationMappingCheck.verify(transcript, keys));
    assertEquals(fault, e.fault());
  }

  private Transcript transcript(Bytes encryptedData) {
    return new Transcript(
        PROTOCOL,
        example.get("parameterId").asInt(),
        text("/nonce/s"),
        text("/map_nonce/SK_Map_IFD"),
        text("/map_nonce/PK_Map_IC"),
        text("/key_agreement/SK_DH_IFD"),
        text("/key_agreement/PK_DH_IC"),
        encryptedData);
  }

  private Bytes data() {
    return text("/chip_authentication/A_IC");
  }

  private Bytes encrypted(Bytes plain) {
    byte[] minusOne = new byte[16];
    Arrays.fill(minusOne, (byte) 0xFF);
    try (SessionKeys keys =
        new SessionKeys(
            CipherSuite.AES_128,
            Secret.owning(text("/session/KS_Enc").toByteArray()),
            Secret.owning(text("/session/KS_MAC").toByteArray()))) {
      return Bytes.of(new ChannelCipher(keys).encrypt(minusOne, plain.toByteArray()));
    }
  }

  private Bytes staticKey() throws Exception {
    Bytes info = text("/chip_authentication/ChipAuthenticationPublicKeyInfo");
    ASN1Sequence sequence = ASN1Sequence.getInstance(info.toByteArray());
    return Bytes.of(sequence.getObjectAt(1).toASN1Primitive().getEncoded());
  }

  private Bytes text(String pointer) {
    return Bytes.ofHex(example.at(pointer).asText());
  }
}
