package io.cardproof.simulator.chip;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateKey;

/** A key for Active Authentication and its digest, ICAO 9303-11 §6.1. */
record ActiveAuthenticationKey(BigInteger modulus, BigInteger exponent, String digest) {
  static ActiveAuthenticationKey of(RSAPrivateKey key, String digest) {
    if (!digest.equals("SHA-1") && !digest.equals("SHA-256")) {
      throw new IllegalArgumentException(
          "Active Authentication with " + digest + " is not simulated");
    }
    if (key.getModulus().bitLength() < 1024 || key.getModulus().bitLength() % 8 != 0) {
      throw new IllegalArgumentException("a modulus of whole bytes, 1024 bits at least");
    }
    return new ActiveAuthenticationKey(key.getModulus(), key.getPrivateExponent(), digest);
  }

  @Override
  public String toString() {
    return "ActiveAuthenticationKey[" + digest + "]";
  }
}
