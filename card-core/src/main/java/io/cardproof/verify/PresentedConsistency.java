package io.cardproof.verify;

import io.cardproof.access.Presented;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.document.Mrz;
import io.cardproof.error.MalformedInputException;
import io.cardproof.vietnam.CitizenDetails;
import io.cardproof.vietnam.CitizenName;
import io.cardproof.vietnam.CitizenQr;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Whether the chip is the one of the card that was presented. Another number or birth date means
 * another card; a name, an address or a date of issue may have been written otherwise.
 */
final class PresentedConsistency {
  private static final int CITIZEN_NUMBER_DIGITS = 12;

  private final DocumentView document;
  private final Policy policy;
  private final Findings findings;

  PresentedConsistency(DocumentView document, Policy policy, Findings findings) {
    this.document = document;
    this.policy = policy;
    this.findings = findings;
  }

  void judge(Presented presented) {
    if (presented instanceof Presented.Nothing) {
      findings.notApplicable(CheckId.PRESENTED, Reason.NOTHING_PRESENTED, Clauses.PRESENTED);
    } else if (document.mrz().isEmpty()) {
      findings.notApplicable(CheckId.PRESENTED, Reason.NOT_REACHED, Clauses.PRESENTED);
    } else if (presented instanceof Presented.MrzData data) {
      machineReadableZone(data, document.mrz().get());
    } else if (presented instanceof Presented.Qr qr) {
      code(qr, document.mrz().get());
    }
  }

  private void machineReadableZone(Presented.MrzData data, Mrz mrz) {
    boolean same =
        data.documentNumber().equals(mrz.documentNumber()) && data.birth().equals(mrz.birthDate());
    if (!same || data.name().isEmpty() || data.name().equals(mrz.nameField())) {
      decide(same);
    } else {
      anotherName(policy.on(PolicyRule.PRESENTED_NAME_DIFFERS));
    }
    if (!data.expiry().equals(mrz.expiry())) {
      findings.remark("presented-expiry", "the date of expiry presented is not that of the chip");
    }
  }

  // No check digit covers a name: who types or scans it may have misread it.
  private void anotherName(Consequence consequence) {
    if (consequence == Consequence.FAILURE) {
      findings.failed(CheckId.PRESENTED, Reason.PRESENTED_NAME_DIFFERS, Clauses.PRESENTED);
    } else if (consequence.leavesOpen()) {
      findings.inconclusive(CheckId.PRESENTED, Reason.PRESENTED_NAME_DIFFERS, Clauses.PRESENTED);
    } else {
      findings.passed(CheckId.PRESENTED, Clauses.PRESENTED);
    }
    if (consequence != Consequence.ACCEPTED) {
      findings.remark("presented-name", "the name presented is not that of the chip");
    }
  }

  private void code(Presented.Qr presented, Mrz mrz) {
    try {
      CitizenQr qr = CitizenQr.parse(presented.text());
      decide(sameNumber(qr, mrz) && sameBirth(qr, mrz));
      document.citizen().ifPresent(citizen -> compareSoftly(qr, citizen));
    } catch (MalformedInputException e) {
      findings.inconclusive(CheckId.PRESENTED, Reason.PRESENTED_DATA_UNREADABLE, Clauses.PRESENTED);
    }
  }

  private boolean sameNumber(CitizenQr qr, Mrz mrz) {
    boolean whole =
        document.citizen().flatMap(CitizenDetails::number).map(qr.number()::equals).orElse(true);
    boolean asOptionalData =
        mrz.optionalData().length() < CITIZEN_NUMBER_DIGITS
            || mrz.optionalData().startsWith(qr.number().digits());
    return whole && asOptionalData && qr.number().documentNumber().equals(mrz.documentNumber());
  }

  private static boolean sameBirth(CitizenQr qr, Mrz mrz) {
    return qr.birthDate()
        .map(date -> CitizenConsistency.agrees(date, mrz.birthDate()))
        .orElse(true);
  }

  private void compareSoftly(CitizenQr qr, CitizenDetails citizen) {
    soft("name", qr.fullName(), citizen.fullName(), (one, other) -> one.agreesWith(other));
    soft("address", qr.residence(), citizen.residence(), PresentedConsistency::sameText);
    soft(
        "issue-date",
        qr.issueDate(),
        citizen.issueDate(),
        (one, other) -> one.day().equals(other.day()));
  }

  private <T> void soft(
      String what, Optional<T> presented, Optional<T> chip, BiPredicate<T, T> same) {
    if (presented.isPresent() && chip.isPresent() && !same.test(presented.get(), chip.get())) {
      findings.remark("presented-" + what, "the " + what + " presented is not that of the chip");
    }
  }

  private static boolean sameText(String one, String other) {
    return folded(one).equals(folded(other));
  }

  private static String folded(String text) {
    return new CitizenName(text).mrzForm();
  }

  private void decide(boolean same) {
    if (same) {
      findings.passed(CheckId.PRESENTED, Clauses.PRESENTED);
    } else {
      findings.failed(CheckId.PRESENTED, Reason.PRESENTED_DATA_MISMATCH, Clauses.PRESENTED);
    }
  }
}
