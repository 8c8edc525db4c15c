package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cardproof.SharedData;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** The primitives against Project Wycheproof. */
class WycheproofTest {
  @Test
  void cmac() throws Exception {
    int checked = 0;
    for (JsonNode group : SharedData.json("wycheproof/aes_cmac_test.json").get("testGroups")) {
      if (group.get("keySize").asInt() != 128 || group.get("tagSize").asInt() != 128) {
        continue;
      }
      for (JsonNode test : group.get("tests")) {
        byte[] mac =
            ChannelCipher.mac(
                CipherSuite.AES_128,
                Secret.owning(bytes(test, "key").toByteArray()),
                bytes(test, "msg").toByteArray());
        boolean same = bytes(test, "tag").slice(0, mac.length).equals(Bytes.of(mac));
        boolean valid = test.get("result").asText().equals("valid");
        // Some of the wrong tags differ only in the half that is not sent.
        assertTrue(same || !valid, "test " + test.get("tcId"));
        checked++;
      }
    }
    assertTrue(checked > 50, "checked " + checked);
  }

  @Test
  void keyAgreementOnBrainpoolP256r1() throws Exception {
    int agreed = 0;
    JsonNode file = SharedData.json("wycheproof/ecdh_brainpoolP256r1_test.json");
    for (JsonNode group : file.get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        agreed += agree(test) ? 1 : 0;
      }
    }
    assertTrue(agreed > 100, "agreed " + agreed);
  }

  private static boolean agree(JsonNode test) {
    byte[] shared;
    try {
      EcPublicKey key = EcCurves.publicKey(bytes(test, "public"));
      BigInteger own = new BigInteger(1, bytes(test, "private").toByteArray());
      shared = EcCurves.sharedSecret(key.point().multiply(own));
    } catch (KeyFormatException e) {
      assertTrue(
          !test.get("result").asText().equals("valid"), "test " + test.get("tcId") + " is valid");
      return false;
    }
    boolean same = bytes(test, "shared").equals(Bytes.of(shared));
    // A cofactor may be absent: it is optional in X9.62, and the curves here all have 1.
    boolean allowed =
        !test.get("result").asText().equals("invalid")
            || test.get("flags").toString().contains("NoCofactor");
    assertEquals(allowed, same, "test " + test.get("tcId"));
    return same;
  }

  private static Bytes bytes(JsonNode test, String field) {
    return Bytes.ofHex(test.get(field).asText());
  }
}
