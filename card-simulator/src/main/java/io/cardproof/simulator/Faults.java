package io.cardproof.simulator;

import java.util.List;

/** The named deviations that a simulated card can have. */
public final class Faults {

  /**
   * One fault.
   *
   * @param id what {@link SimulatedCard.Builder#fault} takes; {@code N} stands for a number
   * @param summary one English line about what is wrong with such a card
   */
  public record Entry(String id, String summary) {}

  private Faults() {}

  /** All faults. */
  public static List<Entry> list() {
    return List.of(
        new Entry("dg2-changed", "one byte of the portrait file differs from what was signed"),
        new Entry(
            "untrusted-csca",
            "signed under a CSCA that copies the trusted one's name and key identifier"),
        new Entry("unknown-csca", "signed under a CSCA that nobody trusts"),
        new Entry("clone", "the right files, but not the private keys of the genuine chip"),
        new Entry("expired", "genuine, but past its date"),
        new Entry("removed-at=N", "the card leaves the reader at its N-th command, counted from 1"),
        new Entry("no-proof-files", "DG14 and DG15 answer 6A82 although the SOD lists them"));
  }
}
