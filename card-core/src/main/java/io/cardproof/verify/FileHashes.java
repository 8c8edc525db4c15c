package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.crypto.Digests;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Mrz;
import io.cardproof.document.SecurityObject;
import io.cardproof.evidence.Evidence;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares every file that was read with its entry in the security object, over its raw bytes. */
final class FileHashes {
  private static final Set<FileId> REQUIRED = Set.of(FileId.DG1, FileId.DG14, FileId.DG15);
  private static final Set<FileId> BEHIND_TERMINAL_AUTHENTICATION = Set.of(FileId.DG3, FileId.DG4);
  private static final String VIETNAM = "VNM";

  private final Evidence evidence;
  private final SecurityObject sod;
  private final Policy policy;
  private final GenuineFiles genuine = new GenuineFiles();
  private final List<Check> checks = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  private FileHashes(Evidence evidence, SecurityObject sod, Policy policy) {
    this.evidence = evidence;
    this.sod = sod;
    this.policy = policy;
  }

  /** The files that match, one check for each entry, and what the policy wants to be said. */
  record Result(GenuineFiles genuine, List<Check> checks, List<Remark> remarks) {}

  static Result compare(Evidence evidence, SecurityObject sod, Policy policy) {
    FileHashes hashes = new FileHashes(evidence, sod, policy);
    hashes.compareAll();
    return new Result(hashes.genuine, List.copyOf(hashes.checks), List.copyOf(hashes.remarks));
  }

  private void compareAll() {
    sod.hashes()
        .forEach(
            (number, hash) ->
                evidence
                    .file(FileId.dataGroup(number))
                    .ifPresent(content -> compare(FileId.dataGroup(number), content, hash)));
    // Which files must be there depends on the issuing state, hence on DG1.
    boolean vietnamese = vietnamese();
    for (Map.Entry<Integer, Bytes> entry : sod.hashes().entrySet()) {
      FileId id = FileId.dataGroup(entry.getKey());
      if (evidence.file(id).isEmpty()) {
        checks.add(unread(id, vietnamese));
      }
    }
    if (!sod.hashes().containsKey(1)) {
      checks.add(
          Check.inconclusive(
              CheckId.hash(FileId.DG1), Reason.FILE_NOT_LISTED, Clauses.SECURITY_OBJECT));
    }
  }

  private void compare(FileId id, Bytes content, Bytes expected) {
    CheckId check = CheckId.hash(id);
    try {
      if (!Digests.digest(sod.digestOid(), content).equals(expected)) {
        checks.add(Check.failed(check, Reason.HASH_MISMATCH, Clauses.PASSIVE_AUTHENTICATION));
        return;
      }
      genuine.add(id, content);
      checks.add(Check.passed(check, Clauses.PASSIVE_AUTHENTICATION));
    } catch (SignatureCheckException e) {
      checks.add(unjudged(check, e));
    }
  }

  private static Check unjudged(CheckId check, SignatureCheckException e) {
    return e.fault() == SignatureCheckException.Fault.FORBIDDEN
        ? Check.failed(check, Reason.ALGORITHM_NOT_ALLOWED, Clauses.PASSIVE_AUTHENTICATION)
        : Check.inconclusive(check, Reason.ALGORITHM_UNSUPPORTED, Clauses.PASSIVE_AUTHENTICATION);
  }

  private boolean vietnamese() {
    Optional<Bytes> dg1 = genuine.get(FileId.DG1);
    if (dg1.isEmpty()) {
      return false;
    }
    try {
      return Mrz.parseDg1(dg1.get()).issuingState().equals(VIETNAM);
    } catch (MalformedDocumentException e) {
      // The check of the machine readable zone says so.
      return false;
    }
  }

  private Check unread(FileId id, boolean vietnamese) {
    CheckId check = CheckId.hash(id);
    if (id == FileId.DG2) {
      return decided(check, PolicyRule.PORTRAIT_NOT_READ, Reason.FILE_NOT_READ);
    }
    if (BEHIND_TERMINAL_AUTHENTICATION.contains(id)) {
      return decided(
          check, PolicyRule.TERMINAL_FILES_NOT_READ, Reason.TERMINAL_AUTHENTICATION_NEEDED);
    }
    if (REQUIRED.contains(id) || (id == FileId.DG13 && vietnamese)) {
      return Check.inconclusive(check, Reason.FILE_NOT_READ, Clauses.PASSIVE_AUTHENTICATION);
    }
    return Check.notApplicable(check, whyNotNeeded(id), Clauses.PASSIVE_AUTHENTICATION);
  }

  private Check decided(CheckId check, PolicyRule rule, Reason reason) {
    Consequence consequence = policy.on(rule);
    if (consequence.leavesOpen()) {
      return Check.inconclusive(check, reason, Clauses.PASSIVE_AUTHENTICATION);
    }
    if (consequence == Consequence.REMARK) {
      remarks.add(new Remark(rule.id(), "a signed file was left out, as the policy allows"));
    }
    return Check.notApplicable(
        check,
        reason == Reason.FILE_NOT_READ ? Reason.FILE_NOT_REQUIRED : reason,
        Clauses.PASSIVE_AUTHENTICATION);
  }

  private Reason whyNotNeeded(FileId id) {
    // Without DG1 nobody knows whether this is a citizen card.
    return id == FileId.DG13 && genuine.get(FileId.DG1).isEmpty()
        ? Reason.NOT_REACHED
        : Reason.FILE_NOT_REQUIRED;
  }
}
