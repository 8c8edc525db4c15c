package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.crypto.ChannelCipher;
import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.IsoPadding;
import io.cardproof.crypto.KeyDerivation;
import io.cardproof.crypto.SendSequenceCounter;
import io.cardproof.crypto.SessionKeys;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** Basic Access Control, ICAO 9303-11 §4.3: the terminal's side. */
final class Bac {
  private static final String CLAUSE = "ICAO 9303-11 §4.3";
  private static final int GET_CHALLENGE = 0x84;
  private static final int EXTERNAL_AUTHENTICATE = 0x82;
  private static final int NONCE_BYTES = 8;
  private static final int KEY_BYTES = 16;
  private static final int CRYPTOGRAM_BYTES = 2 * NONCE_BYTES + KEY_BYTES;
  private static final CipherSuite SUITE = CipherSuite.TRIPLE_DES;

  private final ApduPort port;
  private final Channel channel;
  private final SecureRandom random;

  Bac(ApduPort port, SecureRandom random) {
    this.port = port;
    this.channel = new PlainChannel(port);
    this.random = random;
  }

  /** The chip's challenge; empty from a chip that does not know BAC. */
  Optional<Bytes> challenge() throws CardUnavailableException, ProtocolException {
    Answer answer = channel.transmit(Apdu.of(GET_CHALLENGE, 0, 0, NONCE_BYTES));
    if (!answer.isSuccess()) {
      return Optional.empty();
    }
    if (answer.data().length() != NONCE_BYTES) {
      throw broken("the chip's challenge has a wrong length");
    }
    return Optional.of(answer.data());
  }

  /**
   * Opens the selected application. One attempt, whatever the chip says.
   *
   * @param chipNonce the chip's challenge
   * @throws AccessDeniedException if the chip refuses the key; ask for it again
   */
  SecureMessaging run(AccessKey key, Bytes chipNonce)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    Bytes ownNonce = random(NONCE_BYTES);
    Bytes ownKey = random(KEY_BYTES);
    try (Secret seed = KeyDerivation.basicAccessSeed(key.secret());
        SessionKeys documentKeys = SessionKeys.derive(SUITE, seed)) {
      Bytes answer = authenticate(documentKeys, Bytes.concat(ownNonce, chipNonce, ownKey));
      Bytes opened = open(documentKeys, answer);
      requireNonces(opened, chipNonce, ownNonce);
      return channel(ownKey, opened.from(2 * NONCE_BYTES), chipNonce, ownNonce);
    }
  }

  private Bytes authenticate(SessionKeys keys, Bytes plain)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    Bytes cryptogram =
        Bytes.of(ChannelCipher.encryptBlocks(SUITE, keys.encryption(), plain.toByteArray()));
    Bytes data = Bytes.concat(cryptogram, mac(keys, cryptogram));
    // Sent below the plain channel: even a wrong length must not make it a second attempt.
    Apdu command =
        Apdu.of(EXTERNAL_AUTHENTICATE, 0, 0, data, CRYPTOGRAM_BYTES + ChannelCipher.MAC_BYTES);
    Answer answer = Answer.of(port.exchange(command.encode()));
    if (!answer.isSuccess()) {
      throw new AccessDeniedException(
          Step.BAC, answer.statusWord(), "the chip refuses this key", answer.attemptsLeft());
    }
    return answer.data();
  }

  private static Bytes open(SessionKeys keys, Bytes answer) throws ProtocolException {
    if (answer.length() != CRYPTOGRAM_BYTES + ChannelCipher.MAC_BYTES) {
      throw broken("the chip's answer has a wrong length");
    }
    Bytes cryptogram = answer.slice(0, CRYPTOGRAM_BYTES);
    if (!mac(keys, cryptogram).equalsInConstantTime(answer.from(CRYPTOGRAM_BYTES))) {
      throw broken("the chip's answer has a wrong MAC");
    }
    return Bytes.of(
        ChannelCipher.decryptBlocks(SUITE, keys.encryption(), cryptogram.toByteArray()));
  }

  private static void requireNonces(Bytes opened, Bytes chipNonce, Bytes ownNonce)
      throws ProtocolException {
    if (!opened.slice(0, 2 * NONCE_BYTES).equalsInConstantTime(Bytes.concat(chipNonce, ownNonce))) {
      throw broken("the chip's answer does not belong to this challenge");
    }
  }

  private SecureMessaging channel(Bytes ownKey, Bytes chipKey, Bytes chipNonce, Bytes ownNonce) {
    byte[] seed = ownKey.toByteArray();
    for (int i = 0; i < seed.length; i++) {
      seed[i] ^= (byte) chipKey.at(i);
    }
    Bytes start = Bytes.concat(chipNonce.from(4), ownNonce.from(4));
    try (Secret secret = Secret.owning(seed)) {
      return new SecureMessaging(
          port, SessionKeys.derive(SUITE, secret), SendSequenceCounter.at(start.toByteArray()));
    }
  }

  private static Bytes mac(SessionKeys keys, Bytes cryptogram) {
    byte[] padded = IsoPadding.pad(cryptogram.toByteArray(), SUITE.blockBytes());
    return Bytes.of(ChannelCipher.mac(SUITE, keys.authentication(), padded));
  }

  private Bytes random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    Bytes drawn = Bytes.of(bytes);
    Arrays.fill(bytes, (byte) 0);
    return drawn;
  }

  private static ProtocolException broken(String message) {
    return new ProtocolException(Step.BAC, message, CLAUSE);
  }
}
