package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.Group;
import io.cardproof.simulator.crypto.GroupElement;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Generic Mapping: the result of an agreement, added to the nonce times the generator, ICAO 9303-11
 * §4.4.3.3.1.
 */
final class GenericMapping implements NonceMapping {
  private final Group group;
  private final BigInteger privateKey;

  GenericMapping(Group group, BigInteger privateKey) {
    this.group = group;
    this.privateKey = privateKey;
  }

  @Override
  public Mapped map(byte[] nonce, byte[] terminalData) throws Refusal {
    GroupElement received =
        group.publicKey(terminalData).orElseThrow(() -> new Refusal(StatusWord.WRONG_DATA));
    GroupElement own = group.generator().times(privateKey);
    GroupElement shared = received.times(privateKey);
    GroupElement mapped = group.generator().times(new BigInteger(1, nonce)).plus(shared);
    if (own.equals(received) || shared.isNeutral() || mapped.isNeutral()) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return new Mapped(mapped, Optional.of(own));
  }
}
