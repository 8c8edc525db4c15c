package io.cardproof.simulator.chip;

import java.util.Optional;

/** What the chip knows between two resets: takes protection off and hands commands out. */
final class Session {
  private static final int CHALLENGE = 8;
  private static final int GET_RESPONSE = 0xC0;

  private final ChipImage image;
  private final ChipRandomness random;
  private final SessionState state;
  private final FileSystem files;
  private final BinaryReader reader;
  private final CommandChain chain = new CommandChain();
  private final Optional<BasicAccess> basicAccess;
  private final PaceAccess pace;
  private final CodeReset codeReset;
  private final ChipAuthenticationCommands chipAuthentication;
  private final Optional<TerminalAuthentication> terminalAuthentication;
  private final PendingAnswer inside = new PendingAnswer();
  private final PendingAnswer outside = new PendingAnswer();
  private final Interference interference;
  private Exchange exchange = Exchange.NONE;
  private Answer plainAnswer = Answer.done();

  Session(ChipImage image, CardMemory memory, ChipRandomness random, Interference interference) {
    this.image = image;
    this.interference = interference;
    this.random = random;
    this.state = new SessionState(image.access().isFree());
    this.files = new FileSystem(image.contents(), memory, state);
    this.reader = new BinaryReader(files, image.maxResponseData());
    this.basicAccess =
        image
            .access()
            .mrzKey()
            .filter(key -> image.access().offersBac())
            .map(key -> new BasicAccess(key, random));
    this.pace = new PaceAccess(image.access(), memory, state, files, random);
    this.codeReset = new CodeReset(image.access(), memory, state);
    this.chipAuthentication = new ChipAuthenticationCommands(image, state, files);
    this.terminalAuthentication =
        memory.trustPoints().map(trust -> new TerminalAuthentication(trust, state));
  }

  /**
   * Answers one command. A plain command, and a protected one that is not in order, end secure
   * messaging and with it access; refusals above it are protected like any answer.
   */
  Answer answer(byte[] bytes, Exchange.Place place) {
    exchange = Exchange.unread(place, state.phase());
    try {
      Command command = Command.parse(bytes);
      exchange = exchange.of(command, files.addressedBy(command));
      if (command.isExtended() && image.isShortLengthOnly()) {
        throw new Refusal(StatusWord.WRONG_LENGTH);
      }
      return inParts(command);
    } catch (Refusal refusal) {
      endChannel();
      plainAnswer = Answer.status(refusal.statusWord());
      return plainAnswer;
    }
  }

  /** The last answer, before its protection. */
  Answer plainAnswer() {
    return plainAnswer;
  }

  /** The last command, as far as it was understood. */
  Exchange exchange() {
    return exchange;
  }

  /** Cuts what is too long after its protection, where the chip does it there. */
  private Answer inParts(Command command) throws Refusal {
    if (command.ins() == GET_RESPONSE && !command.isProtected() && !outside.isEmpty()) {
      plainAnswer = outside.more(command, command.room());
      return plainAnswer;
    }
    outside.forget();
    Answer answer = command.isProtected() ? answerProtected(command) : answerPlain(command);
    return image.longAnswers() == LongAnswers.CHAINED_OUTSIDE
        ? outside.begin(answer, command.room())
        : answer;
  }

  private Answer answerProtected(Command command) throws Refusal {
    SecureChannel used =
        state.channel().orElseThrow(() -> new Refusal(StatusWord.PROTECTION_WRONG));
    Command plain = used.open(command);
    exchange = exchange.opened(plain, files.addressedBy(plain));
    Answer answer = interfered(plain, used.plainRoom(command.room()));
    ProtectedAnswer sealed = interference.sealed(exchange, used.protect(command, answer));
    state.completeCommand();
    return sealed.toAnswer();
  }

  private Answer answerPlain(Command command) {
    if (state.channel().isPresent()) {
      endChannel();
    }
    Answer answer = interfered(command, command.room());
    state.completeCommand();
    return answer;
  }

  private void endChannel() {
    state.endChannel();
    chain.forget();
    pace.interrupt();
    chipAuthentication.forget();
    terminalAuthentication.ifPresent(TerminalAuthentication::forget);
    inside.forget();
    outside.forget();
  }

  private Answer interfered(Command command, int room) {
    Answer answer = interference.instead(exchange).orElseGet(() -> carryOut(command, room));
    plainAnswer = interference.plain(exchange, answer);
    return plainAnswer;
  }

  private Answer carryOut(Command command, int room) {
    try {
      return collect(command, room);
    } catch (Refusal refusal) {
      state.forgetNext();
      return Answer.status(refusal.statusWord());
    }
  }

  /** Puts a chain together; the steps of PACE have the chaining bit and are whole all the same. */
  private Answer collect(Command command, int room) throws Refusal {
    checkClass(command);
    if (command.ins() == 0x86 && pace.isRunning()) {
      return pace.step(whole(command));
    }
    pace.interrupt();
    if (command.ins() == 0x86 && !chipAuthentication.isKeyChosen()) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    Optional<Command> complete = chain.add(command);
    return complete.isPresent() ? dispatch(complete.get(), room) : Answer.done();
  }

  private Answer dispatch(Command command, int room) throws Refusal {
    if (command.ins() != GET_RESPONSE) {
      inside.forget();
    }
    return switch (command.ins()) {
      case 0x22 -> manageSecurityEnvironment(command);
      case 0x2A -> verifyCertificate(command);
      case 0x2C -> codeReset.unblock(command);
      case 0x82 -> externalAuthenticate(command);
      case 0x84 -> getChallenge(command);
      case 0x86 -> chipAuthentication.agree(whole(command));
      case 0x88 -> internalAuthenticate(command, room);
      case 0xA4 -> files.select(command);
      case 0xB0 -> reader.read(command, room);
      case 0xB1 -> reader.readOdd(command, room);
      case GET_RESPONSE -> inside.more(command, room);
      default -> throw new Refusal(StatusWord.UNKNOWN_INSTRUCTION);
    };
  }

  private static void checkClass(Command command) throws Refusal {
    if ((command.cla() & ~0x10) != 0) {
      throw new Refusal(StatusWord.UNKNOWN_CLASS);
    }
    boolean mayBeLong =
        switch (command.ins()) {
          case 0x22, 0x2A, 0x82, 0x86 -> true;
          default -> false;
        };
    if (command.isChained() && !mayBeLong) {
      throw new Refusal(StatusWord.CHAINING_NOT_SUPPORTED);
    }
  }

  private Answer manageSecurityEnvironment(Command command) throws Refusal {
    chipAuthentication.forget();
    return switch (command.p1p2()) {
      case 0xC1A4 -> pace.start(command);
      case 0x41A4 -> chipAuthentication.chooseKey(command);
      case 0x41A6 -> chipAuthentication.agreeAtOnce(command);
      case 0x81B6 -> terminalProtocol(StatusWord.WRONG_P1_P2).chooseIssuer(command);
      case 0x81A4 -> terminalProtocol(StatusWord.WRONG_P1_P2).chooseTerminal(command);
      default -> throw new Refusal(StatusWord.WRONG_P1_P2);
    };
  }

  private TerminalAuthentication terminalProtocol(int statusIfNone) throws Refusal {
    TerminalAuthentication protocol =
        terminalAuthentication.orElseThrow(() -> new Refusal(statusIfNone));
    files.checkApplicationIsOpen();
    return protocol;
  }

  private Answer verifyCertificate(Command command) throws Refusal {
    TerminalAuthentication protocol = terminalProtocol(StatusWord.UNKNOWN_INSTRUCTION);
    checkP1P2(command, 0x00BE);
    return protocol.verifyCertificate(command);
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
    terminalAuthentication.ifPresent(protocol -> protocol.expect(challenge));
    return Answer.of(challenge);
  }

  /** Outside a channel BAC, inside one Terminal Authentication. */
  private Answer externalAuthenticate(Command command) throws Refusal {
    if (state.channel().isPresent() && terminalAuthentication.isPresent()) {
      checkP1P2(command, 0x0000);
      return terminalProtocol(StatusWord.UNKNOWN_INSTRUCTION).authenticate(command);
    }
    BasicAccess bac = basicAccess.orElseThrow(() -> new Refusal(StatusWord.UNKNOWN_INSTRUCTION));
    checkP1P2(command, 0x0000);
    if (!files.isInApplication() || state.channel().isPresent()) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    BasicAccess.Agreed agreed = bac.authenticate(command);
    state.open(agreed.channel(), SessionState.Opening.BAC, bac.identification());
    return agreed.answer();
  }

  private Answer internalAuthenticate(Command command, int room) throws Refusal {
    ActiveAuthenticationKey key =
        image
            .activeAuthenticationKey()
            .orElseThrow(() -> new Refusal(StatusWord.UNKNOWN_INSTRUCTION));
    checkP1P2(command, 0x0000);
    files.checkApplicationIsOpen();
    Answer whole =
        new ActiveAuthentication(key, random, image.longAnswers()).authenticate(command, room);
    return image.longAnswers() == LongAnswers.CHAINED_INSIDE
        ? inside.begin(whole, Math.min(command.le(), room))
        : whole;
  }

  /** A GENERAL AUTHENTICATE with its parameters and its Le as they must be. */
  private static Command whole(Command command) throws Refusal {
    checkP1P2(command, 0x0000);
    if (command.le() == Command.NO_LE) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    return command;
  }

  private static void checkP1P2(Command command, int expected) throws Refusal {
    if (command.p1p2() != expected) {
      throw new Refusal(StatusWord.WRONG_P1_P2);
    }
  }
}
