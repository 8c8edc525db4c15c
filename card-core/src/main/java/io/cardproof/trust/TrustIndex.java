package io.cardproof.trust;

import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the certificates of a store by what another certificate says of its issuer. It only
 * proposes: names are many people's and key identifiers collide, so a signature has to decide.
 */
final class TrustIndex {
  private final Distrust distrust;
  private final Issuers anchors;
  private final Issuers links;
  private final Map<String, List<StoredCertificate>> signersByIssuer = new HashMap<>();
  private final Map<Bytes, List<StoredCertificate>> signersByKeyId = new HashMap<>();
  private final Map<String, List<RevocationList>> revocationLists = new HashMap<>();

  TrustIndex(TrustContents contents) {
    distrust = new Distrust(contents);
    anchors = new Issuers(contents.anchors());
    links = new Issuers(contents.links());
    for (StoredCertificate signer : contents.signers()) {
      add(signersByIssuer, signer.certificate().issuer(), signer);
      signer.certificate().subjectKeyId().ifPresent(id -> add(signersByKeyId, id, signer));
    }
    contents.revocationLists().forEach(list -> add(revocationLists, list.issuer(), list));
  }

  /** The anchors that may have issued it: first by key identifier, then by name alone. */
  List<StoredCertificate> anchorsFor(CertificateView issued) {
    return anchors.of(issued);
  }

  /** The link certificates whose key may have issued it, in the same order. */
  List<StoredCertificate> linksFor(CertificateView issued) {
    return links.of(issued);
  }

  /** The anchors with this normalised name. */
  List<StoredCertificate> anchorsNamed(String subject) {
    return anchors.named(subject);
  }

  /** The link certificates for this normalised name. */
  List<StoredCertificate> linksNamed(String subject) {
    return links.named(subject);
  }

  /** Whether the operator distrusts it or its key. */
  boolean distrusts(CertificateView certificate) {
    return distrust.covers(certificate);
  }

  /** The document signers with this issuer, in normalised form, and this serial number. */
  List<StoredCertificate> signers(String issuer, BigInteger serialNumber) {
    return signersByIssuer.getOrDefault(issuer, List.of()).stream()
        .filter(signer -> signer.certificate().serialNumber().equals(serialNumber))
        .toList();
  }

  /** The document signers with this subject key identifier. */
  List<StoredCertificate> signers(Bytes keyId) {
    return signersByKeyId.getOrDefault(keyId, List.of());
  }

  /** The revocation lists of the issuer with this normalised name. */
  List<RevocationList> revocationLists(String issuer) {
    return revocationLists.getOrDefault(issuer, List.of());
  }

  private static <K, V> void add(Map<K, List<V>> map, K key, V value) {
    map.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
  }

  /** Certificates of authorities by subject and by key identifier. */
  private static final class Issuers {
    private final Map<String, List<StoredCertificate>> bySubject = new HashMap<>();
    private final Map<Bytes, List<StoredCertificate>> byKeyId = new HashMap<>();

    Issuers(List<StoredCertificate> certificates) {
      for (StoredCertificate each : certificates) {
        add(bySubject, each.certificate().subject(), each);
        each.certificate().subjectKeyId().ifPresent(id -> add(byKeyId, id, each));
      }
    }

    List<StoredCertificate> named(String subject) {
      return bySubject.getOrDefault(subject, List.of());
    }

    List<StoredCertificate> of(CertificateView issued) {
      List<StoredCertificate> sameName = named(issued.issuer());
      Set<StoredCertificate> sameKeyId = new LinkedHashSet<>();
      issued
          .authorityKeyId()
          .ifPresent(id -> sameKeyId.addAll(byKeyId.getOrDefault(id, List.of())));
      Set<StoredCertificate> found = new LinkedHashSet<>();
      sameName.stream().filter(sameKeyId::contains).forEach(found::add);
      found.addAll(sameKeyId);
      found.addAll(sameName);
      return List.copyOf(found);
    }
  }
}
