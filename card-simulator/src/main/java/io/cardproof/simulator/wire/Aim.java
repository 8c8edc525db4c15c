package io.cardproof.simulator.wire;

import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Phase;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which commands a fault strikes.
 *
 * @param meets whether a command is of those
 * @param times how often it strikes at most
 * @param chance of each of them to be struck, from 0 to 1
 */
record Aim(Predicate<Exchange> meets, int times, double chance) {
  static final Aim EVERYWHERE = new Aim(exchange -> true, Integer.MAX_VALUE, 1);

  private static final int PER_CENT = 100;

  /** Reads conditions with commas between them. */
  static Aim parse(String text) {
    Aim aim = EVERYWHERE;
    Set<String> seen = new HashSet<>();
    for (String condition : text.split(",", -1)) {
      Setting setting = Setting.parse(condition);
      if (!seen.add(setting.name())) {
        throw setting.wrong("is given twice");
      }
      aim = aim.with(setting);
    }
    return aim;
  }

  private Aim with(Setting setting) {
    return switch (setting.name()) {
      case "number" -> and(number(setting));
      case "ins" -> {
        int ins = setting.hex(2);
        yield and(exchange -> exchange.ins() == ins);
      }
      case "file" -> and(FileNames.named(setting));
      case "phase" -> {
        Phase phase = phase(setting);
        yield and(exchange -> exchange.phase() == phase);
      }
      case "times" -> new Aim(meets, setting.number(1), chance);
      case "chance" -> new Aim(meets, times, chance(setting));
      default ->
          throw setting.wrong("is no condition: number, ins, file, phase, times, chance are");
    };
  }

  private Aim and(Predicate<Exchange> condition) {
    return new Aim(meets.and(condition), times, chance);
  }

  /** One number, or the first and the last. */
  private static Predicate<Exchange> number(Setting setting) {
    String[] ends = setting.needed().split("-", 2);
    int first = setting.numberOf(ends[0], 1);
    int last = ends.length == 2 ? setting.numberOf(ends[1], first) : first;
    return exchange -> exchange.numberSinceReset() >= first && exchange.numberSinceReset() <= last;
  }

  private static Phase phase(Setting setting) {
    return switch (setting.needed().toLowerCase(Locale.ROOT)) {
      case "plain" -> Phase.PLAIN;
      case "bac" -> Phase.BAC;
      case "pace" -> Phase.PACE;
      case "ca" -> Phase.CHIP_AUTHENTICATION;
      case "ta" -> Phase.TERMINAL_AUTHENTICATION;
      default -> throw setting.wrong("is none of plain, bac, pace, ca, ta");
    };
  }

  /** {@code 0.05} or {@code 5%}. */
  private static double chance(Setting setting) {
    String text = setting.needed();
    if (text.matches("[0-9]{1,3}%")) {
      return bounded(setting, Double.parseDouble(text.substring(0, text.length() - 1)) / PER_CENT);
    }
    if (text.matches("[01](\\.[0-9]{1,9})?")) {
      return bounded(setting, Double.parseDouble(text));
    }
    throw setting.wrong("needs a probability such as 0.05 or 5%");
  }

  private static double bounded(Setting setting, double value) {
    if (value > 1) {
      throw setting.wrong("needs a probability of at most 1");
    }
    return value;
  }
}
