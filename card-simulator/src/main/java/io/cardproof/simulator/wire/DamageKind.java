package io.cardproof.simulator.wire;

import io.cardproof.simulator.chip.Answer;
import io.cardproof.simulator.chip.Fate;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.ProtectedAnswer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;

/** The ways of damage: how they are written, what they do, and to which answers. */
enum DamageKind {
  STATUS("status=SW", "the chip answers that status word alone, protected where it should be") {
    @Override
    Interference damage(Setting setting, Random random) {
      return Damages.instead(Answer.status(setting.hex(4)));
    }
  },
  BARE("bare=SW", "the chip answers that status word alone, never protected") {
    @Override
    Interference damage(Setting setting, Random random) {
      int statusWord = setting.hex(4);
      return Damages.wire(
          response -> new byte[] {(byte) (statusWord >> Byte.SIZE), (byte) statusWord});
    }
  },
  TRUNCATE("truncate=N", "only the first N bytes of the answer arrive") {
    @Override
    Interference damage(Setting setting, Random random) {
      int most = setting.number(0);
      return Damages.wire(response -> Arrays.copyOf(response, Math.min(most, response.length)));
    }
  },
  FLIP("flip=N", "N bits of the answer, without N one, arrive the other way round") {
    @Override
    Interference damage(Setting setting, Random random) {
      int bits = setting.number(1, 1);
      return Damages.wire(response -> Damages.flipped(response, bits, random));
    }
  },
  CHANGE("change", "the chip changes one bit of its data, and protects them well") {
    @Override
    Interference damage(Setting setting, Random random) {
      setting.none();
      return Damages.plain(answer -> answer.withData(Damages.flipped(answer.data(), 1, random)));
    }
  },
  DROP("drop=TAG", "the answer lacks the object 87, 99 or 8E, under a MAC over the rest") {
    @Override
    Interference damage(Setting setting, Random random) {
      int tag = Damages.tag(setting);
      return Damages.sealed(answer -> Damages.without(answer, tag));
    }
  },
  WRONG("wrong=TAG", "one bit of the object 87, 99 or 8E is changed behind the MAC's back") {
    @Override
    Interference damage(Setting setting, Random random) {
      int tag = Damages.tag(setting);
      return Damages.sealed(answer -> Damages.changed(answer, tag, random));
    }
  },
  COUNTER("counter=N", "the answer is protected under a counter N ahead") {
    @Override
    Interference damage(Setting setting, Random random) {
      int ahead = setting.number(1);
      return Damages.sealed(answer -> answer.underCounter(ahead));
    }
  },
  KEYS("keys", "the answer is protected under keys that were not agreed on") {
    @Override
    Interference damage(Setting setting, Random random) {
      setting.none();
      return Damages.sealed(ProtectedAnswer::underOtherMacKey);
    }
  },
  CLEAR("clear", "the answer to a protected command comes unprotected") {
    @Override
    Interference damage(Setting setting, Random random) {
      setting.none();
      return Damages.sealed(ProtectedAnswer::inTheClear);
    }
  },
  DELAY("delay=MS", "the answer takes so many milliseconds longer") {
    @Override
    Interference damage(Setting setting, Random random) {
      return Damages.late(Duration.ofMillis(setting.number(1)));
    }
  },
  SILENCE("silence", "no answer comes, until the reader gives up") {
    @Override
    Interference damage(Setting setting, Random random) {
      setting.none();
      return Damages.fate(Fate.SILENT);
    }
  },
  REMOVE("remove", "the card leaves the reader, until it is put back") {
    @Override
    Interference damage(Setting setting, Random random) {
      setting.none();
      return Damages.fate(Fate.REMOVED);
    }
  },
  RESET("reset", "the chip loses power for a moment and forgets its channel") {
    @Override
    Interference damage(Setting setting, Random random) {
      setting.none();
      return Damages.fate(Fate.RESET);
    }
  };

  private final String form;
  private final String summary;

  DamageKind(String form, String summary) {
    this.form = form;
    this.summary = summary;
  }

  /** The one that a setting names. */
  static DamageKind of(Setting setting) {
    for (DamageKind kind : values()) {
      if (kind.word().equals(setting.name())) {
        return kind;
      }
    }
    throw setting.wrong(
        "is none of "
            + Arrays.stream(values()).map(DamageKind::form).collect(Collectors.joining(", ")));
  }

  /** What does it, with the bits that {@code random} draws. */
  abstract Interference damage(Setting setting, Random random);

  /** Whether it changes secure messaging, and so does nothing to a plain command. */
  boolean isOfProtection() {
    return switch (this) {
      case DROP, WRONG, COUNTER, KEYS, CLEAR -> true;
      default -> false;
    };
  }

  String form() {
    return form;
  }

  String summary() {
    return summary;
  }

  private String word() {
    return form.split("=", 2)[0];
  }
}
