package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what one judgement finds. */
final class Findings {
  private final List<Check> checks = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  void passed(CheckId id, String clause) {
    checks.add(Check.passed(id, clause));
  }

  void failed(CheckId id, Reason reason, String clause) {
    checks.add(Check.failed(id, reason, clause));
  }

  void inconclusive(CheckId id, Reason reason, String clause) {
    checks.add(Check.inconclusive(id, reason, clause));
  }

  void notApplicable(CheckId id, Reason reason, String clause) {
    checks.add(Check.notApplicable(id, reason, clause));
  }

  /** A situation that a policy decides about: failed, open, or beside the point. */
  void decided(Consequence consequence, CheckId id, Reason reason, String clause, Remark remark) {
    if (consequence == Consequence.FAILURE) {
      failed(id, reason, clause);
    } else if (consequence.leavesOpen()) {
      inconclusive(id, reason, clause);
    } else {
      notApplicable(id, reason, clause);
    }
    if (consequence != Consequence.ACCEPTED) {
      remark(remark);
    }
  }

  void add(Check check) {
    checks.add(check);
  }

  void remark(String id, String detail) {
    remark(new Remark(id, detail));
  }

  void remark(Remark remark) {
    if (!remarks.contains(remark)) {
      remarks.add(remark);
    }
  }

  /** The first check that came out so. */
  Optional<Check> first(Status status) {
    return checks.stream().filter(check -> check.status() == status).findFirst();
  }

  boolean passed(CheckId id) {
    return checks.stream()
        .anyMatch(check -> check.id().equals(id) && check.status() == Status.PASSED);
  }

  List<Check> checks() {
    return List.copyOf(checks);
  }

  List<Remark> remarks() {
    return List.copyOf(remarks);
  }
}
