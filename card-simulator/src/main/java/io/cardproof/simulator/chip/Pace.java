package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Curves;
import io.cardproof.simulator.tlv.DataObject;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * One run of PACE with Generic Mapping on the chip's side, ICAO 9303-11 §4.4. Each step is one
 * GENERAL AUTHENTICATE; after a refusal the run is over.
 */
final class Pace {
  private static final int NONCE = 16;

  private enum Step {
    NONCE,
    MAP,
    AGREE,
    AUTHENTICATE,
    OVER
  }

  private final PaceProfile profile;
  private final byte[] passwordKey;
  private final ChipRandomness random;
  private final ECDomainParameters curve;
  private Step next = Step.NONCE;
  private BigInteger nonce = BigInteger.ZERO;
  private ECPoint generator;
  private @Nullable ECPoint terminalKey;
  private @Nullable ECPoint chipKey;
  private byte[] secret = new byte[0];

  /**
   * @param password the shared password π: SHA-1 of the MRZ_information, or the digits of the CAN
   */
  Pace(PaceProfile profile, byte[] password, ChipRandomness random) {
    this.profile = profile;
    this.passwordKey = profile.suite().deriveKey(password, 3);
    this.random = random;
    this.curve = profile.curve();
    this.generator = curve.getG();
  }

  /** Whether all but the last step, which alone comes without the chaining bit, lie behind. */
  boolean expectsLastStep() {
    return next == Step.AUTHENTICATE;
  }

  /** The next step. */
  Answer step(Command command) throws Refusal {
    Step current = next;
    next = Step.OVER;
    return switch (current) {
      case NONCE -> encryptedNonce(command);
      case MAP -> mapNonce(command);
      case AGREE -> agreeOnKey(command);
      case AUTHENTICATE -> authenticate(command);
      case OVER -> throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    };
  }

  /** The channel that a run without refusal leads to. */
  SecureChannel channel() {
    return SecureChannel.agreed(profile.suite(), secret);
  }

  private Answer encryptedNonce(Command command) throws Refusal {
    Template.dynamic(command.data());
    byte[] drawn = random.bytes(NONCE);
    nonce = new BigInteger(1, drawn);
    CipherSuite suite = profile.suite();
    next = Step.MAP;
    return Template.dynamicAnswer(
        0x80, suite.encrypt(passwordKey, new byte[suite.blockSize()], drawn));
  }

  private Answer mapNonce(Command command) throws Refusal {
    ECPoint received = receivedKey(command, 0x81);
    BigInteger privateKey = random.privateKey(curve);
    ECPoint own = curve.getG().multiply(privateKey).normalize();
    ECPoint shared = received.multiply(privateKey);
    ECPoint mapped = curve.getG().multiply(nonce.mod(curve.getN())).add(shared).normalize();
    if (own.equals(received) || shared.isInfinity() || mapped.isInfinity()) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    generator = mapped;
    next = Step.AGREE;
    return Template.dynamicAnswer(0x82, Curves.encode(own));
  }

  private Answer agreeOnKey(Command command) throws Refusal {
    ECPoint received = receivedKey(command, 0x83);
    BigInteger privateKey = random.privateKey(curve);
    ECPoint own = generator.multiply(privateKey).normalize();
    ECPoint shared = received.multiply(privateKey);
    if (own.equals(received) || shared.isInfinity()) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    terminalKey = received;
    chipKey = own;
    secret = Curves.sharedSecret(shared);
    next = Step.AUTHENTICATE;
    return Template.dynamicAnswer(0x84, Curves.encode(own));
  }

  private Answer authenticate(Command command) throws Refusal {
    byte[] received = Template.dynamic(command.data(), 0x85).get(0x85);
    if (chipKey == null || terminalKey == null) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    if (!MessageDigest.isEqual(token(chipKey), received)) {
      throw new Refusal(StatusWord.WARNING_AUTHENTICATION_FAILED);
    }
    return Template.dynamicAnswer(0x86, token(terminalKey));
  }

  private ECPoint receivedKey(Command command, int tag) throws Refusal {
    return Curves.publicKey(curve, Template.dynamic(command.data(), tag).get(tag))
        .orElseThrow(() -> new Refusal(StatusWord.WRONG_DATA));
  }

  /** MAC over the public key object of the other side, §4.4.3.4 and §9.4.4. */
  private byte[] token(ECPoint publicKey) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(DataObject.encode(0x06, Oids.value(profile.oid())));
    content.writeBytes(DataObject.encode(0x86, Curves.encode(publicKey)));
    byte[] macKey = profile.suite().deriveKey(secret, 2);
    return profile.suite().mac(macKey, DataObject.encode(0x7F49, content.toByteArray()));
  }
}
