package io.cardproof.benchmarks;

import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.TrustStore;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A store from a list, whose signature is verified, and from the snapshot of that store. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class TrustLoadingBenchmark {
  /** The list itself. */
  @Benchmark
  public TrustStore fromList(Files files) throws MalformedInputException {
    return TrustStore.load(files.list);
  }

  /** The snapshot. */
  @Benchmark
  public TrustStore fromSnapshot(Files files) throws MalformedInputException {
    return TrustStore.load(files.snapshot);
  }

  /** Where they are; the script that starts the benchmark says so. */
  @State(Scope.Benchmark)
  public static class Files {
    final Path list = Path.of(System.getProperty("benchmark.list", ""));
    final Path snapshot = Path.of(System.getProperty("benchmark.snapshot", ""));
  }
}
