package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.Provenance.Pinning;
import io.cardproof.trust.RefusedEntry.Cause;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Puts a store together: reads entries, sorts them, and accounts for every one. */
final class TrustAssembly {
  private static final int MOST_CERTIFICATES = 200_000;
  private static final int MOST_LISTS = 10_000;
  private static final int MOST_DEVIATION_LISTS = 500;
  // Of one certificate; more of them say nothing new.
  private static final int MOST_SOURCES = 64;

  private final SignatureAlgorithms algorithms;
  private final TrustStore.TestAnchors testAnchors;
  private final List<Remark> remarks;
  private final List<CertificateView> roots;
  private final Map<Bytes, StoredCertificate> anchors = new LinkedHashMap<>();
  private final Map<Bytes, StoredCertificate> links = new LinkedHashMap<>();
  private final Map<Bytes, StoredCertificate> signers = new LinkedHashMap<>();
  private final Map<Bytes, RevocationList> revocationLists = new LinkedHashMap<>();
  private final List<DeviationList> deviationLists = new ArrayList<>();
  private final Set<Bytes> distrusted = new LinkedHashSet<>();
  private final List<SourceRecord> earlier = new ArrayList<>();
  private int refused;

  /**
   * @param pinned roots that may certify the signers of lists, beside the anchors that are given
   */
  TrustAssembly(
      SignatureAlgorithms algorithms,
      TrustStore.TestAnchors testAnchors,
      List<Remark> remarks,
      List<CertificateView> pinned) {
    this.algorithms = algorithms;
    this.testAnchors = testAnchors;
    this.remarks = new ArrayList<>(remarks);
    this.roots = new ArrayList<>(pinned);
  }

  /** Takes what another store held. Its entries were read when that one was put together. */
  void snapshot(TrustContents snapshot) {
    merge(snapshot.anchors(), anchors);
    merge(snapshot.links(), links);
    merge(snapshot.signers(), signers);
    snapshot.revocationLists().forEach(list -> revocationLists.putIfAbsent(list.der(), list));
    snapshot.deviationLists().stream()
        .filter(list -> !deviationLists.contains(list))
        .forEach(deviationLists::add);
    distrusted.addAll(snapshot.distrusted());
    earlier.addAll(snapshot.sources());
    snapshot.remarks().stream().filter(each -> !remarks.contains(each)).forEach(remarks::add);
  }

  void distrust(Set<Bytes> hashes) {
    distrusted.addAll(hashes);
  }

  /** A certificate that the operator gave by itself: what it says of itself decides what it is. */
  void certificate(TrustItem item) throws MalformedInputException {
    Optional<CertificateView> view = view(item);
    if (view.isPresent()) {
      loose(item, view.get());
      // A link is no decision of the operator's, so it vouches for no list.
      if (anchors.containsKey(view.get().der())) {
        roots.add(view.get());
      }
    }
  }

  /** A certificate out of a directory of the PKD: as a loose one, and no root of lists. */
  void ofDirectory(TrustItem item) throws MalformedInputException {
    Optional<CertificateView> view = view(item);
    if (view.isPresent()) {
      loose(item, view.get());
    }
  }

  /** A document signer, to be looked up. */
  void signer(TrustItem item) throws MalformedInputException {
    Optional<CertificateView> view = view(item);
    if (view.isPresent()) {
      take(item, view.get(), signers, given(item));
    }
  }

  void masterList(TrustItem item) throws MalformedInputException {
    try {
      SignedList list =
          SignedList.of(
              item.der(), SignedList.Kind.MASTER_LIST, item.source(), trustedRoots(), algorithms);
      refuseDistrusted(list, item);
      remarks.addAll(list.remarks());
      entries(
          item, MasterList.entries(list.content(), item.source()), list.pinning(), list.signed());
    } catch (MalformedInputException e) {
      refuseList(item, e);
    }
  }

  /** A list that nobody signed; only where the caller allows that. */
  void unsignedList(TrustItem item) throws MalformedInputException {
    remarks.add(new Remark("master-list-unpinned", item.source() + ": nobody signed this list"));
    entries(
        item, MasterList.entries(item.der(), item.source()), Pinning.UNPINNED, Optional.empty());
  }

  void revocationList(TrustItem item) throws MalformedInputException {
    if (revocationLists.size() >= MOST_LISTS) {
      item.ledger().refused(item.place(), Cause.STORE_FULL);
      return;
    }
    try {
      RevocationList list = RevocationList.of(item.der(), item.source());
      count(item, revocationLists.putIfAbsent(list.der(), list) == null);
    } catch (IllegalArgumentException e) {
      item.refuse(
          new MalformedInputException(
              item.source(), "revocation list", "not one in the form of RFC 5280"),
          Cause.UNREADABLE);
    }
  }

  void deviationList(TrustItem item) throws MalformedInputException {
    if (deviationLists.size() >= MOST_DEVIATION_LISTS) {
      item.ledger().refused(item.place(), Cause.STORE_FULL);
      return;
    }
    try {
      SignedList list =
          SignedList.of(
              item.der(),
              SignedList.Kind.DEVIATION_LIST,
              item.source(),
              trustedRoots(),
              algorithms);
      refuseDistrusted(list, item);
      DeviationListReader.Content content = DeviationListReader.read(list.content(), item.source());
      DeviationList read =
          new DeviationList(
              item.source(),
              list.signer().country(),
              list.pinning(),
              list.signed(),
              content.deviations());
      content
          .unreadable()
          .forEach(place -> item.ledger().refused("entry " + place, Cause.UNREADABLE));
      remarks.addAll(list.remarks());
      item.ledger().list(list.pinning(), list.signed());
      count(item, !deviationLists.contains(read) && deviationLists.add(read));
    } catch (MalformedInputException e) {
      refuseList(item, e);
    }
  }

  TrustStore store(List<SourceLedger> ledgers) {
    if (refused > 0) {
      remarks.add(
          new Remark(
              "test-anchor-refused",
              anchors.isEmpty()
                  ? "nothing is trusted: all certificates that were given are for tests only"
                  : refused + " certificates for tests only were left out"));
    }
    return new TrustStore(
        new TrustContents(
            List.copyOf(anchors.values()),
            List.copyOf(links.values()),
            List.copyOf(signers.values()),
            List.copyOf(revocationLists.values()),
            deviationLists,
            distrusted,
            records(ledgers),
            remarks));
  }

  private List<CertificateView> trustedRoots() {
    return roots.stream().filter(root -> !distrusts(root)).toList();
  }

  private void refuseDistrusted(SignedList list, TrustItem item) throws MalformedInputException {
    if (distrusts(list.signer())) {
      throw new MalformedInputException(item.source(), "signer", "is distrusted here");
    }
  }

  private boolean distrusts(CertificateView certificate) {
    return !distrusted.isEmpty()
        && (distrusted.contains(certificate.der().sha256())
            || distrusted.contains(certificate.spki().sha256()));
  }

  // The newest word on a source of one name and content is the one that counts.
  private List<SourceRecord> records(List<SourceLedger> ledgers) {
    List<SourceRecord> records = new ArrayList<>(earlier);
    for (SourceLedger ledger : ledgers) {
      SourceRecord record = ledger.record();
      records.removeIf(
          old -> old.name().equals(record.name()) && old.sha256().equals(record.sha256()));
      records.add(record);
    }
    return records;
  }

  // One entry that cannot be read must not cost the others.
  private void entries(
      TrustItem list, List<Bytes> entries, Pinning pinning, Optional<Instant> signed)
      throws MalformedInputException {
    list.ledger().list(pinning, signed);
    int number = 0;
    for (Bytes entry : entries) {
      number++;
      TrustItem item = list.with(entry, list.place().isEmpty() ? "entry " + number : list.place());
      Optional<CertificateView> view = view(item);
      if (view.isEmpty()) {
        remarks.add(new Remark("trust-entry-skipped", item.source() + ": cannot be read"));
      } else if (signsLists(view.get())) {
        skip(item);
      } else {
        take(item, view.get(), anchors, list.ledger().provenance(list.place(), pinning, signed));
      }
    }
  }

  private void loose(TrustItem item, CertificateView view) {
    if (signsLists(view)) {
      skip(item);
    } else if (signsNoCertificates(view)) {
      take(item, view, signers, given(item));
    } else {
      take(item, view, CertificateFacts.link(view) ? links : anchors, given(item));
    }
  }

  private static Provenance given(TrustItem item) {
    return item.ledger().provenance(item.place(), Pinning.GIVEN, Optional.empty());
  }

  private void skip(TrustItem item) {
    remarks.add(
        new Remark(
            "trust-entry-skipped", item.source() + ": a certificate that signs no documents"));
    item.ledger().refused(item.place(), Cause.SIGNS_NO_DOCUMENTS);
  }

  private void take(
      TrustItem item,
      CertificateView view,
      Map<Bytes, StoredCertificate> kind,
      Provenance provenance) {
    if (view.testOnly() && testAnchors == TrustStore.TestAnchors.REFUSED) {
      refused++;
      item.ledger().refused(item.place(), Cause.TEST_ONLY);
    } else if (kind.size() >= MOST_CERTIFICATES) {
      item.ledger().refused(item.place(), Cause.STORE_FULL);
    } else {
      count(item, put(kind, new StoredCertificate(view, List.of(provenance))));
    }
  }

  private static void count(TrustItem item, boolean isNew) {
    if (isNew) {
      item.ledger().loaded();
    } else {
      item.ledger().duplicate();
    }
  }

  private void merge(List<StoredCertificate> from, Map<Bytes, StoredCertificate> into) {
    for (StoredCertificate each : from) {
      if (each.certificate().summary().testOnly()
          && testAnchors == TrustStore.TestAnchors.REFUSED) {
        refused++;
      } else {
        put(into, each);
      }
    }
  }

  /** Whether the certificate is new; the sources of one that is not are put together. */
  private static boolean put(Map<Bytes, StoredCertificate> kind, StoredCertificate stored) {
    Bytes der = stored.certificate().der();
    StoredCertificate known = kind.get(der);
    if (known == null) {
      kind.put(der, stored);
      return true;
    }
    kind.put(der, new StoredCertificate(known.certificate(), together(known, stored.provenance())));
    return false;
  }

  // The newest word of a source of one name is the one that counts.
  private static List<Provenance> together(StoredCertificate known, List<Provenance> added) {
    Map<String, Provenance> all = new LinkedHashMap<>();
    known.provenance().forEach(each -> all.put(each.source(), each));
    for (Provenance each : added) {
      if (all.size() < MOST_SOURCES || all.containsKey(each.source())) {
        all.put(each.source(), each);
      }
    }
    return List.copyOf(all.values());
  }

  private static void refuseList(TrustItem item, MalformedInputException e)
      throws MalformedInputException {
    item.refuse(e, Cause.LIST_NOT_GENUINE);
  }

  private static boolean signsLists(CertificateView view) {
    return !view.authority()
        && (view.purposes().contains(SignerProfile.LIST_SIGNING)
            || view.purposes().contains(SignerProfile.DEVIATION_LIST_SIGNING));
  }

  private static boolean signsNoCertificates(CertificateView view) {
    return !view.authority()
        && view.keyUsage().map(usage -> !usage.hasUsages(KeyUsage.keyCertSign)).orElse(false);
  }

  private static Optional<CertificateView> view(TrustItem item) throws MalformedInputException {
    try {
      return Optional.of(CertificateView.of(item.der()));
    } catch (IllegalArgumentException e) {
      item.refuse(
          new MalformedInputException(item.source(), "certificate", "not in the form of X.509"),
          Cause.UNREADABLE);
      return Optional.empty();
    }
  }
}
