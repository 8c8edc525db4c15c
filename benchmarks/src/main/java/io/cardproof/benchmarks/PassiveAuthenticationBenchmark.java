package io.cardproof.benchmarks;

import io.cardproof.benchmarks.Documents.Document;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Report;
import io.cardproof.trust.TrustStore;
import io.cardproof.verify.Expectation;
import io.cardproof.verify.Policy;
import io.cardproof.verify.Verifier;
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

/**
 * Passive authentication of a citizen card, warm, beside the primitives that it cannot do without:
 * one signature on the curve of the security object, and SHA-256 over the files. The evidence holds
 * no proofs of the chip, which cost signatures of their own.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PassiveAuthenticationBenchmark {
  /** A signer that the verifier met before. */
  @Benchmark
  public Report cachedSigner(Warm warm) {
    return warm.verifier.verify(warm.evidence, Expectation.none(), Documents.NOW);
  }

  /** A signer that nobody met before: its path and its revocation are verified as well. */
  @Benchmark
  public Report newSigner(Warm warm) {
    return new Verifier(warm.trust, Policy.COUNTER)
        .verify(warm.evidence, Expectation.none(), Documents.NOW);
  }

  /** One signature and the hashes, by the engines that the library uses. */
  @Benchmark
  public int bareSignatureAndHashes(Warm warm) {
    return warm.bare.hashes() + warm.bare.signature();
  }

  /** One signature. */
  @Benchmark
  public int bareSignature(Warm warm) {
    return warm.bare.signature();
  }

  /** The hashes. */
  @Benchmark
  public int bareHashes(Warm warm) {
    return warm.bare.hashes();
  }

  /** What all of them use. */
  @State(Scope.Benchmark)
  public static class Warm {
    final Evidence evidence;
    final TrustStore trust;
    final Verifier verifier;
    final BarePrimitives bare;

    /** Reads a simulated card once. */
    public Warm() {
      Document document = Documents.citizenCard(11);
      evidence = Documents.withoutProofs(document.evidence());
      trust = Documents.trust(document);
      verifier = new Verifier(trust, Policy.COUNTER);
      bare = BarePrimitives.of(evidence);
    }
  }
}
