package io.cardproof.verify;

import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityInfo;
import io.cardproof.document.SecurityInfos;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.Evidence;
import io.cardproof.value.Bytes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether somebody between chip and terminal hid PACE: EF.CardAccess is not signed, its copy in
 * DG14 is, ICAO 9303-11 §9.2.11.
 */
final class Downgrade {
  private final Policy policy;
  private final Findings findings;

  Downgrade(Policy policy, Findings findings) {
    this.policy = policy;
    this.findings = findings;
  }

  void judge(Evidence evidence, Optional<SecurityInfos> dg14) {
    List<SecurityInfo.PaceInfo> announced = dg14.map(SecurityInfos::pace).orElse(List.of());
    if (announced.isEmpty()) {
      findings.notApplicable(CheckId.DOWNGRADE, Reason.NOT_ANNOUNCED, Clauses.ACCESS);
    } else if (evidence.access().protocol() != AccessRecord.Protocol.PACE_GM) {
      found(Reason.PACE_NOT_USED, "DG14 announces PACE, and it was not used");
    } else if (differs(evidence, announced)) {
      found(Reason.CARD_ACCESS_MISMATCH, "EF.CardAccess offers other PACE variants than DG14");
    } else {
      findings.passed(CheckId.DOWNGRADE, Clauses.ACCESS);
    }
  }

  private void found(Reason reason, String detail) {
    findings.remark("access-downgrade", detail);
    if (policy == Policy.STRICT) {
      findings.inconclusive(CheckId.DOWNGRADE, reason, Clauses.ACCESS);
    } else {
      findings.notApplicable(CheckId.DOWNGRADE, reason, Clauses.ACCESS);
    }
  }

  private static boolean differs(Evidence evidence, List<SecurityInfo.PaceInfo> announced) {
    Optional<Bytes> cardAccess = evidence.file(FileId.CARD_ACCESS);
    if (cardAccess.isEmpty()) {
      return false;
    }
    try {
      return !raw(SecurityInfos.parse(cardAccess.get()).pace()).equals(raw(announced));
    } catch (MalformedDocumentException e) {
      return true;
    }
  }

  private static Set<Bytes> raw(List<SecurityInfo.PaceInfo> infos) {
    Set<Bytes> raw = new HashSet<>();
    infos.forEach(info -> raw.add(info.raw()));
    return raw;
  }
}
