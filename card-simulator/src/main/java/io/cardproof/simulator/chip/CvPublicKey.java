package io.cardproof.simulator.chip;

import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A public key of TR-03110-3 §D.3 with the one way of signing that it is for. */
sealed interface CvPublicKey permits CvRsaKey, CvEcKey {

  /** Whether the signature over the message is this key's. */
  boolean verifies(byte[] message, byte[] signature);

  /**
   * Reads the content of 7F49; 6A80 if it is no key that the chip can use.
   *
   * @param issuer whose curve the key is on when it names none
   */
  static CvPublicKey read(byte[] content, @Nullable CvPublicKey issuer) throws Refusal {
    Map<Integer, byte[]> parts = parts(content);
    byte[] oid = parts.remove(0x06);
    if (oid == null) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    TerminalAlgorithm algorithm = TerminalAlgorithm.of(oid);
    return switch (algorithm.scheme()) {
      case ECDSA -> CvEcKey.read(algorithm, parts, issuer);
      case RSA_PKCS1, RSA_PSS -> CvRsaKey.read(algorithm, parts);
    };
  }

  private static Map<Integer, byte[]> parts(byte[] content) throws Refusal {
    try {
      List<DataObject> objects = DataObject.parseAll(content);
      Map<Integer, byte[]> parts = new HashMap<>();
      for (DataObject object : objects) {
        if (parts.put(object.tag(), object.value()) != null) {
          throw new Refusal(StatusWord.WRONG_DATA);
        }
      }
      return parts;
    } catch (MalformedDataException e) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
  }
}
