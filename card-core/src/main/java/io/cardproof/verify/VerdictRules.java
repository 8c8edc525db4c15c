package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Status;
import io.cardproof.report.Holder;
import io.cardproof.report.Presence;
import io.cardproof.report.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * From checks to a verdict: not authentic, inconclusive, expired, authentic; the first that
 * applies.
 */
final class VerdictRules {
  private VerdictRules() {}

  static Verdict decide(
      List<Check> checks, Optional<Holder> holder, Presence presence, Optional<LocalDate> expired) {
    List<Check> failed =
        checks.stream()
            .filter(check -> check.status() == Status.FAILED && !check.id().equals(CheckId.EXPIRY))
            .toList();
    if (!failed.isEmpty()) {
      return new Verdict.NotAuthentic(failed);
    }
    List<Check> open =
        checks.stream().filter(check -> check.status() == Status.INCONCLUSIVE).toList();
    if (!open.isEmpty() || holder.isEmpty()) {
      return new Verdict.Inconclusive(open);
    }
    return expired.isPresent()
        ? new Verdict.Expired(holder.get(), presence, expired.get())
        : new Verdict.Authentic(holder.get(), presence);
  }
}
