package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Group;
import io.cardproof.simulator.crypto.GroupElement;
import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The other side of PACE with Generic Mapping, for tests of what a chip does with passwords. */
final class PaceTerminal {
  static final PaceProfile PROFILE = PaceProfile.of("0.4.0.127.0.7.2.2.4.2.2", 12);
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final BigInteger MAPPING_KEY = BigInteger.valueOf(0x1357);
  private static final BigInteger KEY = BigInteger.valueOf(0x2468);

  /** Carries a command, in the clear or inside a channel. */
  interface Way {
    String send(String command) throws CardRemovedException;
  }

  private final TestTerminal terminal;
  private final Way way;
  private final PaceProfile profile;
  private String announcement = "";

  private PaceTerminal(TestTerminal terminal, Way way, PaceProfile profile) {
    this.terminal = terminal;
    this.way = way;
    this.profile = profile;
  }

  static PaceTerminal plain(TestTerminal terminal) {
    return plain(terminal, PROFILE);
  }

  static PaceTerminal plain(TestTerminal terminal, PaceProfile profile) {
    return new PaceTerminal(terminal, terminal::send, profile);
  }

  static PaceTerminal inside(TestTerminal terminal) {
    return inside(terminal, PROFILE);
  }

  static PaceTerminal inside(TestTerminal terminal, PaceProfile profile) {
    return new PaceTerminal(terminal, terminal::sendProtected, profile);
  }

  /** What MSE:Set AT answered last. */
  String announcement() {
    return announcement;
  }

  /**
   * Runs PACE and goes over to the new channel.
   *
   * @param reference 2 for the CAN, 3 for the PIN, 4 for the PUK
   * @return the status word of the step that failed, or of the last one
   */
  String open(int reference, String password) throws CardRemovedException {
    String mechanism = HEX.formatHex(DataObject.encode(0x80, Oids.value(profile.oid())));
    String set = mechanism + "8301" + String.format("%02X", reference);
    announcement = way.send(String.format("0022C1A4%02X%s", set.length() / 2, set));
    try {
      return run(password.getBytes(StandardCharsets.US_ASCII));
    } catch (RefusedStep refused) {
      return refused.statusWord;
    }
  }

  private String run(byte[] password) throws CardRemovedException, RefusedStep {
    CipherSuite suite = profile.suite();
    Group group = profile.group();
    byte[] encrypted = step("10", new byte[0], 0x80);
    byte[] passwordKey = suite.deriveKey(password, 3);
    byte[] nonce = suite.decrypt(passwordKey, new byte[suite.blockSize()], encrypted);
    GroupElement chipMapping =
        key(step("10", object(0x81, group.generator().times(MAPPING_KEY)), 0x82));
    GroupElement generator =
        group.generator().times(new BigInteger(1, nonce)).plus(chipMapping.times(MAPPING_KEY));
    GroupElement own = generator.times(KEY);
    GroupElement chip = key(step("10", object(0x83, own), 0x84));
    byte[] secret = chip.times(KEY).secret();
    byte[] macKey = suite.deriveKey(secret, 2);
    byte[] token = suite.macOfMessage(macKey, tokenInput(chip));
    step("00", DataObject.encode(0x85, token), 0x86);
    terminal.rekey(suite, suite.deriveKey(secret, 1), macKey);
    return "9000";
  }

  private byte[] step(String cla, byte[] sent, int expectedTag)
      throws CardRemovedException, RefusedStep {
    byte[] data = DataObject.encode(0x7C, sent);
    String answer =
        way.send(String.format("%s860000%02X%s00", cla, data.length, HEX.formatHex(data)));
    String statusWord = answer.substring(answer.length() - 4);
    if (!statusWord.equals("9000")) {
      throw new RefusedStep(statusWord);
    }
    return value(HEX.parseHex(answer.substring(0, answer.length() - 4)), expectedTag);
  }

  private static byte[] value(byte[] answer, int expectedTag) {
    try {
      List<DataObject> objects = DataObject.parseAll(DataObject.parseAll(answer).get(0).value());
      if (objects.get(0).tag() != expectedTag) {
        throw new AssertionError("tag " + Integer.toHexString(objects.get(0).tag()));
      }
      return objects.get(0).value();
    } catch (MalformedDataException e) {
      throw new AssertionError(e);
    }
  }

  private GroupElement key(byte[] encoded) {
    return profile.group().publicKey(encoded).orElseThrow();
  }

  private static byte[] object(int tag, GroupElement element) {
    return DataObject.encode(tag, element.encoded());
  }

  private byte[] tokenInput(GroupElement element) {
    String oid = HEX.formatHex(DataObject.encode(0x06, Oids.value(profile.oid())));
    return DataObject.encode(0x7F49, HEX.parseHex(oid + HEX.formatHex(object(0x86, element))));
  }

  private static final class RefusedStep extends Exception {
    private static final long serialVersionUID = 1L;
    private final String statusWord;

    RefusedStep(String statusWord) {
      super(statusWord);
      this.statusWord = statusWord;
    }
  }
}
