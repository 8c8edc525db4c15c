package io.cardproof.chip;

import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.MessageProtection;
import io.cardproof.crypto.MessageProtection.Opened;
import io.cardproof.crypto.ProtectionException;
import io.cardproof.crypto.SendSequenceCounter;
import io.cardproof.crypto.SessionKeys;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import java.util.Optional;

/**
 * A protected channel, ICAO 9303-11 §9.8. It ends with the first answer that is not protected under
 * its keys: no command is ever sent again below it. What a 61xx in the channel announces is asked
 * for in the channel.
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
    this.port = new WholeAnswers(port);
    this.keys = keys;
    this.protection = new MessageProtection(keys);
    this.counter = counter;
  }

  /** A channel whose counter starts at zero. */
  static SecureMessaging fromZero(ApduPort port, SessionKeys keys) {
    return new SecureMessaging(port, keys, SendSequenceCounter.zero(keys.suite()));
  }

  @Override
  public Optional<CipherSuite> suite() {
    return Optional.of(keys.suite());
  }

  /** Whether the chip has answered under these keys. */
  boolean isConfirmed() {
    return confirmed;
  }

  @Override
  public Answer transmit(Apdu command) throws CardUnavailableException, ProtocolException {
    return AnswerParts.collect(port.step(), send(command), this::send);
  }

  @Override
  public int largestRead(int maxResponseBytes) {
    int plain = Math.min(maxResponseBytes, 65_538) - 2;
    while (MessageProtection.responseBytes(keys.suite(), plain) > maxResponseBytes) {
      plain--;
    }
    return plain;
  }

  @Override
  public boolean fitsShort(Apdu command) {
    return protection.fitsShort(
        command.instruction(), command.data().length(), command.expectedLength());
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

  private Answer send(Apdu command) throws CardUnavailableException, ProtocolException {
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
