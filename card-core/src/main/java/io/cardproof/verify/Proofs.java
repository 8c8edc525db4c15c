package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.crypto.ProofException;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import java.util.Optional;

/** What the proofs of the chip have in common. */
final class Proofs {
  static final int OK = 0x9000;

  private Proofs() {}

  /** The transcript of one protocol, if it was run. */
  static <T extends ChipProof> Optional<T> find(Evidence evidence, Class<T> kind) {
    return evidence.proofs().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** A chip that refuses is not the same as a proof that nobody asked for. */
  static Check notObtained(CheckId id, Optional<? extends ChipProof> attempted, String clause) {
    return Check.inconclusive(
        id,
        attempted.isPresent() ? Reason.CHIP_PROOF_REFUSED : Reason.CHIP_PROOF_NOT_OBTAINED,
        clause);
  }

  /** What a report says of a proof that does not hold. */
  static Check refused(CheckId id, ProofException e, String clause) {
    return switch (e.fault()) {
      case SIGNATURE_INVALID, RESPONSE_NOT_UNDER_KEYS, MAPPING_KEY_MISMATCH ->
          Check.failed(id, Reason.CLONE_SUSPECTED, clause);
      case SIGNATURE_MALFORMED -> Check.failed(id, Reason.SIGNATURE_MALFORMED, clause);
      case MAPPING_DATA_MISSING -> Check.failed(id, Reason.CAM_DATA_MISSING, clause);
      case MAPPING_DATA_MALFORMED -> Check.failed(id, Reason.CAM_DATA_MALFORMED, clause);
      case TRANSCRIPT_MALFORMED, COMMAND_NOT_UNDER_KEYS ->
          Check.failed(id, Reason.TRANSCRIPT_INVALID, clause);
      case KEY_MALFORMED -> Check.inconclusive(id, Reason.KEY_UNUSABLE, clause);
      case ALGORITHM_INCONSISTENT ->
          Check.inconclusive(id, Reason.SECURITY_INFO_INCONSISTENT, clause);
      case UNSUPPORTED -> Check.inconclusive(id, Reason.ALGORITHM_UNSUPPORTED, clause);
    };
  }
}
