package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.Curves;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/** ECKA of TR-03111 §4.3: x-coordinates stand for the secret and for the compressed key. */
record EcAgreementKey(ECPrivateKeyParameters key) implements AgreementKey {
  @Override
  public Agreement agree(byte[] terminalKey) throws Refusal {
    ECPoint received =
        Curves.publicKey(key.getParameters(), terminalKey)
            .orElseThrow(() -> new Refusal(StatusWord.WRONG_DATA));
    ECPoint shared = received.multiply(key.getD());
    if (shared.isInfinity()) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return new Agreement(Curves.sharedSecret(shared), Curves.sharedSecret(received));
  }

  @Override
  public int arc() {
    return 2;
  }

  @Override
  public String toString() {
    return "EcAgreementKey[]";
  }
}
