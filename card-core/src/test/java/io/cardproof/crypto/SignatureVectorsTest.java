package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.crypto.SignatureScheme.Family;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of Wycheproof. */
class SignatureVectorsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ecdsa_brainpoolP256r1_sha256_test.json",
        "ecdsa_brainpoolP384r1_sha384_test.json",
        "ecdsa_brainpoolP512r1_sha512_test.json",
        "ecdsa_secp256r1_sha256_test.json",
        "ecdsa_secp384r1_sha384_test.json",
        "ecdsa_secp521r1_sha512_test.json",
        "ecdsa_brainpoolP256r1_sha256_p1363_test.json",
        "ecdsa_secp256r1_sha256_p1363_test.json",
        "rsa_pss_2048_sha256_mgf1_32_test.json",
        "rsa_pss_4096_sha256_mgf1_32_test.json",
        "rsa_signature_2048_sha256_test.json",
        "rsa_signature_4096_sha512_test.json"
      })
  void everyValidSignatureIsAcceptedAndNoInvalidOneIs(String file) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (JsonNode group : SharedData.json("wycheproof/" + file).get("testGroups")) {
      VerificationKey key =
          new SignatureAlgorithms().key(Bytes.ofHex(group.get("publicKeyDer").asText()));
      for (JsonNode test : group.get("tests")) {
        String expected = test.get("result").asText();
        String outcome = outcome(key, scheme(group), test);
        if (!expected.equals("acceptable") && !expected.equals(outcome)) {
          wrong.add(test.get("tcId") + " " + test.get("comment") + ": " + outcome);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static SignatureScheme scheme(JsonNode group) {
    String digest = group.get("sha").asText();
    return switch (group.get("type").asText()) {
      case "EcdsaVerify" -> new SignatureScheme(Family.ECDSA, digest, digest, 0);
      case "EcdsaP1363Verify" -> new SignatureScheme(Family.ECDSA_PLAIN, digest, digest, 0);
      case "RsassaPkcs1Verify" -> new SignatureScheme(Family.RSA, digest, digest, 0);
      default ->
          new SignatureScheme(
              Family.RSA_PSS, digest, group.get("mgfSha").asText(), group.get("sLen").asInt());
    };
  }

  private static String outcome(VerificationKey key, SignatureScheme scheme, JsonNode test)
      throws SignatureCheckException {
    try {
      key.verify(
          scheme, Bytes.ofHex(test.get("msg").asText()), Bytes.ofHex(test.get("sig").asText()));
      return "valid";
    } catch (SignatureCheckException e) {
      if (e.fault() == SignatureCheckException.Fault.INVALID) {
        return "invalid";
      }
      throw e;
    }
  }
}
