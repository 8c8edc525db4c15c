package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Status;
import io.cardproof.crypto.ActiveAuthenticationCheck;
import io.cardproof.crypto.ChipAuthenticationCheck;
import io.cardproof.crypto.ProofException;
import io.cardproof.document.ActiveAuthenticationKey;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityInfo;
import io.cardproof.document.SecurityInfos;
import io.cardproof.document.SecurityObject;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Presence;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * Whether the chip is the one that the document was made with: every proof that the signed files
 * announce, judged afresh from its transcript, under keys that the security object covers.
 */
final class ChipAuthenticity {
  private static final int OK = 0x9000;

  private final Evidence evidence;
  private final SecurityObject sod;
  private final GenuineFiles genuine;
  private final Optional<SecurityInfos> infos;
  private final Expectation expectation;
  private final Policy policy;

  ChipAuthenticity(
      Evidence evidence,
      SecurityObject sod,
      GenuineFiles genuine,
      Optional<SecurityInfos> infos,
      Expectation expectation,
      Policy policy) {
    this.evidence = evidence;
    this.sod = sod;
    this.genuine = genuine;
    this.infos = infos;
    this.expectation = expectation;
    this.policy = policy;
  }

  /** Judges all proofs and says whom they convince. */
  Presence judge(Findings findings) {
    Check chip = chipAuthentication();
    Check active = activeAuthentication();
    boolean witnessed = passed(chip) || passed(active);
    boolean proven = passed(active) && expectation.challenge().isPresent();
    if (demandsProof() && !proven && active.status() != Status.FAILED) {
      active =
          Check.inconclusive(
              CheckId.ACTIVE_AUTHENTICATION,
              Reason.PRESENCE_NOT_PROVEN,
              Clauses.ACTIVE_AUTHENTICATION);
    }
    if (announcesNothing(chip, active)) {
      chip = noProof(findings);
    }
    findings.add(excusedBesidePassed(chip, witnessed, findings));
    findings.add(
        expectation.challenge().isPresent()
            ? active
            : excusedBesidePassed(active, witnessed, findings));
    if (proven) {
      return Presence.PROVEN;
    }
    if (policy.on(PolicyRule.PRESENCE_NOT_PROVEN) == Consequence.REMARK) {
      findings.remark("presence-not-proven", "nobody but this terminal can rely on the proof");
    }
    return witnessed ? Presence.WITNESSED : Presence.NONE;
  }

  private boolean demandsProof() {
    return expectation.demandsProvenPresence()
        || policy.on(PolicyRule.PRESENCE_NOT_PROVEN).leavesOpen();
  }

  private Check chipAuthentication() {
    CheckId id = CheckId.CHIP_AUTHENTICATION;
    String clause = Clauses.CHIP_AUTHENTICATION;
    if (!listed(FileId.DG14)) {
      return Check.notApplicable(id, Reason.NOT_ANNOUNCED, clause);
    }
    if (genuine.get(FileId.DG14).isEmpty()) {
      return Check.inconclusive(id, unreadKey(FileId.DG14), clause);
    }
    if (infos.isEmpty()) {
      return Check.inconclusive(id, Reason.FILE_MALFORMED, clause);
    }
    List<SecurityInfo.ChipAuthenticationPublicKey> keys = infos.get().chipAuthenticationKeys();
    if (keys.isEmpty()) {
      return Check.notApplicable(id, Reason.NOT_ANNOUNCED, clause);
    }
    Optional<ChipProof.ChipAuthentication> proof = proof(ChipProof.ChipAuthentication.class);
    if (proof.isEmpty() && keys.stream().noneMatch(key -> speaks(infos.get(), key))) {
      return Check.inconclusive(id, Reason.ALGORITHM_UNSUPPORTED, clause);
    }
    if (proof.isEmpty() || proof.get().statusWord() != OK) {
      return notObtained(id, proof.isPresent(), clause);
    }
    return chipAuthentication(proof.get(), infos.get(), keys);
  }

  private static Check chipAuthentication(
      ChipProof.ChipAuthentication proof,
      SecurityInfos infos,
      List<SecurityInfo.ChipAuthenticationPublicKey> keys) {
    CheckId id = CheckId.CHIP_AUTHENTICATION;
    Optional<SecurityInfo.ChipAuthenticationPublicKey> key =
        keys.stream()
            .filter(candidate -> candidate.keyId().equals(proof.keyId()))
            .filter(candidate -> protocol(infos, candidate).equals(proof.protocolOid()))
            .findFirst();
    if (key.isEmpty()) {
      return Check.failed(id, Reason.TRANSCRIPT_INVALID, Clauses.CHIP_AUTHENTICATION);
    }
    try {
      ChipAuthenticationCheck.verify(
          proof.protocolOid(),
          key.get().spki(),
          proof.terminalPublicKey(),
          proof.terminalPrivateKey(),
          proof.protectedCommand(),
          proof.protectedResponse());
      return Check.passed(id, Clauses.CHIP_AUTHENTICATION);
    } catch (ProofException e) {
      return refused(id, e, Clauses.CHIP_AUTHENTICATION);
    }
  }

  private Check activeAuthentication() {
    CheckId id = CheckId.ACTIVE_AUTHENTICATION;
    String clause = Clauses.ACTIVE_AUTHENTICATION;
    if (!listed(FileId.DG15)) {
      return Check.notApplicable(id, Reason.NOT_ANNOUNCED, clause);
    }
    Optional<Bytes> dg15 = genuine.get(FileId.DG15);
    if (dg15.isEmpty()) {
      return Check.inconclusive(id, unreadKey(FileId.DG15), clause);
    }
    Optional<ChipProof.ActiveAuthentication> proof = proof(ChipProof.ActiveAuthentication.class);
    if (proof.isEmpty() || proof.get().statusWord() != OK) {
      // Who sent a challenge is not content with a chip that would not sign it.
      return expectation.challenge().isPresent()
          ? Check.inconclusive(id, Reason.PRESENCE_NOT_PROVEN, clause)
          : notObtained(id, proof.isPresent(), clause);
    }
    if (!expectation.challenge().map(proof.get().challenge()::equals).orElse(true)) {
      return Check.failed(id, Reason.CHALLENGE_MISMATCH, clause);
    }
    try {
      ActiveAuthenticationCheck.verify(
          ActiveAuthenticationKey.parseDg15(dg15.get()).spki(),
          proof.get().challenge(),
          proof.get().response());
      return Check.passed(id, clause);
    } catch (MalformedDocumentException e) {
      return Check.inconclusive(id, Reason.FILE_MALFORMED, clause);
    } catch (ProofException e) {
      return refused(id, e, clause);
    }
  }

  private static Check refused(CheckId id, ProofException e, String clause) {
    return switch (e.fault()) {
      case SIGNATURE_INVALID, RESPONSE_NOT_UNDER_KEYS ->
          Check.failed(id, Reason.CLONE_SUSPECTED, clause);
      case TRANSCRIPT_MALFORMED, COMMAND_NOT_UNDER_KEYS ->
          Check.failed(id, Reason.TRANSCRIPT_INVALID, clause);
      case KEY_MALFORMED -> Check.inconclusive(id, Reason.KEY_UNUSABLE, clause);
      case UNSUPPORTED -> Check.inconclusive(id, Reason.ALGORITHM_UNSUPPORTED, clause);
    };
  }

  // A chip that refuses is not the same as a proof that nobody asked for.
  private static Check notObtained(CheckId id, boolean attempted, String clause) {
    return Check.inconclusive(
        id, attempted ? Reason.CHIP_PROOF_REFUSED : Reason.CHIP_PROOF_NOT_OBTAINED, clause);
  }

  // What the chip refuses, or nobody here speaks, does not undo another proof that passed.
  private static Check excusedBesidePassed(Check check, boolean witnessed, Findings findings) {
    Reason reason = check.reason().orElse(Reason.NOT_ANNOUNCED);
    if (reason != Reason.CHIP_PROOF_REFUSED && reason != Reason.ALGORITHM_UNSUPPORTED) {
      return check;
    }
    if (!witnessed) {
      return reason == Reason.ALGORITHM_UNSUPPORTED
          ? check
          : Check.inconclusive(check.id(), Reason.CHIP_PROOF_NOT_OBTAINED, check.clause());
    }
    findings.remark(reason.id(), check.id().value() + " was announced and not obtained");
    return Check.notApplicable(check.id(), reason, check.clause());
  }

  private Check noProof(Findings findings) {
    Consequence consequence = policy.on(PolicyRule.CHIP_PROOF_NONE);
    if (consequence.leavesOpen()) {
      return Check.inconclusive(
          CheckId.CHIP_AUTHENTICATION, Reason.CHIP_PROOF_NONE, Clauses.CHIP_AUTHENTICATION);
    }
    if (consequence == Consequence.REMARK) {
      findings.remark("chip-proof-none", "nothing proves that the chip is no copy");
    }
    return Check.notApplicable(
        CheckId.CHIP_AUTHENTICATION, Reason.CHIP_PROOF_NONE, Clauses.CHIP_AUTHENTICATION);
  }

  private static boolean announcesNothing(Check chip, Check active) {
    return chip.reason().filter(Reason.NOT_ANNOUNCED::equals).isPresent()
        && active
            .reason()
            .filter(
                reason -> reason == Reason.NOT_ANNOUNCED || reason == Reason.PRESENCE_NOT_PROVEN)
            .isPresent();
  }

  private static boolean speaks(SecurityInfos infos, SecurityInfo.ChipAuthenticationPublicKey key) {
    return ChipAuthenticationCheck.suite(protocol(infos, key)).isPresent();
  }

  private static String protocol(
      SecurityInfos infos, SecurityInfo.ChipAuthenticationPublicKey key) {
    return infos.chipAuthenticationProtocol(key);
  }

  private Reason unreadKey(FileId id) {
    return evidence.file(id).isPresent() ? Reason.KEY_NOT_COVERED : Reason.CHIP_PROOF_NOT_OBTAINED;
  }

  private boolean listed(FileId id) {
    return sod.hashes().containsKey(id.dataGroupNumber().orElseThrow());
  }

  private <T extends ChipProof> Optional<T> proof(Class<T> kind) {
    return evidence.proofs().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static boolean passed(Check check) {
    return check.status() == Status.PASSED;
  }
}
