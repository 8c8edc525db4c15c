package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.Digests;
import java.math.BigInteger;
import org.bouncycastle.crypto.agreement.DHBasicAgreement;
import org.bouncycastle.crypto.params.DHParameters;
import org.bouncycastle.crypto.params.DHPrivateKeyParameters;
import org.bouncycastle.crypto.params.DHPublicKeyParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * Diffie-Hellman in a prime field, with a known order of the subgroup (X9.42) or without (PKCS#3).
 * Values have the length of the prime.
 */
record DhAgreementKey(DHPrivateKeyParameters key) implements AgreementKey {
  @Override
  public Agreement agree(byte[] terminalKey) throws Refusal {
    DHParameters group = key.getParameters();
    int length = BigIntegers.getUnsignedByteLength(group.getP());
    if (terminalKey.length != length) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    BigInteger shared = shared(new BigInteger(1, terminalKey));
    return new Agreement(
        BigIntegers.asUnsignedByteArray(length, shared), Digests.hash("SHA-1", terminalKey));
  }

  @Override
  public int arc() {
    return 1;
  }

  @Override
  public String toString() {
    return "DhAgreementKey[]";
  }

  private BigInteger shared(BigInteger terminalValue) throws Refusal {
    try {
      DHBasicAgreement agreement = new DHBasicAgreement();
      agreement.init(key);
      return agreement.calculateAgreement(
          new DHPublicKeyParameters(terminalValue, key.getParameters()));
    } catch (IllegalArgumentException | IllegalStateException notOfTheGroup) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
  }
}
