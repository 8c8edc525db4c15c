package io.cardproof.report;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Remark;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.ReadingStats;
import io.cardproof.trust.Revocation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one judgement of evidence says.
 *
 * @param verdict whether the document is genuine
 * @param presence whom the chip's proof convinces
 * @param checks every rule and how it came out, in the order of judging
 * @param remarks what is worth knowing and changes no verdict
 * @param signer the document signer's certificate, if the security object holds one
 * @param revocation what revocation lists say of the signer, and how fresh they are; empty if there
 *     is no path to a trusted country signer, or the policy does not look at lists
 * @param testAnchor whether the trust comes from a certificate that is for tests only
 * @param policy the stable name of the policy
 * @param now the instant for which expiry and revocation were judged
 * @param signingReference the instant for which the signer was judged
 * @param unverified what the chip says, relied upon or not
 * @param evidence what was judged
 */
public record Report(
    Verdict verdict,
    Presence presence,
    List<Check> checks,
    List<Remark> remarks,
    Optional<Signer> signer,
    Optional<Revocation> revocation,
    boolean testAnchor,
    String policy,
    Instant now,
    Optional<Instant> signingReference,
    Unverified unverified,
    Evidence evidence) {
  /** Copies the lists. */
  public Report {
    checks = List.copyOf(checks);
    remarks = List.copyOf(remarks);
  }

  /** How the chip was opened. */
  public AccessRecord access() {
    return evidence.access();
  }

  /** What the reading cost. */
  public ReadingStats reading() {
    return evidence.reading();
  }

  /** The check with this name, if the document got so far. */
  public Optional<Check> check(CheckId id) {
    return checks.stream().filter(check -> check.id().equals(id)).findFirst();
  }

  /** Names the verdict; the rest may be personal data. */
  @Override
  public String toString() {
    return "Report[" + verdict.id() + "]";
  }
}
