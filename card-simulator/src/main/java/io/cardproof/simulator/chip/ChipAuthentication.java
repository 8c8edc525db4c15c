package io.cardproof.simulator.chip;

import java.util.Arrays;
import java.util.List;

/** Chip Authentication version 1 over ECDH on the chip's side, ICAO 9303-11 §6.2. */
final class ChipAuthentication {
  private static final int MECHANISM = 0x80;
  private static final int PRIVATE_KEY_REFERENCE = 0x84;
  private static final int EPHEMERAL_KEY = 0x91;

  private final List<ChipAuthenticationKey> keys;

  ChipAuthentication(List<ChipAuthenticationKey> keys) {
    this.keys = keys;
  }

  /** MSE:Set AT, §6.2.4.2: names the protocol. Keys have no identifier here, so 84 is 6A88. */
  ChipAuthenticationKey choose(Command command) throws Refusal {
    Template template = Template.of(command.data(), MECHANISM, PRIVATE_KEY_REFERENCE);
    byte[] mechanism = template.get(MECHANISM);
    checkNoReference(template);
    return keys.stream()
        .filter(key -> Arrays.equals(Oids.value(key.protocolOid()), mechanism))
        .findFirst()
        .orElseThrow(() -> new Refusal(StatusWord.WRONG_DATA));
  }

  /** GENERAL AUTHENTICATE, §6.2.4.2: the terminal's key in, the new channel out. */
  SecureChannel agree(ChipAuthenticationKey key, Command command) throws Refusal {
    return agree(key, Template.dynamic(command.data(), 0x80).get(0x80));
  }

  /** MSE:Set KAT, §6.2.4.1: both at once, for triple DES only. */
  SecureChannel agreeAtOnce(Command command) throws Refusal {
    Template template = Template.of(command.data(), EPHEMERAL_KEY, PRIVATE_KEY_REFERENCE);
    byte[] terminalKey = template.get(EPHEMERAL_KEY);
    checkNoReference(template);
    ChipAuthenticationKey key =
        keys.stream()
            .filter(k -> k.protocolOid().equals(ChipAuthenticationKey.ECDH_3DES))
            .findFirst()
            .orElseThrow(() -> new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED));
    return agree(key, terminalKey);
  }

  private static void checkNoReference(Template template) throws Refusal {
    if (template.find(PRIVATE_KEY_REFERENCE).isPresent()) {
      throw new Refusal(StatusWord.REFERENCE_NOT_FOUND);
    }
  }

  private static SecureChannel agree(ChipAuthenticationKey key, byte[] encoded) throws Refusal {
    return SecureChannel.agreed(key.suite(), key.key().agree(encoded).secret());
  }
}
