package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.CurveGroup;
import io.cardproof.simulator.crypto.Group;
import io.cardproof.simulator.crypto.GroupElement;
import io.cardproof.simulator.tlv.DataObject;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import org.bouncycastle.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One run of PACE on the chip's side, ICAO 9303-11 §4.4. Each step is one GENERAL AUTHENTICATE;
 * after a refusal the run is over.
 */
final class Pace {
  private enum Step {
    NONCE,
    MAP,
    AGREE,
    AUTHENTICATE,
    OVER
  }

  private final PaceProfile profile;
  private final Group group;
  private final byte[] passwordKey;
  private final @Nullable MappingKey staticKey;
  private final PasswordRun password;
  private final ChipRandomness random;
  private Step next = Step.NONCE;
  private boolean done;
  private byte[] nonce = new byte[0];
  private @Nullable NonceMapping mapping;
  private @Nullable GroupElement generator;
  private @Nullable GroupElement terminalKey;
  private @Nullable GroupElement chipKey;
  private byte[] secret = new byte[0];

  /**
   * @param secretPassword the shared password π: SHA-1 of the MRZ_information, or the digits of
   *     CAN, PIN or PUK
   * @param staticKey what Chip Authentication Mapping proves, for that mapping only
   */
  Pace(
      PaceProfile profile,
      byte[] secretPassword,
      @Nullable MappingKey staticKey,
      PasswordRun password,
      ChipRandomness random) {
    this.staticKey = staticKey;
    this.password = password;
    this.profile = profile;
    this.group = profile.group();
    this.passwordKey = profile.suite().deriveKey(secretPassword, 3);
    this.random = random;
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

  /** Whether the last step went well. */
  boolean isDone() {
    return done;
  }

  PasswordKind password() {
    return password.kind();
  }

  /** The channel that a run without refusal leads to. */
  SecureChannel channel() {
    return SecureChannel.agreed(profile.suite(), secret);
  }

  /** The chip's compressed ephemeral key, by which Terminal Authentication names the chip. */
  byte[] identification() {
    return chipKey == null ? new byte[0] : chipKey.compressed();
  }

  private Answer encryptedNonce(Command command) throws Refusal {
    Template.dynamic(command.data());
    password.checkUsable();
    nonce = random.bytes(profile.nonceLength());
    CipherSuite suite = profile.suite();
    next = Step.MAP;
    return Template.dynamicAnswer(
        0x80, suite.encrypt(passwordKey, new byte[suite.blockSize()], nonce));
  }

  private Answer mapNonce(Command command) throws Refusal {
    byte[] data = Template.dynamic(command.data(), 0x81).get(0x81);
    NonceMapping chosen = newMapping();
    NonceMapping.Mapped mapped = chosen.map(nonce, data);
    mapping = chosen;
    generator = mapped.generator();
    next = Step.AGREE;
    return Template.dynamicAnswer(0x82, mapped.chipData());
  }

  private Answer agreeOnKey(Command command) throws Refusal {
    byte[] data = Template.dynamic(command.data(), 0x83).get(0x83);
    GroupElement received =
        group.publicKey(data).orElseThrow(() -> new Refusal(StatusWord.WRONG_DATA));
    BigInteger privateKey = random.privateKey(group.order());
    GroupElement own = known(generator).times(privateKey);
    GroupElement shared = received.times(privateKey);
    if (own.equals(received) || shared.isNeutral()) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    terminalKey = received;
    chipKey = own;
    secret = shared.secret();
    next = Step.AUTHENTICATE;
    return Template.dynamicAnswer(0x84, own.encoded());
  }

  private Answer authenticate(Command command) throws Refusal {
    byte[] received = Template.dynamic(command.data(), 0x85).get(0x85);
    if (!MessageDigest.isEqual(token(known(chipKey)), received)) {
      throw password.failure();
    }
    password.success();
    byte[] token = DataObject.encode(0x86, token(known(terminalKey)));
    CipherSuite suite = profile.suite();
    byte[] proof =
        known(mapping)
            .encryptedProof(suite, suite.deriveKey(secret, 1))
            .map(value -> DataObject.encode(0x8A, value))
            .orElse(new byte[0]);
    done = true;
    return Template.dynamicAnswer(Arrays.concatenate(token, proof));
  }

  private NonceMapping newMapping() throws Refusal {
    return switch (profile.mapping()) {
      case GENERIC -> new GenericMapping(group, random.privateKey(group.order()));
      case INTEGRATED -> new IntegratedMapping(group, profile.suite());
      case CHIP_AUTHENTICATION ->
          new ChipAuthenticationMapping(group, known(staticKey), random.privateKey(group.order()));
    };
  }

  /** What an earlier step left behind. */
  private static <T> T known(@Nullable T value) throws Refusal {
    if (value == null) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    return value;
  }

  /** MAC over the public key object of the other side, §4.4.3.4 and §9.4.4. */
  private byte[] token(GroupElement publicKey) {
    int tag = group instanceof CurveGroup ? 0x86 : 0x84;
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(DataObject.encode(0x06, Oids.value(profile.oid())));
    content.writeBytes(DataObject.encode(tag, publicKey.encoded()));
    CipherSuite suite = profile.suite();
    byte[] object = DataObject.encode(0x7F49, content.toByteArray());
    return suite.macOfMessage(suite.deriveKey(secret, 2), object);
  }
}
