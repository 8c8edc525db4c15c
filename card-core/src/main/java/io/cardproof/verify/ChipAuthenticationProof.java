package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.crypto.ChipAuthenticationCheck;
import io.cardproof.crypto.KeyFormatException;
import io.cardproof.crypto.ProofException;
import io.cardproof.document.ChipAuthenticationOffers;
import io.cardproof.document.ChipAuthenticationOffers.Offer;
import io.cardproof.document.ChipAuthenticationOffers.Standing;
import io.cardproof.document.FileId;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import java.util.List;
import java.util.Optional;

/** Chip Authentication, ICAO 9303-11 §6.2, under a key of the signed DG14. */
final class ChipAuthenticationProof {
  private static final CheckId ID = CheckId.CHIP_AUTHENTICATION;
  private static final String CLAUSE = Clauses.CHIP_AUTHENTICATION;

  private final ChipAuthenticity.Signed signed;
  private final Evidence evidence;
  private final Findings findings;

  ChipAuthenticationProof(ChipAuthenticity.Signed signed, Evidence evidence, Findings findings) {
    this.signed = signed;
    this.evidence = evidence;
    this.findings = findings;
  }

  Check judge() {
    if (!signed.lists(FileId.DG14)) {
      return Check.notApplicable(ID, Reason.NOT_ANNOUNCED, CLAUSE);
    }
    if (signed.genuine().get(FileId.DG14).isEmpty()) {
      return Check.inconclusive(ID, signed.unreadKey(FileId.DG14, evidence), CLAUSE);
    }
    if (signed.infos().isEmpty()) {
      return Check.inconclusive(ID, Reason.FILE_MALFORMED, CLAUSE);
    }
    ChipAuthenticationOffers offers = signed.infos().get().chipAuthentication();
    return switch (offers.standing()) {
      case NOT_ANNOUNCED -> Check.notApplicable(ID, Reason.NOT_ANNOUNCED, CLAUSE);
      case MALFORMED -> Check.inconclusive(ID, Reason.SECURITY_INFO_MALFORMED, CLAUSE);
      case OTHER_VERSION -> Check.inconclusive(ID, Reason.PROTOCOL_VERSION_UNKNOWN, CLAUSE);
      case KEY_MISSING -> Check.inconclusive(ID, Reason.CHIP_KEY_MISSING, CLAUSE);
      case ANNOUNCED, INFERRED -> announced(offers);
    };
  }

  private Check announced(ChipAuthenticationOffers offers) {
    Optional<ChipProof.ChipAuthentication> proof =
        Proofs.find(evidence, ChipProof.ChipAuthentication.class);
    if (proof.isEmpty()) {
      return Check.inconclusive(ID, whyNotTried(offers.all()), CLAUSE);
    }
    if (proof.get().statusWord() != Proofs.OK) {
      return Proofs.notObtained(ID, proof, CLAUSE);
    }
    List<Offer> meant =
        offers.all().stream()
            .filter(offer -> offer.protocolOid().equals(proof.get().protocolOid()))
            .filter(offer -> offer.keyId().equals(proof.get().keyId()))
            .toList();
    if (meant.isEmpty()) {
      return Check.failed(ID, Reason.TRANSCRIPT_INVALID, CLAUSE);
    }
    return verified(proof.get(), meant, offers.standing());
  }

  // Several keys without an identifier are told apart by the proof itself.
  private Check verified(ChipProof.ChipAuthentication proof, List<Offer> meant, Standing standing) {
    Optional<ProofException> first = Optional.empty();
    for (Offer offer : meant) {
      try {
        ChipAuthenticationCheck.verify(
            proof.protocolOid(),
            offer.spki(),
            proof.terminalPublicKey(),
            proof.terminalPrivateKey(),
            proof.protectedCommand(),
            proof.protectedResponse());
        if (standing == Standing.INFERRED) {
          findings.remark(
              "chip-authentication-protocol",
              "DG14 names no protocol for its key; " + proof.protocolOid() + " fits");
        }
        return Check.passed(ID, CLAUSE);
      } catch (ProofException e) {
        first = first.or(() -> Optional.of(e));
      }
    }
    return Proofs.refused(ID, first.orElseThrow(), CLAUSE);
  }

  // A terminal that could have tried and has not; or nobody can, for one of two reasons.
  private static Reason whyNotTried(List<Offer> offers) {
    Reason reason = Reason.ALGORITHM_UNSUPPORTED;
    for (Offer offer : offers) {
      try {
        ChipAuthenticationCheck.chipKey(offer.protocolOid(), offer.spki());
        if (ChipAuthenticationCheck.suite(offer.protocolOid()).isPresent()) {
          return Reason.CHIP_PROOF_NOT_OBTAINED;
        }
      } catch (KeyFormatException e) {
        if (e.kind() == KeyFormatException.Kind.MALFORMED) {
          reason = Reason.KEY_UNUSABLE;
        }
      }
    }
    return reason;
  }
}
