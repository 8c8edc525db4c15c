package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.VerificationKey;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityObject;
import io.cardproof.document.SignedFile;
import io.cardproof.evidence.Evidence;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.PathConformance;
import io.cardproof.trust.PathException;
import io.cardproof.trust.Revocation;
import io.cardproof.trust.SignedContent;
import io.cardproof.trust.SignerLookup;
import io.cardproof.trust.SignerPath;
import io.cardproof.trust.SignerProfile;
import io.cardproof.trust.SignerValidity;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Passive Authentication, ICAO 9303-11 §5.1: the files are those that the issuer signed. It says
 * nothing about the chip that they came from.
 */
final class PassiveAuthentication {
  private final SignerCache signers;
  private final Policy policy;
  private final Findings findings;

  PassiveAuthentication(SignerCache signers, Policy policy, Findings findings) {
    this.signers = signers;
    this.policy = policy;
    this.findings = findings;
  }

  /** The judgement's beginnings: the security object, if there is a readable one. */
  Optional<SecurityObject> securityObject(Evidence evidence) {
    Optional<Bytes> file = evidence.file(FileId.SOD);
    if (file.isEmpty()) {
      findings.inconclusive(
          CheckId.SIGNATURE, Reason.SECURITY_OBJECT_MISSING, Clauses.SECURITY_OBJECT);
      return Optional.empty();
    }
    try {
      SecurityObject sod = SecurityObject.parse(file.get());
      sod.remarks().forEach(text -> findings.remark("security-object-encoding", text));
      return Optional.of(sod);
    } catch (MalformedDocumentException e) {
      findings.failed(CheckId.SIGNATURE, Reason.SECURITY_OBJECT_MALFORMED, Clauses.SECURITY_OBJECT);
      return Optional.empty();
    }
  }

  /** The signer, by the certificate that the file names, in it or in the trust store. */
  Optional<KnownSigner> signer(SignedFile file) {
    try {
      Optional<SignerLookup.Candidate> found = signers.candidate(file);
      if (found.isEmpty()) {
        findings.inconclusive(
            CheckId.SIGNATURE, Reason.SIGNER_CERTIFICATE_MISSING, Clauses.SECURITY_OBJECT);
        return Optional.empty();
      }
      if (found.get().place() == SignerLookup.Place.STORE) {
        findings.remark(
            "signer-from-store",
            "a signed file lacks its signer's certificate; the trust store has it");
      }
      return Optional.of(signers.signer(found.get().certificate()));
    } catch (IllegalArgumentException e) {
      findings.failed(CheckId.SIGNATURE, Reason.SECURITY_OBJECT_MALFORMED, Clauses.SECURITY_OBJECT);
      return Optional.empty();
    }
  }

  /**
   * Judges signature, chain, validity and revocation.
   *
   * @param signedAt the signing reference
   * @return the path to the country signer, if there is a trusted one
   */
  Optional<SignerPath> judge(SignedFile file, KnownSigner signer, Instant signedAt, Instant now) {
    signature(file, signer.key(), signedAt);
    Optional<SignerPath> path = chain(signer);
    validity(signer.certificate(), path, signedAt);
    revocation(path, now);
    if (file.signer().signedAttributes().isEmpty()) {
      findings.remark(
          "signed-attributes-missing", "the signature is over the content and not over attributes");
    }
    path.ifPresent(found -> SignerProfile.remarks(found, signedAt, now).forEach(findings::remark));
    signer.conformance().map(found -> remarks(file, found)).ifPresent(this::remark);
    if (signedAt.isAfter(now)) {
      findings.remark(
          new Remark("signing-time-in-future", "a signed file says that it was signed later"));
    }
    return path;
  }

  // What the policy says of the defects of EF.SOD's signer is the matter of Content.
  private static List<Remark> remarks(SignedFile file, PathConformance conformance) {
    return file instanceof SecurityObject ? conformance.remarks() : conformance.allRemarks();
  }

  private void remark(List<Remark> remarks) {
    remarks.forEach(findings::remark);
  }

  private void signature(SignedFile file, VerificationKey key, Instant signedAt) {
    try {
      SignatureScheme scheme = SignedContent.verify(key, file.signer(), file.content());
      policy.algorithms().check(scheme, key, signedAt);
      if (file instanceof SecurityObject sod) {
        policy.algorithms().checkDigest(sod.digestOid(), signedAt);
      }
      findings.passed(CheckId.SIGNATURE, Clauses.PASSIVE_AUTHENTICATION);
    } catch (PathException e) {
      refused(CheckId.SIGNATURE, e.reason(), Clauses.PASSIVE_AUTHENTICATION);
    }
  }

  private Optional<SignerPath> chain(KnownSigner signer) {
    try {
      SignerPath path = signer.path();
      findings.passed(CheckId.CHAIN, Clauses.PATH);
      return Optional.of(path);
    } catch (PathException e) {
      refused(CheckId.CHAIN, e.reason(), Clauses.PATH);
      return Optional.empty();
    }
  }

  private void validity(CertificateView signer, Optional<SignerPath> path, Instant signedAt) {
    Optional<Reason> refusal = SignerValidity.refusal(signer, path, signedAt);
    if (refusal.isPresent()) {
      findings.failed(CheckId.VALIDITY, refusal.get(), Clauses.VALIDITY);
    } else if (path.isEmpty()) {
      findings.notApplicable(CheckId.VALIDITY, Reason.NOT_REACHED, Clauses.VALIDITY);
    } else {
      findings.passed(CheckId.VALIDITY, Clauses.VALIDITY);
    }
  }

  private void revocation(Optional<SignerPath> path, Instant now) {
    if (path.isEmpty()) {
      findings.notApplicable(CheckId.REVOCATION, Reason.NOT_REACHED, Clauses.REVOCATION);
      return;
    }
    if (policy.revocation() == RevocationRule.OFF) {
      findings.notApplicable(CheckId.REVOCATION, Reason.REVOCATION_NOT_CHECKED, Clauses.REVOCATION);
      return;
    }
    Revocation revocation = path.get().revocation().at(now);
    if (revocation instanceof Revocation.Revoked revoked) {
      findings.failed(CheckId.REVOCATION, revoked.subject(), Clauses.REVOCATION);
    } else if (revocation instanceof Revocation.Unknown unknown) {
      revocationUnknown(unknown);
    } else {
      findings.passed(CheckId.REVOCATION, Clauses.REVOCATION);
    }
  }

  private void revocationUnknown(Revocation.Unknown unknown) {
    if (policy.revocation() == RevocationRule.REQUIRED) {
      findings.inconclusive(CheckId.REVOCATION, Reason.REVOCATION_UNKNOWN, Clauses.REVOCATION);
    } else {
      findings.passed(CheckId.REVOCATION, Clauses.REVOCATION);
    }
    findings.remark("revocation-unknown", cause(unknown));
  }

  private static String cause(Revocation.Unknown unknown) {
    return switch (unknown.cause()) {
      case NONE -> "there is no revocation list of the country signer";
      case STALE -> "the revocation list of the country signer is not fresh";
      case BAD_SIGNATURE -> "no key of the country signer signed its revocation list";
      case UNUSABLE -> "the revocation list of the country signer does not speak of this signer";
      case TOO_COSTLY -> "the revocation lists would cost too many signatures";
    };
  }

  private void refused(CheckId id, Reason reason, String clause) {
    findings.add(
        reason.leavesOpen()
            ? Check.inconclusive(id, reason, clause)
            : Check.failed(id, reason, clause));
  }
}
