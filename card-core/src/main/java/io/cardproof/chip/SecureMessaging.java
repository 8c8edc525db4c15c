package io.cardproof.chip;

import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.MessageProtection;
import io.cardproof.crypto.MessageProtection.Opened;
import io.cardproof.crypto.ProtectionException;
import io.cardproof.crypto.SendSequenceCounter;
import io.cardproof.crypto.SessionKeys;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;

/**
 * A protected channel, ICAO 9303-11 §9.8. It ends with the first answer that is not protected under
 * its keys: no command is ever sent again below it.
 */
final class SecureMessaging implements Channel {
  private static final String CLAUSE = "ICAO 9303-11 §9.8";

  private final ApduPort port;
  private final SessionKeys keys;
  private final MessageProtection protection;
  private final SendSequenceCounter counter;
  private boolean lost;
  private boolean confirmed;

  /** Takes {@code keys} over. */
  SecureMessaging(ApduPort port, SessionKeys keys, SendSequenceCounter counter) {
    this.port = port;
    this.keys = keys;
    this.protection = new MessageProtection(keys);
    this.counter = counter;
  }

  /** A channel whose counter starts at zero. */
  static SecureMessaging fromZero(ApduPort port, SessionKeys keys) {
    return new SecureMessaging(port, keys, SendSequenceCounter.zero(keys.suite()));
  }

  CipherSuite suite() {
    return keys.suite();
  }

  /** Whether the chip has answered under these keys. */
  boolean isConfirmed() {
    return confirmed;
  }

  @Override
  public Answer transmit(Apdu command) throws CardUnavailableException, ProtocolException {
    if (lost) {
      throw new ProtocolException(port.step(), "the secure channel is lost", CLAUSE);
    }
    byte[] request =
        protection.protect(
            counter.next(),
            command.header(),
            command.data().toByteArray(),
            command.expectedLength());
    lost = true;
    Opened opened = open(port.exchange(request));
    lost = false;
    confirmed = true;
    return new Answer(opened.data(), opened.statusWord());
  }

  @Override
  public int largestRead(int maxResponseBytes) {
    int plain = Math.min(maxResponseBytes, 65_538) - 2;
    while (MessageProtection.responseBytes(suite(), plain) > maxResponseBytes) {
      plain--;
    }
    return plain;
  }

  @Override
  public boolean isPlain() {
    return false;
  }

  @Override
  public void close() {
    lost = true;
    keys.close();
  }

  private Opened open(byte[] response) throws ProtocolException {
    if (response.length == 2) {
      throw new ProtocolException(
          port.step(),
          "the chip answered outside the secure channel",
          CLAUSE,
          Answer.of(response).statusWord());
    }
    try {
      return protection.open(counter.next(), response);
    } catch (ProtectionException e) {
      throw new ProtocolException(
          port.step(), "secure messaging: " + String.valueOf(e.getMessage()), CLAUSE);
    }
  }
}
