package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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

  /** Without what one source alone brought; a file stands for all objects in it. */
  TrustContents withoutSource(String source) {
    Predicate<String> gone = name -> name.equals(source) || name.startsWith(source + ", ");
    return new TrustContents(
        without(gone, anchors),
        without(gone, links),
        without(gone, signers),
        revocationLists.stream().filter(list -> !gone.test(list.source().source())).toList(),
        deviationLists.stream().filter(list -> !gone.test(list.source())).toList(),
        distrusted,
        sources.stream().filter(record -> !gone.test(record.name())).toList(),
        remarks);
  }

  /** Without one certificate. */
  TrustContents withoutCertificate(Bytes sha256) {
    Predicate<StoredCertificate> other =
        stored -> !stored.certificate().der().sha256().equals(sha256);
    return new TrustContents(
        anchors.stream().filter(other).toList(),
        links.stream().filter(other).toList(),
        signers.stream().filter(other).toList(),
        revocationLists,
        deviationLists,
        distrusted,
        sources,
        remarks);
  }

  private static List<StoredCertificate> without(
      Predicate<String> gone, List<StoredCertificate> certificates) {
    List<StoredCertificate> left = new ArrayList<>();
    for (StoredCertificate stored : certificates) {
      List<Provenance> others =
          stored.provenance().stream().filter(from -> !gone.test(from.source())).toList();
      if (!others.isEmpty()) {
        left.add(new StoredCertificate(stored.certificate(), others));
      }
    }
    return left;
  }
}
