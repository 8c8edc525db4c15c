package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Status;
import io.cardproof.document.CardSecurity;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SignedFile;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.Countries;
import io.cardproof.trust.SignerPath;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Passive Authentication of EF.CardSecurity, ICAO 9303-11 §9.2.11: the same rules as for the
 * security object, in one check, and the same state.
 */
final class CardSecurityAuthentication {
  private static final CheckId ID = CheckId.CARD_SECURITY;

  private final SignerCache signers;
  private final Policy policy;
  private final Findings findings;

  CardSecurityAuthentication(SignerCache signers, Policy policy, Findings findings) {
    this.signers = signers;
    this.policy = policy;
    this.findings = findings;
  }

  /** The one check, and the file where it passed. */
  record Result(Check check, Optional<CardSecurity> genuine) {}

  /**
   * Judges the file, if there is one.
   *
   * @param documentSigner who signed the security object
   * @param signingReference when a file was signed, as far as anybody knows
   */
  Result judge(
      Evidence evidence,
      Optional<CertificateView> documentSigner,
      BiFunction<SignedFile, CertificateView, Instant> signingReference,
      Instant now) {
    Optional<Bytes> content = evidence.file(FileId.CARD_SECURITY);
    if (content.isEmpty()) {
      Reason reason = proves(evidence) ? Reason.CARD_SECURITY_MISSING : Reason.NOT_ANNOUNCED;
      return new Result(Check.notApplicable(ID, reason, Clauses.CARD_SECURITY), Optional.empty());
    }
    try {
      CardSecurity file = CardSecurity.parse(content.get());
      file.remarks().forEach(text -> findings.remark("card-security-encoding", text));
      Check check = check(file, documentSigner, signingReference, now);
      return new Result(check, Optional.of(file).filter(any -> check.status() == Status.PASSED));
    } catch (MalformedDocumentException e) {
      return new Result(
          Check.failed(ID, Reason.CARD_SECURITY_MALFORMED, Clauses.CARD_SECURITY),
          Optional.empty());
    }
  }

  private static boolean proves(Evidence evidence) {
    return evidence.proofs().stream()
        .anyMatch(ChipProof.ChipAuthenticationMapping.class::isInstance);
  }

  private Check check(
      CardSecurity file,
      Optional<CertificateView> documentSigner,
      BiFunction<SignedFile, CertificateView, Instant> signingReference,
      Instant now) {
    Findings inner = new Findings();
    PassiveAuthentication passive = new PassiveAuthentication(signers, policy, inner);
    Optional<SignerPath> path =
        passive
            .signer(file)
            .flatMap(
                signer ->
                    passive.judge(
                        file, signer, signingReference.apply(file, signer.certificate()), now));
    inner.remarks().forEach(findings::remark);
    return worst(inner)
        .map(CardSecurityAuthentication::renamed)
        .orElseGet(() -> sameState(path, documentSigner));
  }

  // A broken rule before an open one: the order of the steps decides among equals.
  private static Optional<Check> worst(Findings inner) {
    return inner.first(Status.FAILED).or(() -> inner.first(Status.INCONCLUSIVE));
  }

  private static Check renamed(Check step) {
    Optional<Reason> reason =
        step.reason()
            .map(
                found ->
                    found == Reason.SECURITY_OBJECT_MALFORMED
                        ? Reason.CARD_SECURITY_MALFORMED
                        : found);
    return new Check(ID, step.status(), reason, step.clause());
  }

  private static Check sameState(
      Optional<SignerPath> path, Optional<CertificateView> documentSigner) {
    Optional<String> state = documentSigner.flatMap(CertificateView::country);
    boolean same =
        path.isPresent()
            && is(state, path.get().signer())
            && is(state, path.get().anchor().certificate());
    return same
        ? Check.passed(ID, Clauses.CARD_SECURITY)
        : Check.failed(ID, Reason.ISSUER_MISMATCH, Clauses.ISSUER);
  }

  private static boolean is(Optional<String> state, CertificateView certificate) {
    return state.isPresent()
        && certificate.country().filter(code -> Countries.same(state.get(), code)).isPresent();
  }
}
