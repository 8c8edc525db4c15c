package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.DHKeyPairGenerator;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHKeyGenerationParameters;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DHPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** The key pairs of a chip. */
public final class ChipKeys {
  private ChipKeys() {}

  /** An RSA pair with e = 65537, for Active Authentication. */
  public static KeyPair rsa(int bits, SecureRandom random) {
    return rsa(bits, RSAKeyGenParameterSpec.F4, random);
  }

  static KeyPair rsa(int bits, BigInteger exponent, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(bits, exponent), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform makes RSA keys", e);
    }
  }

  /**
   * A key that is like the given one and is not it: what a clone's maker puts into the chip.
   *
   * @throws IllegalArgumentException if it is neither an EC nor a Diffie-Hellman key
   */
  public static AsymmetricKeyParameter another(AsymmetricKeyParameter key, SecureRandom random) {
    if (key instanceof ECPrivateKeyParameters ec) {
      return another(ec, random);
    }
    if (key instanceof DHPrivateKeyParameters dh) {
      return pair(dh.getParameters(), random).getPrivate();
    }
    throw new IllegalArgumentException("neither an EC nor a Diffie-Hellman key");
  }

  /** A key on the same curve that is not the given one. */
  public static ECPrivateKeyParameters another(ECPrivateKeyParameters key, SecureRandom random) {
    return (ECPrivateKeyParameters) pair(key.getParameters(), random).getPrivate();
  }

  /** A key of the same size that is not the given one. */
  public static RSAPrivateKey another(RSAPrivateKey key, SecureRandom random) {
    return (RSAPrivateKey) rsa(key.getModulus().bitLength(), random).getPrivate();
  }

  static AsymmetricCipherKeyPair pair(ECDomainParameters domain, SecureRandom random) {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(domain, random));
    return generator.generateKeyPair();
  }

  static AsymmetricCipherKeyPair pair(DHParameters domain, SecureRandom random) {
    DHKeyPairGenerator generator = new DHKeyPairGenerator();
    generator.init(new DHKeyGenerationParameters(random, domain));
    return generator.generateKeyPair();
  }
}
