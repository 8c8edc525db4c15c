package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.SharedData;
import io.cardproof.check.Reason;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.value.Bytes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The 502 real signers that do not conform, collection 003 of the ICAO PKD, under real lists. */
class PkdSignersTest {
  private static final String DIRECTORY = "master-lists/icaopkd-003.ldif";

  @Test
  void exactlyThoseVerifyWhoseIssuerIsInAList() throws Exception {
    TrustStore german = under("master-lists/DE_ML_2026-05-28-08-28-45.ml");
    TrustStore dutch = under("master-lists/NL_ML_2026-07-22.ml");
    Map<String, Long> outcomes = outcomes(german);
    System.out.printf("PKD collection 003 under the German list: %s%n", outcomes);
    assertEquals(
        Map.of("verified", 354L, "algorithm-too-weak", 4L, "csca-unknown", 144L), outcomes);
    assertEquals(outcomes, outcomes(dutch));
    assertEquals(358, signed(german).size());
    assertEquals(signed(german), signed(dutch));
  }

  private static TrustStore under(String list) throws Exception {
    return TrustStore.builder()
        .add(SharedData.path(DIRECTORY))
        .addMasterList(SharedData.bytes(list), list)
        .build();
  }

  /** Those whose signature is right; four of them were made with SHA-1 after its time. */
  private static Set<Bytes> signed(TrustStore store) {
    return traces(store)
        .filter(trace -> trace.refusal().map(Reason.ALGORITHM_TOO_WEAK::equals).orElse(true))
        .map(trace -> trace.signer().der())
        .collect(Collectors.toSet());
  }

  private static Map<String, Long> outcomes(TrustStore store) {
    return traces(store)
        .map(trace -> trace.refusal().map(Reason::id).orElse("verified"))
        .collect(Collectors.groupingBy(outcome -> outcome, TreeMap::new, Collectors.counting()));
  }

  private static Stream<PathTrace> traces(TrustStore store) {
    PathVerifier verifier =
        new PathVerifier(store, new SignatureAlgorithms(), AlgorithmTable.USUAL);
    return store.signers().stream().map(each -> verifier.explain(each.certificate()));
  }
}
