package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Phase;
import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Digests;
import io.cardproof.simulator.persona.Document;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** The chips of the unit {@code access}: answers to EXTERNAL AUTHENTICATE, ICAO 9303-11 §4.3. */
final class AccessCases {
  private static final int EXTERNAL_AUTHENTICATE = 0x82;
  private static final int AUTHENTICATION_FAILED = 0x6300;
  private static final int NONCE = 8;
  private static final int CRYPTOGRAM = 32;
  private static final int SEED = 16;
  private static final CipherSuite SUITE = CipherSuite.TRIPLE_DES;

  private AccessCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "ISO7816_B_01", ChipFault.plain(AccessCases::opens, AccessCases::withWrongMac),
        "ISO7816_B_02", otherNonces(),
        "ISO7816_B_03",
            ChipFault.instead(AccessCases::opens, Answer.status(AUTHENTICATION_FAILED)));
  }

  private static boolean opens(Exchange exchange) {
    return exchange.ins() == EXTERNAL_AUTHENTICATE && exchange.phase() == Phase.PLAIN;
  }

  private static Answer withWrongMac(Answer answer) {
    byte[] data = answer.data();
    data[data.length - 1] ^= (byte) 0xFF;
    return answer.withData(data);
  }

  private static CaseFault otherNonces() {
    return new CaseFault() {
      @Override
      public void chip(ChipImage.Builder chip, Document document) {
        if (!document.bac()) {
          throw new IllegalArgumentException("the case needs a document with BAC");
        }
        chip.interference(
            ChipFault.plain(
                (exchange, answer) -> opens(exchange) ? otherNonces(document, answer) : answer));
      }
    };
  }

  /** Both nonces are others, and the MAC is right. */
  private static Answer otherNonces(Document document, Answer answer) {
    byte[] information = document.mrzInformation().getBytes(StandardCharsets.US_ASCII);
    byte[] seed = Arrays.copyOf(Digests.hash("SHA-1", information), SEED);
    byte[] encryptionKey = SUITE.deriveKey(seed, 1);
    byte[] start = new byte[SUITE.blockSize()];
    byte[] plain = SUITE.decrypt(encryptionKey, start, Arrays.copyOf(answer.data(), CRYPTOGRAM));
    plain[0] ^= (byte) 0xFF;
    plain[NONCE] ^= (byte) 0xFF;
    byte[] cryptogram = SUITE.encrypt(encryptionKey, start, plain);
    byte[] data = Arrays.copyOf(cryptogram, CRYPTOGRAM + CipherSuite.MAC_LENGTH);
    byte[] mac = SUITE.macOfMessage(SUITE.deriveKey(seed, 2), cryptogram);
    System.arraycopy(mac, 0, data, CRYPTOGRAM, mac.length);
    return answer.withData(data);
  }
}
