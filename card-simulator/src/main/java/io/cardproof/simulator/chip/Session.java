package io.cardproof.simulator.chip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the chip knows between two resets, and what each command does to it. */
final class Session {
  private static final int PASSWORD_MRZ = 0x01;
  private static final int PASSWORD_CAN = 0x02;
  private static final int CHALLENGE = 8;

  private final ChipImage image;
  private final ChipRandomness random;
  private final FileSystem files;
  private final BinaryReader reader;
  private final ChipAuthentication chipAuthentication;
  private final Optional<BasicAccess> basicAccess;
  private @Nullable SecureChannel channel;
  private @Nullable SecureChannel nextChannel;
  private @Nullable Pace pace;
  private @Nullable ChipAuthenticationKey chosenKey;

  Session(ChipImage image, ChipRandomness random) {
    this.image = image;
    this.random = random;
    this.files = new FileSystem(image);
    this.reader = new BinaryReader(files, image.maxResponseData());
    this.chipAuthentication = new ChipAuthentication(image.chipAuthenticationKeys());
    this.basicAccess =
        image.mrzKey().filter(key -> image.offersBac()).map(key -> new BasicAccess(key, random));
  }

  /**
   * Answers one command. A plain command, and a protected one that is not in order, end secure
   * messaging and with it access; refusals above it are protected like any answer.
   */
  Answer answer(byte[] bytes) {
    try {
      Command command = Command.parse(bytes);
      if (command.isExtended() && image.isShortLengthOnly()) {
        throw new Refusal(StatusWord.WRONG_LENGTH);
      }
      return command.isProtected() ? answerProtected(command) : answerPlain(command);
    } catch (Refusal refusal) {
      endChannel();
      return Answer.status(refusal.statusWord());
    }
  }

  private Answer answerProtected(Command command) throws Refusal {
    SecureChannel used = channel;
    if (used == null) {
      throw new Refusal(StatusWord.PROTECTION_WRONG);
    }
    Command plain = used.open(command);
    Answer answer = used.protect(command, carryOut(plain, used.plainRoom(command.room())));
    changeChannel();
    return answer;
  }

  private Answer answerPlain(Command command) {
    endChannel();
    Answer answer = carryOut(command, command.room());
    changeChannel();
    return answer;
  }

  /** The new keys hold from the command after the one that agreed on them. */
  private void changeChannel() {
    if (nextChannel != null) {
      channel = nextChannel;
      nextChannel = null;
    }
  }

  private void endChannel() {
    channel = null;
    nextChannel = null;
    chosenKey = null;
  }

  private Answer carryOut(Command command, int room) {
    try {
      return dispatch(command, room);
    } catch (Refusal refusal) {
      nextChannel = null;
      return Answer.status(refusal.statusWord());
    }
  }

  private Answer dispatch(Command command, int room) throws Refusal {
    checkClass(command);
    if (command.ins() != 0x86) {
      pace = null;
    }
    return switch (command.ins()) {
      case 0x22 -> manageSecurityEnvironment(command);
      case 0x82 -> externalAuthenticate(command);
      case 0x84 -> getChallenge(command);
      case 0x86 -> generalAuthenticate(command);
      case 0x88 -> internalAuthenticate(command, room);
      case 0xA4 -> files.select(command, hasAccess());
      case 0xB0 -> reader.read(command, hasAccess(), room);
      case 0xB1 -> reader.readOdd(command, hasAccess(), room);
      default -> throw new Refusal(StatusWord.UNKNOWN_INSTRUCTION);
    };
  }

  private static void checkClass(Command command) throws Refusal {
    if ((command.cla() & ~0x10) != 0) {
      throw new Refusal(StatusWord.UNKNOWN_CLASS);
    }
    if (command.isChained() && command.ins() != 0x86) {
      throw new Refusal(StatusWord.CHAINING_NOT_SUPPORTED);
    }
  }

  private boolean hasAccess() {
    return image.isFree() || channel != null;
  }

  private Answer getChallenge(Command command) throws Refusal {
    checkP1P2(command, 0x0000);
    if (command.data().length > 0 || command.le() == Command.NO_LE) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    if (command.le() < CHALLENGE) {
      throw new Refusal(StatusWord.EXACT_LENGTH | CHALLENGE);
    }
    byte[] challenge = random.bytes(CHALLENGE);
    basicAccess.ifPresent(bac -> bac.expect(challenge));
    return Answer.of(challenge);
  }

  private Answer externalAuthenticate(Command command) throws Refusal {
    BasicAccess bac = basicAccess.orElseThrow(() -> new Refusal(StatusWord.UNKNOWN_INSTRUCTION));
    checkP1P2(command, 0x0000);
    if (!files.isInApplication() || channel != null) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    BasicAccess.Agreed agreed = bac.authenticate(command);
    nextChannel = agreed.channel();
    return agreed.answer();
  }

  private Answer internalAuthenticate(Command command, int room) throws Refusal {
    ActiveAuthenticationKey key =
        image
            .activeAuthenticationKey()
            .orElseThrow(() -> new Refusal(StatusWord.UNKNOWN_INSTRUCTION));
    checkP1P2(command, 0x0000);
    checkInsideApplication();
    return new ActiveAuthentication(key, random).authenticate(command, room);
  }

  private Answer manageSecurityEnvironment(Command command) throws Refusal {
    chosenKey = null;
    return switch (command.p1p2()) {
      case 0xC1A4 -> startPace(command);
      case 0x41A4 -> chooseKey(command);
      case 0x41A6 -> agreeAtOnce(command);
      default -> throw new Refusal(StatusWord.WRONG_P1_P2);
    };
  }

  /** MSE:Set AT for PACE, 9303-11 §4.4.4.1; only in the master file and outside a channel. */
  private Answer startPace(Command command) throws Refusal {
    PaceProfile profile =
        image.pace().orElseThrow(() -> new Refusal(StatusWord.UNKNOWN_INSTRUCTION));
    if (files.isInApplication() || channel != null) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    Template template = Template.of(command.data(), 0x80, 0x83, 0x84);
    if (!Arrays.equals(template.get(0x80), Oids.value(profile.oid()))) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    Optional<byte[]> parameters = template.find(0x84);
    if (parameters.isPresent()
        && !Arrays.equals(parameters.get(), new byte[] {(byte) profile.parameterId()})) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    pace = new Pace(profile, password(template.get(0x83)), random);
    return Answer.done();
  }

  private byte[] password(byte[] reference) throws Refusal {
    if (reference.length != 1) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    Optional<byte[]> password =
        switch (reference[0]) {
          case PASSWORD_MRZ -> image.mrzKey().map(BasicAccess::hashOf);
          case PASSWORD_CAN -> image.can().map(can -> can.getBytes(StandardCharsets.US_ASCII));
          default -> Optional.empty();
        };
    return password.orElseThrow(() -> new Refusal(StatusWord.REFERENCE_NOT_FOUND));
  }

  private Answer chooseKey(Command command) throws Refusal {
    checkInsideApplication();
    chosenKey = chipAuthentication.choose(command);
    return Answer.done();
  }

  private Answer agreeAtOnce(Command command) throws Refusal {
    checkInsideApplication();
    nextChannel = chipAuthentication.agreeAtOnce(command);
    return Answer.done();
  }

  private Answer generalAuthenticate(Command command) throws Refusal {
    checkP1P2(command, 0x0000);
    if (command.le() == Command.NO_LE) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    if (pace != null) {
      return continuePace(pace, command);
    }
    ChipAuthenticationKey key = chosenKey;
    chosenKey = null;
    if (key == null || command.isChained()) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    nextChannel = chipAuthentication.agree(key, command);
    return Template.emptyDynamicAnswer();
  }

  /** A step that is refused ends the run; the last one opens the channel. */
  private Answer continuePace(Pace run, Command command) throws Refusal {
    pace = null;
    boolean last = run.expectsLastStep();
    if (command.isChained() == last) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    Answer answer = run.step(command);
    if (last) {
      nextChannel = run.channel();
    } else {
      pace = run;
    }
    return answer;
  }

  /** Chip and Active Authentication come after access; on a free chip they need none. */
  private void checkInsideApplication() throws Refusal {
    if (!files.isInApplication()) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    if (!hasAccess()) {
      throw new Refusal(StatusWord.SECURITY_NOT_SATISFIED);
    }
  }

  private static void checkP1P2(Command command, int expected) throws Refusal {
    if (command.p1p2() != expected) {
      throw new Refusal(StatusWord.WRONG_P1_P2);
    }
  }
}
