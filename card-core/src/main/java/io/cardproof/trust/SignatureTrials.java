package io.cardproof.trust;

import io.cardproof.check.Reason;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.VerificationKey;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries keys on the signatures of certificates and lists, and counts: a store or a signer that was
 * made to cost more, such as a thousand country signers of one name, ends in an open verdict
 * instead of an endless one.
 */
final class SignatureTrials {
  /** Real names have up to 15 certificates of five keys; a usual path costs one signature. */
  static final int BUDGET = 64;

  private final SignatureAlgorithms algorithms;
  private final AlgorithmTable table;
  private final Map<Bytes, VerificationKey> keys = new HashMap<>();
  private final Map<List<Bytes>, Optional<Reason>> ofLists = new HashMap<>();
  private int left = BUDGET;

  SignatureTrials(SignatureAlgorithms algorithms, AlgorithmTable table) {
    this.algorithms = algorithms;
    this.table = table;
  }

  /** Whether more was asked for than the budget holds. */
  boolean overdrawn() {
    return left < 0;
  }

  /** Whether the key certified {@code issued}; empty if it did, else why not. */
  Optional<Reason> refusal(Bytes spki, CertificateView issued) {
    return refusal(
        spki, issued.signatureAlgorithm(), issued.signed(), issued.signature(), issued.notBefore());
  }

  /** Whether the key signed the list; empty if it did, else why not. Each pair is tried once. */
  Optional<Reason> refusal(Bytes spki, RevocationList list) {
    return ofLists.computeIfAbsent(
        List.of(spki, list.signature()),
        trial ->
            refusal(
                spki,
                list.signatureAlgorithm(),
                list.signed(),
                list.signature(),
                list.source().thisUpdate()));
  }

  private Optional<Reason> refusal(
      Bytes spki, Bytes algorithm, Bytes signed, Bytes signature, Instant signedAt) {
    if (left <= 0) {
      left = -1;
      return Optional.of(Reason.PATH_TOO_COSTLY);
    }
    left--;
    VerificationKey key = keys.computeIfAbsent(spki, algorithms::key);
    try {
      SignatureScheme scheme = SignatureScheme.of(algorithm, Optional.empty());
      key.verify(scheme, signed, signature);
      table.check(scheme, key, signedAt);
      return Optional.empty();
    } catch (SignatureCheckException e) {
      return Optional.of(SignedContent.reason(e));
    } catch (PathException e) {
      return Optional.of(e.reason());
    }
  }
}
