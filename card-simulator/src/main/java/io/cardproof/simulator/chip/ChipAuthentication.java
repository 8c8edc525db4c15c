package io.cardproof.simulator.chip;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Chip Authentication version 1 on the chip's side, ICAO 9303-11 §6.2 and TR-03110-3 §B.2. */
final class ChipAuthentication {
  private static final int MECHANISM = 0x80;
  private static final int PRIVATE_KEY_REFERENCE = 0x84;
  private static final int EPHEMERAL_KEY = 0x91;

  private final List<ChipAuthenticationKey> keys;

  ChipAuthentication(List<ChipAuthenticationKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** The new channel, and what Terminal Authentication needs to know of the agreement. */
  record Agreed(SecureChannel channel, Agreement agreement) {}

  /** MSE:Set AT, §6.2.4.2: names the protocol, and the key if there are several. */
  ChipAuthenticationKey choose(Command command) throws Refusal {
    Template template = Template.of(command.data(), MECHANISM, PRIVATE_KEY_REFERENCE);
    byte[] mechanism = template.get(MECHANISM);
    Predicate<ChipAuthenticationKey> named =
        key -> Arrays.equals(Oids.value(key.protocolOid()), mechanism);
    if (keys.stream().noneMatch(named)) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return key(template.find(PRIVATE_KEY_REFERENCE), named);
  }

  /** GENERAL AUTHENTICATE, §6.2.4.2: the terminal's key in, the new channel out. */
  Agreed agree(ChipAuthenticationKey key, Command command) throws Refusal {
    return agree(key, Template.dynamic(command.data(), 0x80).get(0x80));
  }

  /** MSE:Set KAT, §6.2.4.1: both at once, for triple DES only. */
  Agreed agreeAtOnce(Command command) throws Refusal {
    Template template = Template.of(command.data(), EPHEMERAL_KEY, PRIVATE_KEY_REFERENCE);
    byte[] terminalKey = template.get(EPHEMERAL_KEY);
    if (keys.stream().noneMatch(ChipAuthenticationKey::isForTripleDes)) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    ChipAuthenticationKey key =
        key(template.find(PRIVATE_KEY_REFERENCE), ChipAuthenticationKey::isForTripleDes);
    return agree(key, terminalKey);
  }

  /**
   * DO84 is required where the chip has several keys, and allowed where it has one with an
   * identifier; a reference to no key is 6A88.
   */
  private ChipAuthenticationKey key(
      Optional<byte[]> reference, Predicate<ChipAuthenticationKey> suitable) throws Refusal {
    if (reference.isEmpty() && hasSeveralIdentifiers()) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return keys.stream()
        .filter(suitable)
        .filter(key -> reference.isEmpty() || isNamed(key, reference.get()))
        .findFirst()
        .orElseThrow(() -> new Refusal(StatusWord.REFERENCE_NOT_FOUND));
  }

  private boolean hasSeveralIdentifiers() {
    return keys.stream().map(ChipAuthenticationKey::keyId).distinct().count() > 1;
  }

  private static boolean isNamed(ChipAuthenticationKey key, byte[] reference) {
    return key.keyId().isPresent()
        && reference.length > 0
        && new BigInteger(1, reference).equals(BigInteger.valueOf(key.keyId().getAsInt()));
  }

  private static Agreed agree(ChipAuthenticationKey key, byte[] encoded) throws Refusal {
    Agreement agreement = key.key().agree(encoded);
    return new Agreed(SecureChannel.agreed(key.suite(), agreement.secret()), agreement);
  }
}
