package io.cardproof.simulator.wire;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Draws faults of the wire at random, each with the value and the conditions that it needs: what a
 * soak, or a test of many runs, wants. The same generator draws the same faults.
 *
 * @param random what is drawn from
 * @param commands the highest number of a command that is aimed at
 * @param longestDelayMillis the longest delay
 */
public record WireFaultDraw(RandomGenerator random, int commands, int longestDelayMillis) {
  private static final List<String> STATUS_WORDS =
      List.of("9000", "6A82", "6982", "6985", "6700", "6F00", "6B00", "6282", "6300", "63C0");
  private static final List<String> OBJECTS = List.of("87", "99", "8E");
  private static final List<String> INSTRUCTIONS = List.of("A4", "B0", "86", "22", "88", "84");
  private static final List<String> PHASES = List.of("plain", "bac", "pace", "ca", "ta");
  private static final List<String> FILES = List.of("SOD", "DG1", "DG2", "DG14", "DG15");

  /** One fault, as {@link WireFault#parse} reads it. */
  public String next() {
    return WireFault.PREFIX + damage() + "@" + condition();
  }

  private String damage() {
    return switch (random.nextInt(14)) {
      case 0 -> "status=" + statusWord();
      case 1 -> "bare=" + statusWord();
      case 2 -> "truncate=" + random.nextInt(40);
      case 3 -> "flip=" + upTo(8);
      case 4 -> "change";
      case 5 -> "drop=" + one(OBJECTS);
      case 6 -> "wrong=" + one(OBJECTS);
      case 7 -> "counter=" + upTo(3);
      case 8 -> "keys";
      case 9 -> "clear";
      case 10 -> "delay=" + upTo(longestDelayMillis);
      case 11 -> "silence";
      case 12 -> "remove";
      default -> "reset";
    };
  }

  private String condition() {
    String where =
        switch (random.nextInt(6)) {
          case 0, 1 -> "number=" + upTo(commands);
          case 2 -> "ins=" + one(INSTRUCTIONS);
          case 3 -> "phase=" + one(PHASES);
          case 4 -> "file=" + one(FILES);
          default -> "chance=0." + upTo(5);
        };
    return random.nextBoolean() ? where + ",times=" + upTo(3) : where;
  }

  // Now and then one that no reader expects.
  private String statusWord() {
    int drawn = random.nextInt(STATUS_WORDS.size() + 3);
    return switch (drawn - STATUS_WORDS.size()) {
      case 0 -> String.format(Locale.ROOT, "6C%02X", random.nextInt(256));
      case 1 -> String.format(Locale.ROOT, "61%02X", random.nextInt(256));
      case 2 -> String.format(Locale.ROOT, "%04X", random.nextInt(0x10000));
      default -> STATUS_WORDS.get(drawn);
    };
  }

  private int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
