package io.cardproof.simulator.chip;

/** INTERNAL AUTHENTICATE on the chip's side, ICAO 9303-11 §6.1.3. */
final class ActiveAuthentication {
  private static final int CHALLENGE = 8;
  private static final int MOST_IN_SHORT = 256;

  private final ActiveAuthenticationKey key;
  private final ChipRandomness random;
  private final LongAnswers longAnswers;

  ActiveAuthentication(
      ActiveAuthenticationKey key, ChipRandomness random, LongAnswers longAnswers) {
    this.key = key;
    this.random = random;
    this.longAnswers = longAnswers;
  }

  /**
   * The signature, however long where long answers are cut elsewhere; 6Cxx if Le can be mended,
   * 6700 if nothing can.
   */
  Answer authenticate(Command command, int room) throws Refusal {
    byte[] challenge = command.data();
    if (challenge.length != CHALLENGE || command.le() == Command.NO_LE) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    byte[] signature = key.sign(challenge, random);
    if (signature.length <= MOST_IN_SHORT) {
      checkExpectedLength(command, signature.length);
    }
    if (longAnswers == LongAnswers.EXTENDED && Math.min(command.le(), room) < signature.length) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    return Answer.of(signature);
  }

  private static void checkExpectedLength(Command command, int length) throws Refusal {
    if (command.le() < length) {
      throw new Refusal(StatusWord.EXACT_LENGTH | (length & 0xFF));
    }
  }
}
