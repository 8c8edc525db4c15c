package io.cardproof.simulator.persona;

import io.cardproof.simulator.chip.LongAnswers;
import java.util.OptionalInt;

/**
 * How much a chip says at a time.
 *
 * @param commands which commands it understands
 * @param maxResponseData most bytes that READ BINARY gives at a time, if limited
 * @param longAnswers what becomes of an answer too long for a short response
 */
public record ChipLimits(
    CommandLength commands, OptionalInt maxResponseData, LongAnswers longAnswers) {

  /** Which commands a chip understands. */
  public enum CommandLength {
    /** Short ones only: others answer 6700, and the answer to reset says so. */
    SHORT,
    /** Those of extended length too. */
    EXTENDED
  }

  /** A chip that takes all lengths and gives all it has. */
  public static ChipLimits none() {
    return new ChipLimits(CommandLength.EXTENDED, OptionalInt.empty(), LongAnswers.EXTENDED);
  }

  /** The same, for short commands only. */
  public ChipLimits shortLengthOnly() {
    return new ChipLimits(CommandLength.SHORT, maxResponseData, longAnswers);
  }

  /** The same, with at most that many bytes to each READ BINARY. */
  public ChipLimits maxResponseData(int bytes) {
    return new ChipLimits(commands, OptionalInt.of(bytes), longAnswers);
  }

  /** The same, with long answers given in that way. */
  public ChipLimits longAnswers(LongAnswers how) {
    return new ChipLimits(commands, maxResponseData, how);
  }
}
