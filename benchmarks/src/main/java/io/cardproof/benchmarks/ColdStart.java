package io.cardproof.benchmarks;

import io.cardproof.error.InspectionException;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.trust.TrustStore;
import io.cardproof.verify.Expectation;
import io.cardproof.verify.Policy;
import io.cardproof.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Verifies one document in a virtual machine that did nothing before, and ends. What it costs is
 * measured from outside. It sees the library alone: no simulator, no JMH.
 */
final class ColdStart {
  private ColdStart() {}

  /** The evidence, then what to trust; a root before the list that it pins. */
  public static void main(String[] arguments) throws IOException, InspectionException {
    Evidence evidence = new EvidenceCodec().read(Path.of(arguments[0]));
    TrustStore.Builder trust = TrustStore.builder().allowTestAnchors();
    for (int i = 1; i < arguments.length; i++) {
      trust.add(Path.of(arguments[i]));
    }
    Report report =
        new Verifier(trust.build(), Policy.COUNTER)
            .verify(evidence, Expectation.none(), evidence.capturedAt());
    if (!(report.verdict() instanceof Verdict.Authentic)) {
      throw new IllegalStateException("the document of the benchmark is not authentic: " + report);
    }
  }
}
