package io.cardproof.cli.show;

import io.cardproof.value.Bytes;
import java.util.Map;
import java.util.Optional;

/**
 * Authorities that no public list holds, with the fingerprint that an operator compares. Nobody is
 * trusted by being named here; docs/trust.md says where the fingerprint is from.
 */
final class KnownAuthorities {
  /** An authority and the SHA-256 of its certificate. */
  record Known(String name, String sha256) {}

  private static final Map<String, Known> BY_KEY_ID =
      Map.of(
          "57ab7508224483f049cc635b2c95c4e446a58808",
          new Known(
              "CSCA Vietnam 001",
              "6f0a20d63a43fc589eaf0d8c52113a2a8bfa341c6f2fab04121238aa0c22b1a9"));

  private KnownAuthorities() {}

  static Optional<Known> with(Optional<Bytes> keyId) {
    return keyId.map(id -> BY_KEY_ID.get(id.toHex()));
  }
}
