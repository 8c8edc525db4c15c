package io.cardproof.chip;

import io.cardproof.crypto.ChipAuthenticationCheck;
import io.cardproof.crypto.CipherSuite;
import io.cardproof.crypto.EcCurves;
import io.cardproof.crypto.SessionKeys;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.util.BigIntegers;

/**
 * Chip Authentication version 1 over elliptic curves, ICAO 9303-11 §6.2: the terminal's side.
 * Agreeing proves nothing; the first answer under the new keys does.
 */
final class ChipAuthentication {
  private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
  private static final int SET_FOR_COMPUTATION = 0x41;
  private static final int AUTHENTICATION_TEMPLATE = 0xA4;
  private static final int KEY_AGREEMENT_TEMPLATE = 0xA6;
  private static final int GENERAL_AUTHENTICATE = 0x86;

  private final ApduPort port;
  private final SecureRandom random;

  ChipAuthentication(ApduPort port, SecureRandom random) {
    this.port = port;
    this.random = random;
  }

  /** Agrees on new keys over {@code channel}, which the caller closes either way. */
  Agreement run(Channel channel, ChipKey key) throws CardUnavailableException, ProtocolException {
    ECDomainParameters domain = key.publicKey().domain();
    BigInteger own = EcCurves.privateKey(domain, random);
    Bytes publicKey = EcCurves.encode(domain.getG().multiply(own));
    Bytes privateKey = Bytes.of(BigIntegers.asUnsignedByteArray(orderBytes(domain), own));
    Answer answer =
        key.suite() == CipherSuite.TRIPLE_DES
            ? setKeyAgreementTemplate(channel, key, publicKey)
            : generalAuthenticate(channel, key, publicKey);
    if (!answer.isSuccess()) {
      return Agreement.refused(key, publicKey, privateKey, answer.statusWord(), port);
    }
    SessionKeys keys = ChipAuthenticationCheck.agree(key.suite(), key.publicKey(), own);
    RecordingPort recorded = new RecordingPort(port);
    return Agreement.agreed(
        key, publicKey, privateKey, recorded, SecureMessaging.fromZero(recorded, keys));
  }

  private static Answer setKeyAgreementTemplate(Channel channel, ChipKey key, Bytes publicKey)
      throws CardUnavailableException, ProtocolException {
    Bytes data = Bytes.concat(Template.object(0x91, publicKey), keyReference(key));
    return channel.transmit(manage(KEY_AGREEMENT_TEMPLATE, data));
  }

  private static Answer generalAuthenticate(Channel channel, ChipKey key, Bytes publicKey)
      throws CardUnavailableException, ProtocolException {
    Bytes protocol = Template.object(0x80, Oids.value(key.protocolOid()));
    Answer selected =
        channel.transmit(
            manage(AUTHENTICATION_TEMPLATE, Bytes.concat(protocol, keyReference(key))));
    if (!selected.isSuccess()) {
      return selected;
    }
    Bytes data = Template.dynamic(Template.object(0x80, publicKey));
    return channel.transmit(Apdu.of(GENERAL_AUTHENTICATE, 0, 0, data, 256));
  }

  private static Apdu manage(int template, Bytes data) {
    return Apdu.of(MANAGE_SECURITY_ENVIRONMENT, SET_FOR_COMPUTATION, template, data, 0);
  }

  private static Bytes keyReference(ChipKey key) {
    return key.keyId()
        .map(id -> Template.object(0x84, Bytes.of(BigIntegers.asUnsignedByteArray(id))))
        .orElse(Bytes.empty());
  }

  private static int orderBytes(ECDomainParameters domain) {
    return (domain.getN().bitLength() + 7) / 8;
  }
}
