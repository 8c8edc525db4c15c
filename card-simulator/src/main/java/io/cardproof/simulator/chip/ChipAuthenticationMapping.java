package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Group;
import io.cardproof.simulator.crypto.Padding;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/**
 * Chip Authentication Mapping, ICAO 9303-11 §4.4.3.3.3: Generic Mapping, and then the quotient of
 * its private key and the static one, which only who knows both can tell.
 */
final class ChipAuthenticationMapping implements NonceMapping {
  private final Group group;
  private final MappingKey staticKey;
  private final BigInteger privateKey;
  private final GenericMapping generic;

  ChipAuthenticationMapping(Group group, MappingKey staticKey, BigInteger privateKey) {
    this.group = group;
    this.staticKey = staticKey;
    this.privateKey = privateKey;
    this.generic = new GenericMapping(group, privateKey);
  }

  @Override
  public Mapped map(byte[] nonce, byte[] terminalData) throws Refusal {
    return generic.map(nonce, terminalData);
  }

  @Override
  public Optional<byte[]> encryptedProof(CipherSuite suite, byte[] encryptionKey) {
    byte[] allOnes = new byte[suite.blockSize()];
    Arrays.fill(allOnes, (byte) 0xFF);
    byte[] iv = suite.encrypt(encryptionKey, new byte[suite.blockSize()], allOnes);
    byte[] data = staticKey.data().apply(Padding.add(proof(), suite.blockSize()));
    return Optional.of(suite.encrypt(encryptionKey, iv, data));
  }

  /** The chip authentication data CA_IC, in the length of the order. */
  private byte[] proof() {
    BigInteger order = group.order();
    BigInteger quotient = staticKey.number().modInverse(order).multiply(privateKey).mod(order);
    return BigIntegers.asUnsignedByteArray(BigIntegers.getUnsignedByteLength(order), quotient);
  }
}
