package io.cardproof.verify;

import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.document.EfCom;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Mrz;
import io.cardproof.document.SecurityObject;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.trust.Countries;
import io.cardproof.trust.SignerPath;
import io.cardproof.value.Bytes;
import java.util.Optional;
import java.util.Set;

/** Whether what the issuer signed agrees with itself and with who signed it. */
final class Consistency {
  private static final Set<FileId> DETAILS =
      Set.of(FileId.DG3, FileId.DG4, FileId.DG5, FileId.DG7, FileId.DG11, FileId.DG12, FileId.DG16);

  private final DocumentView document;
  private final Policy policy;
  private final Findings findings;

  Consistency(DocumentView document, Policy policy, Findings findings) {
    this.document = document;
    this.policy = policy;
    this.findings = findings;
  }

  void judge(Evidence evidence, SecurityObject sod, Optional<SignerPath> path) {
    issuer(path);
    machineReadableZone();
    new CitizenConsistency(document, findings).judge(sod);
    new PresentedConsistency(document, policy, findings).judge(evidence.presented());
    files(evidence, sod);
    if (document.malformed().contains(FileId.DG2)) {
      findings.remark("portrait-unreadable", "DG2 is as signed, and no face was found in it");
    }
    for (FileId id : document.malformed()) {
      if (DETAILS.contains(id)) {
        findings.remark("file-unreadable", id.label() + " is as signed and cannot be read");
      }
    }
    document
        .portrait()
        .ifPresent(
            portrait ->
                portrait.remarks().forEach(text -> findings.remark("portrait-encoding", text)));
  }

  private void issuer(Optional<SignerPath> path) {
    if (path.isEmpty() || document.mrz().isEmpty()) {
      findings.notApplicable(CheckId.ISSUER, Reason.NOT_REACHED, Clauses.ISSUER);
      return;
    }
    String state = document.mrz().get().issuingState();
    boolean same =
        is(state, path.get().signer().country())
            && is(state, path.get().anchor().certificate().country());
    if (same) {
      findings.passed(CheckId.ISSUER, Clauses.ISSUER);
    } else {
      findings.failed(CheckId.ISSUER, Reason.ISSUER_MISMATCH, Clauses.ISSUER);
    }
  }

  private static boolean is(String state, Optional<String> country) {
    return country.filter(code -> Countries.same(state, code)).isPresent();
  }

  private void machineReadableZone() {
    Optional<Mrz> mrz = document.mrz();
    if (document.malformed().contains(FileId.DG1)) {
      findings.inconclusive(CheckId.MRZ, Reason.FILE_MALFORMED, Clauses.MRZ);
    } else if (mrz.isEmpty()) {
      findings.notApplicable(CheckId.MRZ, Reason.NOT_REACHED, Clauses.MRZ);
    } else if (!mrz.get().checkDigitFaults().isEmpty()) {
      findings.failed(CheckId.MRZ, Reason.CHECK_DIGIT_WRONG, Clauses.MRZ);
    } else {
      findings.passed(CheckId.MRZ, Clauses.MRZ);
    }
  }

  private void files(Evidence evidence, SecurityObject sod) {
    for (EvidenceFile file : evidence.files()) {
      if (!file.content().isEmpty() && unlisted(file.id(), sod)) {
        findings.remark(
            "file-not-listed",
            file.id().label()
                + " is on the chip, is not covered by the signature and was not used");
      }
    }
    evidence.file(FileId.COM).ifPresent(this::common);
    findings.passed(CheckId.FILES, Clauses.FILES);
  }

  private void common(Bytes content) {
    try {
      EfCom.parse(content);
    } catch (MalformedDocumentException e) {
      findings.remark("com-malformed", "EF.COM cannot be read");
    }
  }

  private static boolean unlisted(FileId id, SecurityObject sod) {
    return id.dataGroupNumber().isPresent()
        && !sod.hashes().containsKey(id.dataGroupNumber().getAsInt());
  }
}
