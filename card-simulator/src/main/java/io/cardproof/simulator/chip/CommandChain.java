package io.cardproof.simulator.chip;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Command chaining, ISO/IEC 7816-4 §5.3.3: the data of commands whose class has the chaining bit,
 * put together with that of the last one.
 */
final class CommandChain {
  /** More than any command of these protocols needs. */
  private static final int MOST_DATA = 16_384;

  private @Nullable Command first;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

  /**
   * Takes the next command.
   *
   * @return the whole command, or nothing while more is to come
   * @throws Refusal 6883 if another command breaks into a chain, 6700 if the data grow too long
   */
  Optional<Command> add(Command command) throws Refusal {
    Command begun = first;
    if (begun == null && !command.isChained()) {
      return Optional.of(command);
    }
    if (begun != null && !isSame(begun, command)) {
      forget();
      throw new Refusal(StatusWord.LAST_OF_CHAIN_EXPECTED);
    }
    first = command;
    collected.writeBytes(command.data());
    if (collected.size() > MOST_DATA) {
      forget();
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    if (command.isChained()) {
      return Optional.empty();
    }
    Command whole = command.withData(collected.toByteArray());
    forget();
    return Optional.of(whole);
  }

  void forget() {
    first = null;
    collected.reset();
  }

  private static boolean isSame(Command begun, Command command) {
    return begun.ins() == command.ins() && begun.p1p2() == command.p1p2();
  }
}
