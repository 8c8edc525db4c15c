package io.cardproof.benchmarks;

import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.pcsc.PcscReaders;
import io.cardproof.simulator.link.SimulatedTerminals;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Inspects cards drawn at random, for as long as it is told, and says what came out and what the
 * program holds: {@code benchmarks/run soak SECONDS [SEED]}. The exit code is 1 if an inspection
 * ended in anything but a verdict or a typed error, or if heap, threads or handles grow.
 */
final class Soak {
  private static final int LOOKS = 30;

  private final SimulatedTerminals terminals = SimulatedTerminals.named("soak");
  private final PcscReaders readers = PcscReaders.of(terminals.factory());
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final SoakFigures figures = new SoakFigures();
  private int rounds;
  private int failures;

  private Soak() {}

  public static void main(String[] arguments) throws Exception {
    long seconds = Long.parseLong(arguments[0]);
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    System.exit(new Soak().run(TimeUnit.SECONDS.toNanos(seconds), seed) ? 0 : 1);
  }

  private boolean run(long nanos, long seed) throws IOException {
    long start = System.nanoTime();
    long next = start;
    while (System.nanoTime() - start < nanos) {
      round(seed + rounds);
      if (System.nanoTime() - next >= 0) {
        look(System.nanoTime() - start);
        next += nanos / LOOKS;
      }
    }
    look(System.nanoTime() - start);
    return conclude();
  }

  private void round(long seed) throws IOException {
    rounds++;
    try {
      new SoakRound(seed, readers, terminals.terminals().get(0)).outcomes().forEach(this::count);
    } catch (MalformedInputException e) {
      // The fault is in what the authority publishes.
      count(e.code().id());
    } catch (RuntimeException e) {
      failures++;
      System.out.println("FAILED with seed " + seed);
      e.printStackTrace(System.out);
    }
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  private void look(long nanos) {
    System.out.printf(
        "%5d s  %6d cards  %d failed  %s%n",
        TimeUnit.NANOSECONDS.toSeconds(nanos), rounds, failures, figures.look());
  }

  private boolean conclude() {
    boolean flat = figures.isFlat();
    System.out.println("outcomes: " + outcomes);
    System.out.println(
        "failed: " + failures + (flat ? "; heap, threads, handles flat" : "; GROWS"));
    return failures == 0 && flat;
  }
}
