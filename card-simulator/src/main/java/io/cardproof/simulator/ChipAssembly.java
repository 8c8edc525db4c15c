package io.cardproof.simulator;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.issuer.ChipKeys;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.persona.Document;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/** Puts a document into a chip, with the faults that lie in the chip. */
final class ChipAssembly {
  private static final int DG2 = Document.DG_BASE + 2;
  private static final List<Integer> PROOF_FILES =
      List.of(Document.DG_BASE + 14, Document.DG_BASE + 15);
  private static final int FILE_NOT_FOUND = 0x6A82;

  private final Document document;
  private final FaultPlan faults;
  private final RandomSource random;
  private final ChipImage.Builder chip = ChipImage.builder();

  ChipAssembly(Document document, FaultPlan faults, RandomSource random) {
    this.document = document;
    this.faults = faults;
    this.random = random;
  }

  ChipImage assemble() {
    requireCarrier();
    document.masterFiles().forEach(chip::masterFile);
    document.files().forEach((fid, content) -> chip.file(fid, onChip(fid, content)));
    document.locked().forEach(chip::locked);
    addAccess();
    addKeys();
    if (faults.has(FaultPlan.Kind.NO_PROOF_FILES)) {
      PROOF_FILES.forEach(fid -> chip.statusFor(fid, FILE_NOT_FOUND));
    }
    faults.removedAt().ifPresent(chip::removedAt);
    return chip.build();
  }

  private void requireCarrier() {
    if (faults.has(FaultPlan.Kind.DG2_CHANGED) && !document.files().containsKey(DG2)) {
      throw new IllegalArgumentException("dg2-changed needs a document with DG2");
    }
    boolean hasKey =
        document.chipAuthentication().isPresent() || document.activeAuthentication().isPresent();
    if (faults.has(FaultPlan.Kind.CLONE) && !hasKey) {
      throw new IllegalArgumentException(
          "clone needs a document whose chip has a private key: without one nothing tells a copy");
    }
    if (faults.has(FaultPlan.Kind.NO_PROOF_FILES)
        && PROOF_FILES.stream().noneMatch(document.files()::containsKey)) {
      throw new IllegalArgumentException("no-proof-files needs a document with DG14 or DG15");
    }
  }

  /** The changed byte lies in the last third, in the picture's data, not in a header. */
  private byte[] onChip(int fid, byte[] content) {
    if (fid != DG2 || !faults.has(FaultPlan.Kind.DG2_CHANGED) || content.length == 0) {
      return content;
    }
    byte[] changed = content.clone();
    changed[content.length * 2 / 3] ^= 0x01;
    return changed;
  }

  private void addAccess() {
    boolean bac = document.access().contains(Document.Access.BAC);
    if (!document.access().isEmpty()) {
      chip.mrzKey(document.mrzInformation());
      document.can().ifPresent(chip::can);
    }
    chip.bac(bac);
    if (document.access().contains(Document.Access.PACE)) {
      document.pace().ifPresent(pace -> chip.pace(pace.oid(), pace.parameterId()));
    }
  }

  private void addKeys() {
    Document.@Nullable ChipAuthenticationPart ca = document.chipAuthentication().orElse(null);
    if (ca != null) {
      chip.chipAuthentication(held(ca.key()), ca.oid());
    }
    @Nullable RSAPrivateKey aa = document.activeAuthentication().orElse(null);
    if (aa != null) {
      chip.activeAuthentication(held(aa), "SHA-1");
    }
  }

  private ECPrivateKeyParameters held(ECPrivateKeyParameters genuine) {
    return faults.has(FaultPlan.Kind.CLONE)
        ? ChipKeys.another(genuine, random.named("clone-chip-authentication"))
        : genuine;
  }

  private RSAPrivateKey held(RSAPrivateKey genuine) {
    return faults.has(FaultPlan.Kind.CLONE)
        ? ChipKeys.another(genuine, random.named("clone-active-authentication"))
        : genuine;
  }
}
