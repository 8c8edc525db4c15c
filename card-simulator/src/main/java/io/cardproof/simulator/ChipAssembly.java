package io.cardproof.simulator;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.issuer.ChipKeys;
import io.cardproof.simulator.issuer.PublicKeys;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.persona.ActiveAuthenticationPart;
import io.cardproof.simulator.persona.ChipLimits;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.wire.WireFault;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

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
    addTerminal();
    addLimits();
    if (faults.has(FaultPlan.Kind.NO_PROOF_FILES)) {
      PROOF_FILES.forEach(fid -> chip.statusFor(fid, FILE_NOT_FOUND));
    }
    faults.removedAt().ifPresent(chip::removedAt);
    faults.caseFault().chip(chip, document);
    faults.quirks().forEach(quirk -> quirk.into(chip, document));
    addWireFaults();
    return chip.build();
  }

  private void addWireFaults() {
    SecureRandom seeds = random.named("wire");
    for (WireFault fault : faults.wire()) {
      chip.interference(fault.interference(seeds.nextLong()));
    }
  }

  private void requireCarrier() {
    if (faults.has(FaultPlan.Kind.DG2_CHANGED) && !document.files().containsKey(DG2)) {
      throw new IllegalArgumentException("dg2-changed needs a document with DG2");
    }
    if (faults.has(FaultPlan.Kind.CLONE) && !hasKey()) {
      throw new IllegalArgumentException(
          "clone needs a document whose chip has a private key: without one nothing tells a copy");
    }
    if (faults.has(FaultPlan.Kind.NO_PROOF_FILES)
        && PROOF_FILES.stream().noneMatch(document.files()::containsKey)) {
      throw new IllegalArgumentException("no-proof-files needs a document with DG14 or DG15");
    }
  }

  private boolean hasKey() {
    return !document.chipAuthentication().isEmpty()
        || document.activeAuthentication().isPresent()
        || document.mappingKey().isPresent();
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
    if (document.bac() || !document.pace().isEmpty()) {
      chip.mrzKey(document.mrzInformation());
      document.can().ifPresent(chip::can);
    }
    chip.bac(document.bac());
    document.pace().forEach(this::addPace);
    document.pin().ifPresent(pin -> chip.pin(pin.digits(), pin.tries()));
    document.puk().ifPresent(puk -> chip.puk(puk.digits(), puk.tries()));
    document
        .mappingKey()
        .map(key -> held(key, "clone-mapping"))
        .ifPresent(chip::chipAuthenticationMapping);
  }

  private void addPace(Document.PaceParameters way) {
    if (way.own().isPresent()) {
      chip.pace(way.oid(), way.parameterId(), PublicKeys.encoded(way.own().get()));
    } else {
      chip.pace(way.oid(), way.parameterId());
    }
  }

  private void addKeys() {
    SecureRandom forClone = random.named("clone-chip-authentication");
    for (Document.ChipAuthenticationPart part : document.chipAuthentication()) {
      AsymmetricKeyParameter key = isClone() ? ChipKeys.another(part.key(), forClone) : part.key();
      chip.chipAuthentication(key, part.oid(), part.keyId());
    }
    document.activeAuthentication().ifPresent(this::addActiveAuthentication);
  }

  private void addActiveAuthentication(ActiveAuthenticationPart part) {
    if (part instanceof ActiveAuthenticationPart.Rsa rsa) {
      chip.activeAuthentication(held(rsa.key()), rsa.hash().id(), rsa.trailer());
    } else if (part instanceof ActiveAuthenticationPart.Ec ec) {
      chip.activeAuthentication(
          held(ec.key(), "clone-active-authentication"), ec.hash().id(), ec.form());
    }
  }

  private boolean isClone() {
    return faults.has(FaultPlan.Kind.CLONE);
  }

  private ECPrivateKeyParameters held(ECPrivateKeyParameters genuine, String purpose) {
    return isClone() ? ChipKeys.another(genuine, random.named(purpose)) : genuine;
  }

  private RSAPrivateKey held(RSAPrivateKey genuine) {
    return isClone()
        ? ChipKeys.another(genuine, random.named("clone-active-authentication"))
        : genuine;
  }

  private void addTerminal() {
    document.guarded().forEach(chip::opensByTerminalRight);
    document
        .terminalAuthentication()
        .ifPresent(part -> chip.terminalAuthentication(part.trustPoints(), part.currentDate()));
  }

  private void addLimits() {
    ChipLimits limits = document.limits();
    if (limits.commands() == ChipLimits.CommandLength.SHORT) {
      chip.shortLengthOnly();
    }
    limits.maxResponseData().ifPresent(chip::maxResponseData);
    chip.longAnswers(limits.longAnswers());
  }
}
