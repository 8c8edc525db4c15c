package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.access.AccessKey;
import io.cardproof.crypto.ActiveAuthenticationCheck;
import io.cardproof.crypto.ChipAuthenticationCheck;
import io.cardproof.document.ActiveAuthenticationKey;
import io.cardproof.document.FileId;
import io.cardproof.document.SecurityInfos;
import io.cardproof.document.SecurityObject;
import io.cardproof.error.InspectionException;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Policy;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Captures evidence, and judges it as far as a chip's own files allow. */
final class Captures {
  static final Bytes CHALLENGE = Bytes.ofHex("0102030405060708");

  private Captures() {}

  static Evidence capture(CardLink link, AccessKey key) throws InspectionException {
    return capture(link, key, Limits.defaults(), CancelSignal.never());
  }

  static Evidence capture(CardLink link, AccessKey key, Limits limits, CancelSignal cancel)
      throws InspectionException {
    Clock clock = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
    return new Inspection(new SecureRandom(), clock, System::nanoTime, limits, Policy.COUNTER)
        .run(link, key, InspectionRequest.challenge(CHALLENGE).cancel(cancel));
  }

  /** The data groups whose hash in the security object is that of the bytes in the evidence. */
  static List<Integer> matching(Evidence evidence) throws Exception {
    SecurityObject sod = SecurityObject.parse(evidence.file(FileId.SOD).orElseThrow());
    MessageDigest digest = MessageDigest.getInstance(sod.digestOid());
    List<Integer> matching = new ArrayList<>();
    sod.hashes()
        .forEach(
            (number, hash) ->
                evidence
                    .file(FileId.dataGroup(number))
                    .filter(file -> Bytes.of(digest.digest(file.toByteArray())).equals(hash))
                    .ifPresent(file -> matching.add(number)));
    return matching;
  }

  static void assertChipAuthenticationHolds(Evidence evidence) throws Exception {
    ChipProof.ChipAuthentication proof = proof(evidence, ChipProof.ChipAuthentication.class);
    assertEquals(0x9000, proof.statusWord());
    verify(evidence, proof);
  }

  static void verify(Evidence evidence, ChipProof.ChipAuthentication proof) throws Exception {
    SecurityInfos infos = SecurityInfos.forDg14(evidence.file(FileId.DG14).orElseThrow());
    ChipAuthenticationCheck.verify(
        proof.protocolOid(),
        infos.chipAuthenticationKeys().get(0).spki(),
        proof.terminalPublicKey(),
        proof.terminalPrivateKey(),
        proof.protectedCommand(),
        proof.protectedResponse());
  }

  static void assertActiveAuthenticationHolds(Evidence evidence) throws Exception {
    ChipProof.ActiveAuthentication proof = proof(evidence, ChipProof.ActiveAuthentication.class);
    assertEquals(0x9000, proof.statusWord());
    assertEquals(CHALLENGE, proof.challenge());
    ActiveAuthenticationCheck.verify(
        ActiveAuthenticationKey.parseDg15(evidence.file(FileId.DG15).orElseThrow()).spki(),
        Optional.empty(),
        proof.challenge(),
        proof.response());
  }

  static <T extends ChipProof> T proof(Evidence evidence, Class<T> kind) {
    return evidence.proofs().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }
}
