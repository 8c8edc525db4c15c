package io.cardproof.verify;

import io.cardproof.document.SecurityObject;
import io.cardproof.value.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Security objects that list hashes and nothing else. */
final class Listed {
  static final String SHA_256 = "2.16.840.1.101.3.4.2.1";

  private Listed() {}

  /** Data groups whose hashes nobody looks at. */
  static SecurityObject groups(int... listed) {
    Map<Integer, Bytes> hashes = new LinkedHashMap<>();
    for (int number : listed) {
      hashes.put(number, Bytes.empty());
    }
    return hashes(SHA_256, hashes);
  }

  static SecurityObject hashes(String digest, Map<Integer, Bytes> hashes) {
    return new SecurityObject(
        Bytes.empty(),
        0,
        "2.23.136.1.1.1",
        Bytes.empty(),
        digest,
        hashes,
        List.of(),
        List.of(),
        List.of());
  }
}
