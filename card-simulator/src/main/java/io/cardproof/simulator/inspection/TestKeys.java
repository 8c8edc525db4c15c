package io.cardproof.simulator.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * Published RSA keys: making one takes a second, and the cases about algorithms would make dozens.
 * Anybody has them; what they sign says TEST, as all that the simulator signs.
 */
final class TestKeys {
  private TestKeys() {}

  /** The document signer's. */
  static KeyPair rsa2048() {
    return rsa("test-rsa-2048.p8");
  }

  /** The country signer's. */
  static KeyPair rsa3072() {
    return rsa("test-rsa-3072.p8");
  }

  private static KeyPair rsa(String resource) {
    try (InputStream in = TestKeys.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is part of this module");
      }
      KeyFactory factory = KeyFactory.getInstance("RSA");
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(in.readAllBytes()));
      return new KeyPair(
          factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())),
          key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform reads RSA keys", e);
    }
  }
}
