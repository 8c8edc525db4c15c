package io.cardproof.trust;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is different between two stores, certificate by certificate.
 *
 * @param added certificates with a key that the older one does not have
 * @param renewed new certificates of keys that the older one has
 * @param removed certificates whose key the newer one does not have
 * @param replaced certificates that went while their key stayed
 * @param same how many are in both
 */
public record TrustChanges(
    List<StoredCertificate> added,
    List<StoredCertificate> renewed,
    List<StoredCertificate> removed,
    List<StoredCertificate> replaced,
    int same) {
  /** Copies the lists. */
  public TrustChanges {
    added = List.copyOf(added);
    renewed = List.copyOf(renewed);
    removed = List.copyOf(removed);
    replaced = List.copyOf(replaced);
  }

  /** What happened between {@code older} and {@code newer}. */
  public static TrustChanges between(TrustStore older, TrustStore newer) {
    Map<Bytes, StoredCertificate> before = authorities(older);
    Map<Bytes, StoredCertificate> after = authorities(newer);
    List<StoredCertificate> added = new ArrayList<>();
    List<StoredCertificate> renewed = new ArrayList<>();
    sort(after, before, added, renewed);
    List<StoredCertificate> removed = new ArrayList<>();
    List<StoredCertificate> replaced = new ArrayList<>();
    sort(before, after, removed, replaced);
    int same = after.size() - added.size() - renewed.size();
    return new TrustChanges(added, renewed, removed, replaced, same);
  }

  /** Whether nothing is different. */
  public boolean none() {
    return added.isEmpty() && renewed.isEmpty() && removed.isEmpty() && replaced.isEmpty();
  }

  private static void sort(
      Map<Bytes, StoredCertificate> all,
      Map<Bytes, StoredCertificate> known,
      List<StoredCertificate> newKeys,
      List<StoredCertificate> knownKeys) {
    Set<Bytes> keys = new HashSet<>();
    known.values().forEach(each -> keys.add(each.certificate().spki()));
    all.forEach(
        (der, each) -> {
          if (!known.containsKey(der)) {
            (keys.contains(each.certificate().spki()) ? knownKeys : newKeys).add(each);
          }
        });
  }

  private static Map<Bytes, StoredCertificate> authorities(TrustStore store) {
    Map<Bytes, StoredCertificate> all = new LinkedHashMap<>();
    Stream.concat(store.anchors().stream(), store.links().stream())
        .forEach(each -> all.putIfAbsent(each.certificate().der(), each));
    return all;
  }
}
