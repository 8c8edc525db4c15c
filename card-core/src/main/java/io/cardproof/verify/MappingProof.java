package io.cardproof.verify;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.crypto.ChipAuthenticationMappingCheck;
import io.cardproof.crypto.ChipAuthenticationMappingCheck.Transcript;
import io.cardproof.crypto.ProofException;
import io.cardproof.document.CardSecurity;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityInfo.ChipAuthenticationPublicKey;
import io.cardproof.document.SecurityInfos;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PACE with Chip Authentication Mapping, ICAO 9303-11 §4.4.3.5, under the static key that the
 * signed EF.CardSecurity holds, or the signed DG14 where that file is not to be had.
 */
final class MappingProof {
  private static final CheckId ID = CheckId.PACE_CAM;
  // The mapping is defined on curves only, and no chip has more keys than a few.
  private static final String KEY_ON_A_CURVE = "0.4.0.127.0.7.2.2.1.2";
  private static final int MOST_KEYS = 8;
  private static final String CLAUSE = Clauses.PACE_CAM;

  private final ChipAuthenticity.Signed signed;
  private final Evidence evidence;
  private final Findings findings;

  MappingProof(ChipAuthenticity.Signed signed, Evidence evidence, Findings findings) {
    this.signed = signed;
    this.evidence = evidence;
    this.findings = findings;
  }

  Check judge() {
    Optional<ChipProof.ChipAuthenticationMapping> proof =
        Proofs.find(evidence, ChipProof.ChipAuthenticationMapping.class);
    if (proof.isEmpty()) {
      return announced()
          ? Proofs.notObtained(ID, proof, CLAUSE)
          : Check.notApplicable(ID, Reason.NOT_ANNOUNCED, CLAUSE);
    }
    return signed.cardSecurity().isPresent()
        ? bySecurityFile(proof.get(), signed.cardSecurity().get().infos())
        : byDataGroup(proof.get());
  }

  private boolean announced() {
    return Stream.of(signed.infos(), signed.cardSecurity().map(CardSecurity::infos))
        .flatMap(Optional::stream)
        .flatMap(infos -> infos.pace().stream())
        .anyMatch(offer -> ChipAuthenticationMappingCheck.isMapping(offer.oid()));
  }

  private Check bySecurityFile(ChipProof.ChipAuthenticationMapping proof, SecurityInfos infos) {
    List<Bytes> keys = keys(infos);
    return keys.isEmpty()
        ? Check.inconclusive(ID, Reason.CHIP_KEY_MISSING, CLAUSE)
        : verified(proof, keys);
  }

  // DG14 need not hold this key: another one there says nothing about the chip.
  private Check byDataGroup(ChipProof.ChipAuthenticationMapping proof) {
    Check check = verified(proof, signed.infos().map(MappingProof::keys).orElse(List.of()));
    boolean elsewhere =
        check
            .reason()
            .filter(reason -> reason == Reason.CLONE_SUSPECTED || reason == Reason.KEY_UNUSABLE)
            .isPresent();
    if (elsewhere) {
      Reason reason =
          evidence.file(FileId.CARD_SECURITY).isPresent()
              ? Reason.KEY_NOT_COVERED
              : Reason.CARD_SECURITY_MISSING;
      return Check.inconclusive(ID, reason, CLAUSE);
    }
    if (check.reason().isEmpty() && evidence.file(FileId.CARD_SECURITY).isEmpty()) {
      findings.remark("card-security-missing", "the key of the mapping was taken from DG14");
    }
    return check;
  }

  private static List<Bytes> keys(SecurityInfos infos) {
    return infos.chipAuthenticationKeys().stream()
        .filter(key -> key.oid().equals(KEY_ON_A_CURVE))
        .limit(MOST_KEYS)
        .map(ChipAuthenticationPublicKey::spki)
        .toList();
  }

  private static Check verified(ChipProof.ChipAuthenticationMapping proof, List<Bytes> keys) {
    try {
      ChipAuthenticationMappingCheck.verify(
          new Transcript(
              proof.protocolOid(),
              proof.parameterId(),
              proof.nonce(),
              proof.terminalMappingKey(),
              proof.chipMappingPublicKey(),
              proof.terminalEphemeralKey(),
              proof.chipEphemeralPublicKey(),
              proof.encryptedData()),
          keys);
      return Check.passed(ID, CLAUSE);
    } catch (ProofException e) {
      return Proofs.refused(ID, e, CLAUSE);
    }
  }
}
