package io.cardproof.simulator.wire;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Fate;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.ProtectedAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Interferences of one hook each. */
final class Damages {
  private Damages() {}

  static Interference instead(Answer answer) {
    return new Interference() {
      @Override
      public Optional<Answer> instead(Exchange exchange) {
        return Optional.of(answer);
      }
    };
  }

  static Interference plain(UnaryOperator<Answer> change) {
    return new Interference() {
      @Override
      public Answer plain(Exchange exchange, Answer answer) {
        return change.apply(answer);
      }
    };
  }

  static Interference sealed(UnaryOperator<ProtectedAnswer> change) {
    return new Interference() {
      @Override
      public ProtectedAnswer sealed(Exchange exchange, ProtectedAnswer answer) {
        return change.apply(answer);
      }
    };
  }

  static Interference fate(Fate fate) {
    return new Interference() {
      @Override
      public Fate fate(Exchange exchange) {
        return fate;
      }
    };
  }

  static Interference late(Duration delay) {
    return new Interference() {
      @Override
      public Duration delay(Exchange exchange) {
        return delay;
      }
    };
  }

  static Interference wire(UnaryOperator<byte[]> change) {
    return new Interference() {
      @Override
      public byte[] wire(Exchange exchange, byte[] response) {
        return change.apply(response);
      }
    };
  }

  /** So many bits the other way round, wherever they lie; no bytes stay none. */
  static byte[] flipped(byte[] bytes, int bits, Random random) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < bits && changed.length > 0; i++) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return changed;
  }

  /** With one bit of that object the other way round under the old MAC, if the answer has it. */
  static ProtectedAnswer changed(ProtectedAnswer answer, int tag, Random random) {
    int present = cryptogramOr(answer, tag);
    return answer
        .value(present)
        .map(value -> answer.sealed().with(present, flipped(value, 1, random)))
        .orElse(answer);
  }

  /** Without that object, under a MAC over the rest. */
  static ProtectedAnswer without(ProtectedAnswer answer, int tag) {
    return answer.without(cryptogramOr(answer, tag));
  }

  static int tag(Setting setting) {
    int tag = setting.hex(2);
    return switch (tag) {
      case ProtectedAnswer.DO87, ProtectedAnswer.DO99, ProtectedAnswer.DO8E -> tag;
      default -> throw setting.wrong("is for the objects 87, 99 and 8E");
    };
  }

  /** 87 stands for 85 too, which answers to odd instructions have in its place. */
  private static int cryptogramOr(ProtectedAnswer answer, int tag) {
    boolean odd = tag == ProtectedAnswer.DO87 && answer.value(ProtectedAnswer.DO85).isPresent();
    return odd ? ProtectedAnswer.DO85 : tag;
  }
}
