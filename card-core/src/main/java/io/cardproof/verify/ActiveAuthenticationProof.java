package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.crypto.ActiveAuthenticationCheck;
import io.cardproof.crypto.ActiveAuthenticationCheck.Form;
import io.cardproof.crypto.ActiveAuthenticationCheck.Signed;
import io.cardproof.crypto.ProofException;
import io.cardproof.document.ActiveAuthenticationKey;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityInfo;
import io.cardproof.document.SecurityInfos;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.value.Bytes;
import java.util.Optional;

/** Active Authentication, ICAO 9303-11 §6.1, under the key of the signed DG15. */
final class ActiveAuthenticationProof {
  private static final CheckId ID = CheckId.ACTIVE_AUTHENTICATION;
  private static final String CLAUSE = Clauses.ACTIVE_AUTHENTICATION;

  private final ChipAuthenticity.Signed signed;
  private final Evidence evidence;
  private final Expectation expectation;
  private final Findings findings;

  ActiveAuthenticationProof(
      ChipAuthenticity.Signed signed,
      Evidence evidence,
      Expectation expectation,
      Findings findings) {
    this.signed = signed;
    this.evidence = evidence;
    this.expectation = expectation;
    this.findings = findings;
  }

  Check judge() {
    if (!signed.lists(FileId.DG15)) {
      return Check.notApplicable(ID, Reason.NOT_ANNOUNCED, CLAUSE);
    }
    Optional<Bytes> dg15 = signed.genuine().get(FileId.DG15);
    if (dg15.isEmpty()) {
      return Check.inconclusive(ID, signed.unreadKey(FileId.DG15, evidence), CLAUSE);
    }
    Optional<ChipProof.ActiveAuthentication> proof =
        Proofs.find(evidence, ChipProof.ActiveAuthentication.class);
    if (proof.isEmpty() || isRefusal(proof.get())) {
      // Who sent a challenge is not content with a chip that would not sign it.
      return expectation.challenge().isPresent()
          ? Check.inconclusive(ID, Reason.PRESENCE_NOT_PROVEN, CLAUSE)
          : Proofs.notObtained(ID, proof, CLAUSE);
    }
    if (!expectation.challenge().map(proof.get().challenge()::equals).orElse(true)) {
      return Check.failed(ID, Reason.CHALLENGE_MISMATCH, CLAUSE);
    }
    return verified(dg15.get(), proof.get());
  }

  // Some chips say 9000 and send nothing.
  private static boolean isRefusal(ChipProof.ActiveAuthentication proof) {
    return proof.statusWord() != Proofs.OK || proof.response().isEmpty();
  }

  private Check verified(Bytes dg15, ChipProof.ActiveAuthentication proof) {
    Optional<String> announced =
        signed
            .infos()
            .flatMap(SecurityInfos::activeAuthentication)
            .map(SecurityInfo.ActiveAuthenticationInfo::signatureAlgorithmOid);
    try {
      Signed how =
          ActiveAuthenticationCheck.verify(
              ActiveAuthenticationKey.parseDg15(dg15).spki(),
              announced,
              proof.challenge(),
              proof.response());
      remark(how, announced);
      return Check.passed(ID, CLAUSE);
    } catch (MalformedDocumentException e) {
      return Check.inconclusive(ID, Reason.FILE_MALFORMED, CLAUSE);
    } catch (ProofException e) {
      return Proofs.refused(ID, e, CLAUSE);
    }
  }

  private void remark(Signed how, Optional<String> announced) {
    if (announced.isEmpty() && isGuess(how)) {
      findings.remark(
          "active-authentication-digest", "DG14 names no digest; " + how.digest() + " fits");
    }
    if (how.form() == Form.ECDSA_DER) {
      findings.remark(
          "active-authentication-encoding", "the signature is in DER instead of r and s alone");
    }
  }

  // An RSA signature names its digest, or means SHA-1.
  private static boolean isGuess(Signed how) {
    return switch (how.form()) {
      case RECOVERY_NAMED_DIGEST -> false;
      case RECOVERY_AGREED_DIGEST -> !how.digest().equals("SHA-1");
      case ECDSA_PLAIN, ECDSA_DER -> true;
    };
  }
}
