package io.cardproof.chip;

import io.cardproof.crypto.CompressedKey;
import io.cardproof.evidence.ChipProof;
import io.cardproof.value.Bytes;
import java.util.Optional;

/** How Chip Authentication went: refused, or agreed and waiting for the first answer. */
final class Agreement {
  private final ChipKey key;
  private final Bytes terminalPublicKey;
  private final Bytes terminalPrivateKey;
  private final int statusWord;
  private final RecordingPort recorded;
  private final Optional<SecureMessaging> channel;

  private Agreement(
      ChipKey key,
      Bytes terminalPublicKey,
      Bytes terminalPrivateKey,
      int statusWord,
      RecordingPort recorded,
      Optional<SecureMessaging> channel) {
    this.key = key;
    this.terminalPublicKey = terminalPublicKey;
    this.terminalPrivateKey = terminalPrivateKey;
    this.statusWord = statusWord;
    this.recorded = recorded;
    this.channel = channel;
  }

  static Agreement refused(
      ChipKey key, Bytes publicKey, Bytes privateKey, int statusWord, ApduPort port) {
    return new Agreement(
        key, publicKey, privateKey, statusWord, new RecordingPort(port), Optional.empty());
  }

  static Agreement agreed(
      ChipKey key,
      Bytes publicKey,
      Bytes privateKey,
      RecordingPort recorded,
      SecureMessaging channel) {
    return new Agreement(
        key, publicKey, privateKey, Answer.SUCCESS, recorded, Optional.of(channel));
  }

  /** The channel under the new keys, unless the chip refused. */
  Optional<SecureMessaging> channel() {
    return channel;
  }

  /** What Terminal Authentication signs of the terminal's ephemeral key; empty if refused. */
  Optional<Bytes> compressedTerminalKey() {
    return channel.map(agreed -> CompressedKey.of(key.publicKey().group(), terminalPublicKey));
  }

  /** Whether the chip agreed and its first answer under the new keys was not under them. */
  boolean hasFailed() {
    return channel.isPresent()
        && !channel.get().isConfirmed()
        && !recorded.firstCommand().isEmpty();
  }

  /** What the verifier judges. */
  ChipProof transcript() {
    return new ChipProof.ChipAuthentication(
        key.protocolOid(),
        key.keyId(),
        terminalPublicKey,
        terminalPrivateKey,
        statusWord,
        recorded.firstCommand(),
        recorded.firstResponse());
  }
}
