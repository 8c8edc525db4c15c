package io.cardproof.wire;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Fate;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.ProtectedAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lets a fault work and notes what it changed that a signature or a MAC covers. A plain command
 * after a protected one begins a new reading from nothing, on which alone the verdict rests: what
 * was changed before it is forgotten. The reader does so for a chip that refuses a length in the
 * clear.
 */
final class Bystander implements Interference {
  private static final int READ_BINARY = 0xB0;
  private static final int READ_BINARY_ODD = 0xB1;
  private static final int STATUS_BYTES = 2;
  private static final int EF_SOD = 0x011D;
  private static final int FIRST_DATA_GROUP = 0x0101;
  private static final int LAST_DATA_GROUP = 0x0110;

  private final Interference fault;
  private final List<String> changes = new ArrayList<>();
  private boolean inChannel;
  private boolean securityObjectChanged;

  /**
   * @param fault one card's own
   */
  Bystander(Interference fault) {
    this.fault = fault;
  }

  /** Whether the chip itself gave another EF.SOD, not all of which is signed. */
  boolean securityObjectChanged() {
    return securityObjectChanged;
  }

  /** The protected and the signed bytes that were changed, by their commands. */
  List<String> changes() {
    return changes;
  }

  @Override
  public Optional<Answer> instead(Exchange exchange) {
    if (inChannel && !exchange.isProtected()) {
      changes.clear();
      securityObjectChanged = false;
    }
    inChannel = exchange.isProtected();
    return fault.instead(exchange);
  }

  @Override
  public Answer plain(Exchange exchange, Answer answer) {
    Answer changed = fault.plain(exchange, answer);
    int at = Arrays.mismatch(answer.data(), changed.data());
    if (at >= 0 && isRead(exchange, EF_SOD)) {
      securityObjectChanged = true;
    } else if (at >= 0 && isDataGroup(exchange)) {
      changes.add("content in " + exchange + ", from byte " + at + " on");
    }
    return changed;
  }

  @Override
  public ProtectedAnswer sealed(Exchange exchange, ProtectedAnswer answer) {
    ProtectedAnswer changed = fault.sealed(exchange, answer);
    boolean wellProtected = isOnlyWithoutData(answer, changed) && !isSigned(exchange);
    if (changed != answer && !wellProtected) {
      changes.add("protection in " + exchange);
    }
    return changed;
  }

  /** Whether the chip keeps its data to itself and protects that it does. */
  private static boolean isOnlyWithoutData(ProtectedAnswer answer, ProtectedAnswer changed) {
    return hasData(answer)
        && !hasData(changed)
        && changed.value(ProtectedAnswer.DO99).isPresent()
        && changed.value(ProtectedAnswer.DO8E).isPresent();
  }

  private static boolean hasData(ProtectedAnswer answer) {
    return answer.value(ProtectedAnswer.DO87).isPresent()
        || answer.value(ProtectedAnswer.DO85).isPresent();
  }

  @Override
  public Fate fate(Exchange exchange) {
    return fault.fate(exchange);
  }

  @Override
  public Duration delay(Exchange exchange) {
    return fault.delay(exchange);
  }

  @Override
  public byte[] wire(Exchange exchange, byte[] response) {
    byte[] changed = fault.wire(exchange, response);
    if (exchange.isProtected() && !Arrays.equals(objects(changed), objects(response))) {
      changes.add("bytes in " + exchange);
    }
    return changed;
  }

  /** Without the outer status word, which nothing protects. */
  private static byte[] objects(byte[] response) {
    return Arrays.copyOf(response, Math.max(0, response.length - STATUS_BYTES));
  }

  private static boolean isSigned(Exchange exchange) {
    return isRead(exchange, EF_SOD) || isDataGroup(exchange);
  }

  private static boolean isDataGroup(Exchange exchange) {
    int file = exchange.fileId().orElse(0);
    return file >= FIRST_DATA_GROUP && file <= LAST_DATA_GROUP && isRead(exchange, file);
  }

  /** The same identifiers are other files outside the application. */
  private static boolean isRead(Exchange exchange, int file) {
    boolean read = exchange.ins() == READ_BINARY || exchange.ins() == READ_BINARY_ODD;
    return read && exchange.isInApplication() && exchange.fileId().orElse(0) == file;
  }
}
