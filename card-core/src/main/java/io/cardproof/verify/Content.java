package io.cardproof.verify;

import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.conformance.ContentConformance;
import io.cardproof.conformance.ContentDefect;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityObject;
import io.cardproof.evidence.Evidence;
import io.cardproof.trust.PathConformance;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the files are laid out as the standards say. Their issuer signed them so: what a defect
 * is worth is for the policy to say, and the files are read all the same as far as they can be.
 */
final class Content {
  private static final Set<FileId> UNSIGNED = Set.of(FileId.COM, FileId.ATR_INFO);

  private final Policy policy;
  private final Findings findings;

  Content(Policy policy, Findings findings) {
    this.policy = policy;
    this.findings = findings;
  }

  /** One check, for the first defect; a remark for each. */
  void judge(
      Evidence evidence,
      SecurityObject sod,
      Optional<PathConformance> ofPath,
      GenuineFiles genuine) {
    List<FileId> files = readFiles(evidence, sod);
    List<ContentDefect> defects = new ArrayList<>(ContentConformance.of(sod));
    ofPath.map(Content::defects).ifPresent(defects::addAll);
    for (FileId id : files) {
      evidence.file(id).map(content -> defects(id, content, genuine)).ifPresent(defects::addAll);
    }
    evidence.file(FileId.COM).map(com -> CommonList.defects(com, sod)).ifPresent(defects::addAll);
    if (files.isEmpty()) {
      findings.notApplicable(CheckId.CONTENT, Reason.NOT_REACHED, Clauses.CONTENT);
    } else if (defects.isEmpty()) {
      findings.passed(CheckId.CONTENT, Clauses.CONTENT);
    } else {
      decide(policy.on(PolicyRule.CONTENT_DEFECT), defects);
    }
  }

  private static List<ContentDefect> defects(PathConformance conformance) {
    return conformance.reasons().stream()
        .map(reason -> new ContentDefect(FileId.SOD, reason, "certificate of the signer"))
        .toList();
  }

  // What nobody signed comes last: what the issuer signed is named first.
  private static List<FileId> readFiles(Evidence evidence, SecurityObject sod) {
    List<FileId> files = new ArrayList<>();
    sod.hashes().keySet().stream().map(FileId::dataGroup).forEach(files::add);
    files.add(FileId.COM);
    files.add(FileId.ATR_INFO);
    files.removeIf(id -> evidence.file(id).isEmpty());
    return files;
  }

  // Of bytes that nobody signed only the frame is looked at: a wrong one tells why they differ.
  private static List<ContentDefect> defects(FileId id, Bytes content, GenuineFiles genuine) {
    return UNSIGNED.contains(id) || genuine.get(id).isPresent()
        ? ContentConformance.of(id, content)
        : ContentConformance.ofEnvelope(id, content);
  }

  private void decide(Consequence consequence, List<ContentDefect> defects) {
    ContentDefect first = defects.get(0);
    findings.decided(consequence, CheckId.CONTENT, first.reason(), Clauses.CONTENT, first.remark());
    if (consequence != Consequence.ACCEPTED) {
      defects.stream().map(ContentDefect::remark).forEach(findings::remark);
    }
  }
}
