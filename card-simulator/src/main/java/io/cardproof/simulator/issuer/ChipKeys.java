package io.cardproof.simulator.issuer;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** The key pairs of a chip. */
public final class ChipKeys {
  private ChipKeys() {}

  /** An RSA pair with e = 65537, for Active Authentication. */
  public static KeyPair rsa(int bits, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform makes RSA keys", e);
    }
  }

  /** A pair on brainpoolP256r1, for Chip Authentication. */
  public static AsymmetricCipherKeyPair brainpoolP256r1(SecureRandom random) {
    X9ECParameters curve = TeleTrusTNamedCurves.getByName("brainpoolP256r1");
    ECDomainParameters domain =
        new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    return pair(domain, random);
  }

  /** A key that is like the given one and is not it: what a clone's maker puts into the chip. */
  public static ECPrivateKeyParameters another(ECPrivateKeyParameters key, SecureRandom random) {
    return (ECPrivateKeyParameters) pair(key.getParameters(), random).getPrivate();
  }

  /** A key of the same size that is not the given one. */
  public static RSAPrivateKey another(RSAPrivateKey key, SecureRandom random) {
    return (RSAPrivateKey) rsa(key.getModulus().bitLength(), random).getPrivate();
  }

  private static AsymmetricCipherKeyPair pair(ECDomainParameters domain, SecureRandom random) {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(domain, random));
    return generator.generateKeyPair();
  }
}
