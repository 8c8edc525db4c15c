package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Set;

/**
 * All that a store holds, as data: what the builder puts together, a snapshot keeps and the index
 * is made of.
 *
 * @param anchors the trusted country signers
 * @param links certificates by which one country signer's key vouches for another's; trusted only
 *     where they lead to an anchor
 * @param signers document signers, to be looked up; not trusted by themselves
 * @param distrusted SHA-256 of certificates, or of public keys (SubjectPublicKeyInfo), that vouch
 *     for nothing
 * @param sources what became of every entry
 * @param remarks what was odd about the sources
 */
record TrustContents(
    List<StoredCertificate> anchors,
    List<StoredCertificate> links,
    List<StoredCertificate> signers,
    List<RevocationList> revocationLists,
    List<DeviationList> deviationLists,
    Set<Bytes> distrusted,
    List<SourceRecord> sources,
    List<Remark> remarks) {
  TrustContents {
    anchors = List.copyOf(anchors);
    links = List.copyOf(links);
    signers = List.copyOf(signers);
    revocationLists = List.copyOf(revocationLists);
    deviationLists = List.copyOf(deviationLists);
    distrusted = Set.copyOf(distrusted);
    sources = List.copyOf(sources);
    remarks = List.copyOf(remarks);
  }
}
