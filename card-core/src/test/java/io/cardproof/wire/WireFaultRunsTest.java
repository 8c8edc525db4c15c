package io.cardproof.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.error.InspectionException;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.wire.WireFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Inspections of every persona over a bad wire, as many as {@code -Dcardproof.wire-runs=10000}
 * says. A run that fails is repeated by its number: each draws from a seed of its own.
 */
class WireFaultRunsTest {
  private static final int RUNS = Integer.getInteger("cardproof.wire-runs", 150);
  private static final long FIRST = Long.getLong("cardproof.wire-first", 1);
  private static final int MOST_COMMANDS = 45;
  private static final int MEBIBYTE = 1 << 20;
  private static final int MOST_GROWTH = 32 * MEBIBYTE;

  /** One delay may begin just before the budget ends. */
  private static final Duration LAST_DELAY = Duration.ofSeconds(31);

  private final Map<String, Integer> outcomes = new TreeMap<>();
  private int caught;

  @Test
  void noRunEndsInSurpriseOrCallsChangedBytesAuthentic() throws Exception {
    List<Bench> benches = Bench.all();
    long before = usedMemory();
    for (long number = FIRST; number < FIRST + RUNS; number++) {
      Random random = new Random(number);
      run(benches.get(random.nextInt(benches.size())), random, number);
    }
    long growth = usedMemory() - before;
    assertTrue(growth < MOST_GROWTH, "bytes kept: " + growth);
    assertEquals(RUNS, outcomes.values().stream().mapToInt(Integer::intValue).sum());
    // A run that is repeated by its number may be one in which nothing was changed.
    assertTrue(RUNS == 1 || caught > 0, "nothing was changed in any run that came to its report");
    System.out.println(
        RUNS
            + " runs over a bad wire: "
            + outcomes
            + ", reports on changed bytes "
            + caught
            + ", bytes kept "
            + growth);
  }

  private void run(Bench bench, Random random, long number) throws Exception {
    WireFault fault = WireFault.parse(fault(random));
    String title = "run " + number + ", " + bench.persona() + ", " + fault;
    Interference damage = fault.interference(random.nextLong());
    Bystander bystander = new Bystander(damage);
    VirtualCard chip = bench.place(bench.image().interference(bystander).build());
    Duration begun = bench.elapsed();
    String outcome = outcome(bench, chip, bystander, title);
    Duration taken = bench.elapsed().minus(begun);
    assertTrue(taken.compareTo(Bench.LIMITS.time().plus(LAST_DELAY)) < 0, title + ": " + taken);
    assertTrue(chip.commandCount() <= Bench.LIMITS.apdus(), title);
    outcomes.merge(outcome, 1, Integer::sum);
  }

  private String outcome(Bench bench, VirtualCard chip, Bystander bystander, String title) {
    Evidence evidence;
    try {
      evidence = bench.capture(chip);
    } catch (InspectionException e) {
      return e.getClass().getSimpleName();
    } catch (RuntimeException e) {
      throw new AssertionError(title, e);
    }
    Verdict verdict = bench.judge(evidence).verdict();
    boolean otherSignature = bystander.securityObjectChanged() && !bench.isSignedAsIssued(evidence);
    if (otherSignature || !bystander.changes().isEmpty()) {
      assertFalse(verdict instanceof Verdict.Authentic, title + ": " + bystander.changes());
      caught++;
    }
    return verdict.getClass().getSimpleName();
  }

  private static String fault(Random random) {
    String damage =
        switch (random.nextInt(14)) {
          case 0 -> "status=" + statusWord(random);
          case 1 -> "bare=" + statusWord(random);
          case 2 -> "truncate=" + random.nextInt(40);
          case 3 -> "flip=" + (1 + random.nextInt(8));
          case 4 -> "change";
          case 5 -> "drop=" + tag(random);
          case 6 -> "wrong=" + tag(random);
          case 7 -> "counter=" + (1 + random.nextInt(3));
          case 8 -> "keys";
          case 9 -> "clear";
          case 10 -> "delay=" + (1 + random.nextInt(30_000));
          case 11 -> "silence";
          case 12 -> "remove";
          default -> "reset";
        };
    return "wire:" + damage + "@" + condition(random);
  }

  private static String condition(Random random) {
    String where =
        switch (random.nextInt(6)) {
          case 0, 1 -> "number=" + (1 + random.nextInt(MOST_COMMANDS));
          case 2 -> "ins=" + List.of("A4", "B0", "86", "22", "88", "84").get(random.nextInt(6));
          case 3 -> "phase=" + List.of("plain", "bac", "pace", "ca", "ta").get(random.nextInt(5));
          case 4 -> "file=" + List.of("SOD", "DG1", "DG2", "DG14", "DG15").get(random.nextInt(5));
          default -> "chance=0." + (1 + random.nextInt(5));
        };
    return random.nextBoolean() ? where + ",times=" + (1 + random.nextInt(3)) : where;
  }

  private static String statusWord(Random random) {
    List<String> words =
        List.of("9000", "6A82", "6982", "6985", "6700", "6F00", "6B00", "6282", "6300", "63C0");
    int drawn = random.nextInt(words.size() + 3);
    return switch (drawn - words.size()) {
      case 0 -> "6C%02X".formatted(random.nextInt(256));
      case 1 -> "61%02X".formatted(random.nextInt(256));
      case 2 -> "%04X".formatted(random.nextInt(0x10000));
      default -> words.get(drawn);
    };
  }

  private static String tag(Random random) {
    return List.of("87", "99", "8E").get(random.nextInt(3));
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
