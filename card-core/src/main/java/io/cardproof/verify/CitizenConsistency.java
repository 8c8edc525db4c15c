package io.cardproof.verify;

import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.document.FileId;
import io.cardproof.document.Mrz;
import io.cardproof.document.SecurityObject;
import io.cardproof.vietnam.CitizenDate;
import io.cardproof.vietnam.CitizenDetails;
import io.cardproof.vietnam.CitizenNumber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether DG13 of a Vietnamese card is about the person and card of DG1. Number and birth date must
 * agree; the rest is a remark, since issuers write it in more than one way.
 */
final class CitizenConsistency {
  private final DocumentView document;
  private final Findings findings;

  CitizenConsistency(DocumentView document, Findings findings) {
    this.document = document;
    this.findings = findings;
  }

  void judge(SecurityObject sod) {
    Optional<Mrz> mrz = document.mrz();
    Optional<CitizenDetails> citizen = document.citizen();
    if (document.malformed().contains(FileId.DG13)) {
      findings.inconclusive(CheckId.DG13, Reason.FILE_MALFORMED, Clauses.CITIZEN_CARD);
    } else if (mrz.isEmpty() || citizen.isEmpty()) {
      boolean expected = (mrz.isEmpty() || document.vietnamese()) && sod.hashes().containsKey(13);
      Reason reason = expected ? Reason.NOT_REACHED : Reason.NOT_ANNOUNCED;
      findings.notApplicable(CheckId.DG13, reason, Clauses.CITIZEN_CARD);
    } else {
      compare(mrz.get(), citizen.get());
    }
  }

  private void compare(Mrz mrz, CitizenDetails citizen) {
    citizen.remarks().forEach(text -> findings.remark("dg13-encoding", text));
    citizen
        .number()
        .ifPresent(
            number -> number.remarks().forEach(text -> findings.remark("citizen-number", text)));
    boolean sameNumber = citizen.number().map(number -> agrees(number, mrz)).orElse(true);
    boolean sameBirth = citizen.birthDate().map(date -> agrees(date, mrz.birthDate())).orElse(true);
    if (sameNumber && sameBirth) {
      findings.passed(CheckId.DG13, Clauses.CITIZEN_CARD);
    } else {
      findings.failed(CheckId.DG13, Reason.DG13_MISMATCH, Clauses.CITIZEN_CARD);
    }
    compareSoftly(mrz, citizen);
  }

  private void compareSoftly(Mrz mrz, CitizenDetails citizen) {
    if (!citizen.fullName().map(name -> name.agreesWith(mrz)).orElse(true)) {
      findings.remark("dg13-name", "the name in DG13 is not the one in DG1");
    }
    if (!citizen.sex().map(sex -> agrees(sex, mrz)).orElse(true)) {
      findings.remark("dg13-sex", "the sex in DG13 is not the one in DG1");
    }
    boolean sameExpiry =
        mrz.lifelong() || citizen.expiryDate().map(date -> agrees(date, mrz.expiry())).orElse(true);
    if (!sameExpiry) {
      findings.remark("dg13-expiry", "the date of expiry in DG13 is not the one in DG1");
    }
  }

  // The document number is the end of the citizen number, whose whole is in the optional data.
  private static boolean agrees(CitizenNumber number, Mrz mrz) {
    boolean whole =
        mrz.optionalData().length() < 12 || mrz.optionalData().startsWith(number.digits());
    return number.documentNumber().equals(mrz.documentNumber()) && whole;
  }

  static boolean agrees(CitizenDate date, String yyMMdd) {
    Optional<LocalDate> day = date.day();
    if (day.isPresent()) {
      return CitizenDate.yyMMdd(day.get()).equals(yyMMdd);
    }
    // A year alone can only be compared as such; no end has nothing to compare.
    return date.year().isEmpty()
        || yyMMdd.startsWith(String.format(Locale.ROOT, "%02d", date.year().getAsInt() % 100));
  }

  private static boolean agrees(String sex, Mrz mrz) {
    return mrz.sex().isEmpty() || mrz.sex().equals(sex.startsWith("Nam") ? "M" : "F");
  }
}
