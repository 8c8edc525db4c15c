package io.cardproof.simulator.chip;

/** INTERNAL AUTHENTICATE on the chip's side, ICAO 9303-11 §6.1.3. */
final class ActiveAuthentication {
  private static final int CHALLENGE = 8;
  private static final int MOST_IN_SHORT = 256;

  private final ActiveAuthenticationKey key;
  private final ChipRandomness random;

  ActiveAuthentication(ActiveAuthenticationKey key, ChipRandomness random) {
    this.key = key;
    this.random = random;
  }

  /** The signature; 6700 if the answer does not fit, 6Cxx if Le can be mended. */
  Answer authenticate(Command command, int room) throws Refusal {
    byte[] challenge = command.data();
    if (challenge.length != CHALLENGE || command.le() == Command.NO_LE) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    byte[] signature = key.sign(challenge, random);
    if (room < signature.length) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    if (command.le() < signature.length) {
      throw new Refusal(
          signature.length <= MOST_IN_SHORT
              ? StatusWord.EXACT_LENGTH | (signature.length & 0xFF)
              : StatusWord.WRONG_LENGTH);
    }
    return Answer.of(signature);
  }
}
