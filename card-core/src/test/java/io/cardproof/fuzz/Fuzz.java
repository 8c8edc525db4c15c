package io.cardproof.fuzz;

/**
 * What Jazzer runs: {@code -Dcardproof.fuzz=NAME} chooses the parser. See {@code .ci/fuzz} and
 * docs/testing.md.
 */
public final class Fuzz {
  private static final FuzzTarget TARGET =
      FuzzTargets.named(System.getProperty("cardproof.fuzz", "tlv"));

  private Fuzz() {}

  /** One input of the fuzzer's. */
  public static void fuzzerTestOneInput(byte[] input) {
    TARGET.run(input);
  }
}
