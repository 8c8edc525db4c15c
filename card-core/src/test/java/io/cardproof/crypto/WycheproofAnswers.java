package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.crypto.SignatureScheme.Family;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** What our entry points say to one vector. */
final class WycheproofAnswers {
  private static final Map<Integer, CipherSuite> CIPHERS =
      Map.of(128, CipherSuite.AES_128, 192, CipherSuite.AES_192, 256, CipherSuite.AES_256);
  private static final Map<String, String> ECDSA =
      Map.of(
          "SHA-256", "1.2.840.10045.4.3.2",
          "SHA-384", "1.2.840.10045.4.3.3",
          "SHA-512", "1.2.840.10045.4.3.4");

  private WycheproofAnswers() {}

  static boolean to(JsonNode group, JsonNode test) throws Exception {
    String type = group.get("type").asText();
    return switch (type) {
      case "MacTest" -> mac(group, test);
      case "EcdhTest" -> agreement(test);
      case "EcdsaVerify", "EcdsaP1363Verify" -> ecdsa(group, test);
      case "RsassaPkcs1Verify", "RsassaPssVerify" -> signature(group, test);
      default -> throw new AssertionError("unknown kind of vectors: " + type);
    };
  }

  private static boolean mac(JsonNode group, JsonNode test) {
    CipherSuite suite = CIPHERS.get(group.get("keySize").asInt());
    if (suite == null) {
      return false;
    }
    byte[] mac =
        ChannelCipher.mac(
            suite,
            Secret.owning(bytes(test, "key").toByteArray()),
            bytes(test, "msg").toByteArray());
    return bytes(test, "tag").slice(0, mac.length).equals(Bytes.of(mac));
  }

  private static boolean agreement(JsonNode test) {
    try {
      AgreementPublicKey key = AgreementGroups.publicKey(bytes(test, "public"));
      BigInteger own = new BigInteger(1, bytes(test, "private").toByteArray());
      try (Secret shared = key.group().sharedSecret(own, key.encoded())) {
        return bytes(test, "shared").equals(Bytes.of(shared.reveal()));
      }
    } catch (KeyFormatException e) {
      return false;
    }
  }

  // The same numbers are what Active Authentication signs with: both must say the same.
  private static boolean ecdsa(JsonNode group, JsonNode test) throws Exception {
    boolean accepted = signature(group, test);
    assertEquals(accepted, activeAuthentication(group, test), "test " + test.get("tcId"));
    return accepted;
  }

  private static boolean activeAuthentication(JsonNode group, JsonNode test) {
    try {
      ActiveAuthenticationCheck.verify(
          bytes(group, "publicKeyDer"),
          Optional.ofNullable(ECDSA.get(group.get("sha").asText())),
          bytes(test, "msg"),
          bytes(test, "sig"));
      return true;
    } catch (ProofException e) {
      return false;
    }
  }

  private static boolean signature(JsonNode group, JsonNode test) throws Exception {
    VerificationKey key = new SignatureAlgorithms().key(bytes(group, "publicKeyDer"));
    try {
      key.verify(scheme(group), bytes(test, "msg"), bytes(test, "sig"));
      return true;
    } catch (SignatureCheckException e) {
      if (e.fault() != SignatureCheckException.Fault.INVALID) {
        throw e;
      }
      return false;
    }
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

  private static Bytes bytes(JsonNode node, String field) {
    return Bytes.ofHex(node.get(field).asText());
  }
}
