package io.cardproof.chip;

import io.cardproof.crypto.AgreementGroup;
import io.cardproof.crypto.ChipAuthenticationCheck;
import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.SessionKeys;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.util.BigIntegers;

/**
 * Chip Authentication version 1, ICAO 9303-11 §6.2: the terminal's side. Agreeing proves nothing;
 * the first answer under the new keys does.
 */
final class ChipAuthentication {
  private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
  private static final int SET_FOR_COMPUTATION = 0x41;
  private static final int AUTHENTICATION_TEMPLATE = 0xA4;
  private static final int KEY_AGREEMENT_TEMPLATE = 0xA6;
  private static final int GENERAL_AUTHENTICATE = 0x86;

  private final ApduPort port;
  private final LongCommands commands;
  private final SecureRandom random;

  ChipAuthentication(ApduPort port, LongCommands commands, SecureRandom random) {
    this.port = port;
    this.commands = commands;
    this.random = random;
  }

  /**
   * Agrees on new keys over {@code channel}, which the caller closes either way. The next key is
   * tried only where the chip refuses to select one: after that it may have agreed already.
   *
   * @param keys at least one, the best first
   */
  Agreement run(Channel channel, List<ChipKey> keys)
      throws CardUnavailableException, ProtocolException {
    Iterator<ChipKey> remaining = keys.iterator();
    Attempt attempt = attempt(channel, remaining.next());
    while (!attempt.selected() && remaining.hasNext()) {
      attempt = attempt(channel, remaining.next());
    }
    return attempt.agreement();
  }

  /** How far one key came. */
  private record Attempt(boolean selected, Agreement agreement) {}

  /** The terminal's ephemeral keys. */
  private record Ephemeral(BigInteger own, Bytes publicKey, Bytes privateKey) {
    @Override
    public String toString() {
      return "Ephemeral[redacted]";
    }
  }

  private Attempt attempt(Channel channel, ChipKey key)
      throws CardUnavailableException, ProtocolException {
    Ephemeral ephemeral = ephemeral(key.publicKey().group());
    Answer selected = select(channel, key, ephemeral);
    if (!selected.isSuccess()) {
      return new Attempt(false, refused(key, ephemeral, selected));
    }
    // MSE:Set KAT carries the key: it has agreed when it is done.
    if (key.suite() != CipherSuite.TRIPLE_DES) {
      Answer agreed = generalAuthenticate(channel, ephemeral);
      if (!agreed.isSuccess()) {
        return new Attempt(true, refused(key, ephemeral, agreed));
      }
    }
    return new Attempt(true, agreed(key, ephemeral));
  }

  private Ephemeral ephemeral(AgreementGroup group) {
    BigInteger own = group.privateKey(random);
    Bytes privateKey = Bytes.of(BigIntegers.asUnsignedByteArray(group.privateKeyBytes(), own));
    return new Ephemeral(own, group.publicKey(own), privateKey);
  }

  private Answer select(Channel channel, ChipKey key, Ephemeral ephemeral)
      throws CardUnavailableException, ProtocolException {
    return key.suite() == CipherSuite.TRIPLE_DES
        ? manage(channel, KEY_AGREEMENT_TEMPLATE, Template.object(0x91, ephemeral.publicKey()), key)
        : manage(
            channel,
            AUTHENTICATION_TEMPLATE,
            Template.object(0x80, Oids.value(key.protocolOid())),
            key);
  }

  private Answer manage(Channel channel, int template, Bytes object, ChipKey key)
      throws CardUnavailableException, ProtocolException {
    Bytes data = Bytes.concat(object, keyReference(key));
    return commands.transmit(
        channel, Apdu.of(MANAGE_SECURITY_ENVIRONMENT, SET_FOR_COMPUTATION, template, data, 0));
  }

  private Answer generalAuthenticate(Channel channel, Ephemeral ephemeral)
      throws CardUnavailableException, ProtocolException {
    Bytes data = Template.dynamic(Template.object(0x80, ephemeral.publicKey()));
    return commands.transmit(channel, Apdu.of(GENERAL_AUTHENTICATE, 0, 0, data, 256));
  }

  private static Bytes keyReference(ChipKey key) {
    return key.keyId()
        .map(id -> Template.object(0x84, Bytes.of(BigIntegers.asUnsignedByteArray(id))))
        .orElse(Bytes.empty());
  }

  private Agreement refused(ChipKey key, Ephemeral ephemeral, Answer answer) {
    return Agreement.refused(
        key, ephemeral.publicKey(), ephemeral.privateKey(), answer.statusWord(), port);
  }

  private Agreement agreed(ChipKey key, Ephemeral ephemeral) {
    SessionKeys keys = ChipAuthenticationCheck.agree(key.suite(), key.publicKey(), ephemeral.own());
    RecordingPort recorded = new RecordingPort(new WholeAnswers(port));
    return Agreement.agreed(
        key,
        ephemeral.publicKey(),
        ephemeral.privateKey(),
        recorded,
        SecureMessaging.fromZero(recorded, keys));
  }
}
