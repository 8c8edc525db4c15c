package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.crypto.ChannelCipher;
import io.cardproof.crypto.EcCurves;
import io.cardproof.crypto.KeyDerivation;
import io.cardproof.crypto.KeyFormatException;
import io.cardproof.crypto.SessionKeys;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.value.Bytes;
import io.cardproof.value.Secret;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;

/** PACE with Generic Mapping over elliptic curves, ICAO 9303-11 §4.4: the terminal's side. */
final class Pace {
  private static final String CLAUSE = "ICAO 9303-11 §4.4";
  private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
  private static final int GENERAL_AUTHENTICATE = 0x86;
  private static final int CHAINED = 0x10;
  private static final int BLOCKED = 0x6983;

  private final Channel channel;
  private final SecureRandom random;

  Pace(Channel channel, SecureRandom random) {
    this.channel = channel;
    this.random = random;
  }

  /**
   * Opens the chip. One attempt, whatever the chip says.
   *
   * @return the keys of the new channel, whose counter starts at zero; the caller closes them
   * @throws AccessDeniedException if the chip refuses the key; ask for it again
   */
  SessionKeys run(PaceOffer offer, AccessKey key)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    selectProtocol(offer, key.kind());
    Bytes encryptedNonce = chained(Bytes.empty(), 0x80, "the encrypted nonce");
    BigInteger nonce = decrypt(offer, key, encryptedNonce);
    ECDomainParameters mapped = mapNonce(offer.domain(), nonce);
    return agree(offer, mapped);
  }

  // DO'84' only where several domain parameters are offered; chips that see it otherwise, or that
  // miss it, say 6A80 or 6A87, and are asked once the other way.
  private void selectProtocol(PaceOffer offer, AccessKey.Kind kind)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    Bytes named = protocol(offer, kind);
    Bytes withParameters =
        Bytes.concat(named, Template.object(0x84, Bytes.of((byte) offer.parameterId())));
    Answer answer = setTemplate(offer.ambiguous() ? withParameters : named);
    if (answer.statusWord() == Answer.WRONG_DATA
        || answer.statusWord() == Answer.LENGTH_AGAINST_PARAMETERS) {
      answer = setTemplate(offer.ambiguous() ? named : withParameters);
    }
    requireNotBlocked(answer);
    // 63Cx here is only a warning: attempts have failed before, ICAO 9303-11 §4.4.4.1.
    if (!answer.isSuccess() && !answer.isWrongPassword()) {
      throw refused("the chip refuses the PACE protocol that it offers", answer);
    }
  }

  private static Bytes protocol(PaceOffer offer, AccessKey.Kind kind) {
    int password =
        switch (kind) {
          case MRZ -> 1;
          case CAN -> 2;
          case PIN -> 3;
          case PUK -> 4;
        };
    return Bytes.concat(
        Template.object(0x80, Oids.value(offer.oid())),
        Template.object(0x83, Bytes.of((byte) password)));
  }

  private Answer setTemplate(Bytes data) throws CardUnavailableException, ProtocolException {
    return channel.transmit(Apdu.of(MANAGE_SECURITY_ENVIRONMENT, 0xC1, 0xA4, data, 0));
  }

  private BigInteger decrypt(PaceOffer offer, AccessKey key, Bytes encryptedNonce)
      throws ProtocolException {
    if (encryptedNonce.length() != 16) {
      throw broken("the encrypted nonce has a wrong length");
    }
    try (Secret password = password(key);
        Secret passwordKey = KeyDerivation.passwordKey(offer.suite(), password)) {
      return new BigInteger(
          1, ChannelCipher.decryptBlocks(offer.suite(), passwordKey, encryptedNonce.toByteArray()));
    }
  }

  private static Secret password(AccessKey key) {
    return switch (key.kind()) {
      case CAN, PIN, PUK -> key.secret().copy();
      case MRZ -> KeyDerivation.mrzPassword(key.secret());
    };
  }

  // Generic Mapping: the new generator is s * G + H, ICAO 9303-11 §4.4.3.3.1.
  private ECDomainParameters mapNonce(ECDomainParameters domain, BigInteger nonce)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    BigInteger own = EcCurves.privateKey(domain, random);
    Bytes ownPoint = EcCurves.encode(domain.getG().multiply(own));
    Bytes chips = chained(Template.object(0x81, ownPoint), 0x82, "the mapping data");
    if (chips.equals(ownPoint)) {
      throw broken("the chip sent our own mapping key back");
    }
    ECPoint shared = point(domain, chips).multiply(own);
    ECPoint generator = domain.getG().multiply(nonce).add(shared).normalize();
    if (shared.isInfinity() || generator.isInfinity()) {
      throw broken("the mapping leads to the point at infinity");
    }
    return new ECDomainParameters(domain.getCurve(), generator, domain.getN(), domain.getH());
  }

  private SessionKeys agree(PaceOffer offer, ECDomainParameters mapped)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    BigInteger own = EcCurves.privateKey(mapped, random);
    Bytes ownPoint = EcCurves.encode(mapped.getG().multiply(own));
    Bytes chips = chained(Template.object(0x83, ownPoint), 0x84, "the ephemeral key");
    if (chips.equals(ownPoint)) {
      throw broken("the chip sent our own ephemeral key back");
    }
    ECPoint shared = point(mapped, chips).multiply(own);
    SessionKeys keys;
    try (Secret secret = Secret.owning(EcCurves.sharedSecret(shared))) {
      keys = SessionKeys.derive(offer.suite(), secret);
    }
    return authenticate(offer, keys, ownPoint, chips);
  }

  private SessionKeys authenticate(PaceOffer offer, SessionKeys keys, Bytes own, Bytes chips)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    boolean opened = false;
    try {
      Bytes ownToken = token(offer, keys, chips);
      Bytes data = Template.dynamic(Template.object(0x85, ownToken));
      Bytes chipsToken = answered(data, 0, 0x86, "the authentication token");
      if (!chipsToken.equalsInConstantTime(token(offer, keys, own))) {
        throw broken("the chip's authentication token is wrong");
      }
      opened = true;
      return keys;
    } finally {
      if (!opened) {
        keys.close();
      }
    }
  }

  // The token is a MAC over the other side's key, ICAO 9303-11 §4.4.3.4.
  private static Bytes token(PaceOffer offer, SessionKeys keys, Bytes point) {
    Bytes content = Bytes.concat(Oids.der(offer.oid()), Template.object(0x86, point));
    Bytes input = Bytes.concat(Bytes.of((byte) 0x7F), Template.object(0x49, content));
    return Bytes.of(ChannelCipher.mac(offer.suite(), keys.authentication(), input.toByteArray()));
  }

  private Bytes chained(Bytes objects, int tag, String what)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    return answered(Template.dynamic(objects), CHAINED, tag, what);
  }

  private Bytes answered(Bytes data, int classByte, int tag, String what)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    Answer answer = channel.transmit(new Apdu(classByte, GENERAL_AUTHENTICATE, 0, 0, data, 256));
    requireNotBlocked(answer);
    if (answer.isWrongPassword()) {
      throw new AccessDeniedException(
          Step.PACE, answer.statusWord(), "the chip refuses this key", answer.attemptsLeft());
    }
    if (!answer.isSuccess()) {
      throw refused("the chip refuses a step of PACE", answer);
    }
    return Template.soleValue(answer.data(), tag)
        .orElseThrow(() -> broken(what + " is missing or not alone"));
  }

  private static void requireNotBlocked(Answer answer) throws AccessDeniedException {
    if (answer.statusWord() == BLOCKED) {
      throw new AccessDeniedException(
          Step.PACE, answer.statusWord(), "the chip has blocked this kind of key");
    }
  }

  private static ECPoint point(ECDomainParameters domain, Bytes encoded) throws ProtocolException {
    try {
      return EcCurves.point(domain, encoded);
    } catch (KeyFormatException e) {
      throw broken("the chip's ephemeral key: " + e.getMessage());
    }
  }

  private static ProtocolException broken(String message) {
    return new ProtocolException(Step.PACE, message, CLAUSE);
  }

  private static ProtocolException refused(String message, Answer answer) {
    return new ProtocolException(Step.PACE, message, CLAUSE, answer.statusWord());
  }
}
