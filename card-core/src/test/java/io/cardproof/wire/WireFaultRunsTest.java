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
import io.cardproof.simulator.wire.WireFaultDraw;
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
  private static final int LONGEST_DELAY_MILLIS = 30_000;
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
    WireFault fault =
        WireFault.parse(new WireFaultDraw(random, MOST_COMMANDS, LONGEST_DELAY_MILLIS).next());
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

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
