package io.cardproof.simulator;

import java.util.List;
import java.util.Optional;

/**
 * What a reader should judge a simulated card by.
 *
 * @param anchors CSCA certificates to trust
 * @param links certificates by which one generation of a CSCA vouches for the next
 * @param signers document signers to be looked up, where the document does not hold its own
 * @param crl the revocation list of the genuine CSCA
 * @param distrusted SHA-256 of certificates that the reader should not trust any more
 */
record ExportedTrust(
    List<byte[]> anchors,
    List<byte[]> links,
    List<byte[]> signers,
    Optional<byte[]> crl,
    List<byte[]> distrusted) {
  static ExportedTrust of(List<byte[]> anchors) {
    return new ExportedTrust(anchors, List.of(), List.of(), Optional.empty(), List.of());
  }
}
