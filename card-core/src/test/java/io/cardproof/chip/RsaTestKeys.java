package io.cardproof.chip;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Properties;

/** RSA keys of tests, ready made: new ones of 4096 bits take seconds. */
record RsaTestKeys(RSAPrivateKey key, Bytes spki) {
  private static final BigInteger PUBLIC_EXPONENT = BigInteger.valueOf(65_537);

  static RsaTestKeys of(int bits) throws GeneralSecurityException {
    String[] numbers = all().getProperty(String.valueOf(bits)).split(",", -1);
    BigInteger modulus = new BigInteger(numbers[0], 16);
    KeyFactory factory = KeyFactory.getInstance("RSA");
    return new RsaTestKeys(
        (RSAPrivateKey)
            factory.generatePrivate(new RSAPrivateKeySpec(modulus, new BigInteger(numbers[1], 16))),
        Bytes.of(
            factory.generatePublic(new RSAPublicKeySpec(modulus, PUBLIC_EXPONENT)).getEncoded()));
  }

  private static Properties all() {
    Properties keys = new Properties();
    try (InputStream in = RsaTestKeys.class.getResourceAsStream("rsa-test-keys.properties")) {
      keys.load(in);
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
