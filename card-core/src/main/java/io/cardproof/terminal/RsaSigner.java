package io.cardproof.terminal;

import io.cardproof.value.Bytes;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/** Makes RSA signatures through the JDK, TR-03110-3 §A.7.3.1. */
final class RsaSigner {
  private final Optional<Provider> provider;

  private RsaSigner(Optional<Provider> provider) {
    this.provider = provider;
  }

  static RsaSigner ofPlatform() {
    return new RsaSigner(Optional.empty());
  }

  static RsaSigner of(Provider provider) {
    return new RsaSigner(Optional.of(provider));
  }

  Bytes sign(PrivateKey key, int modulusBits, CvAlgorithm algorithm, Bytes data)
      throws GeneralSecurityException {
    Signature signature = engine(algorithm);
    if (algorithm.pss()) {
      signature.setParameter(
          new PSSParameterSpec(
              algorithm.digest(),
              "MGF1",
              new MGF1ParameterSpec(algorithm.digest()),
              algorithm.saltBytes(modulusBits),
              PSSParameterSpec.TRAILER_FIELD_BC));
    }
    // The salt of PSS needs no secrecy, so the platform's own randomness will do.
    signature.initSign(key);
    signature.update(data.toByteArray());
    return Bytes.of(signature.sign());
  }

  private Signature engine(CvAlgorithm algorithm) throws GeneralSecurityException {
    String name = algorithm.pss() ? "RSASSA-PSS" : algorithm.digest().replace("-", "") + "withRSA";
    return provider.isPresent()
        ? Signature.getInstance(name, provider.get())
        : Signature.getInstance(name);
  }
}
