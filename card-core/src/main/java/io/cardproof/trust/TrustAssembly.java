package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Puts a store together: reads entries, leaves doubles and test certificates out, and says so. */
final class TrustAssembly {
  private static final int MAX_ANCHORS = 100_000;

  private final SignatureAlgorithms algorithms;
  private final TrustStore.TestAnchors testAnchors;
  private final List<Remark> remarks;
  private final Map<Bytes, StoredCertificate> anchors = new LinkedHashMap<>();
  private final Map<Bytes, StoredCertificate> links = new LinkedHashMap<>();
  private final Map<Bytes, StoredCertificate> signers = new LinkedHashMap<>();
  private final List<RevocationList> revocationLists = new ArrayList<>();
  private final List<DeviationList> deviationLists = new ArrayList<>();
  private final Set<Bytes> distrusted = new LinkedHashSet<>();
  private final List<SourceRecord> sources = new ArrayList<>();
  private final List<CertificateView> given = new ArrayList<>();
  private int refused;

  TrustAssembly(
      SignatureAlgorithms algorithms, TrustStore.TestAnchors testAnchors, List<Remark> remarks) {
    this.algorithms = algorithms;
    this.testAnchors = testAnchors;
    this.remarks = new ArrayList<>(remarks);
  }

  /** Takes what another store held. Its entries were read when that one was put together. */
  void snapshot(TrustContents snapshot) {
    merge(snapshot.anchors(), anchors);
    merge(snapshot.links(), links);
    merge(snapshot.signers(), signers);
    revocationLists.addAll(snapshot.revocationLists());
    deviationLists.addAll(snapshot.deviationLists());
    distrusted.addAll(snapshot.distrusted());
    sources.addAll(snapshot.sources());
    remarks.addAll(snapshot.remarks());
  }

  void certificate(TrustFiles.Item item) throws MalformedInputException {
    CertificateView view = view(item);
    // Lists hold odd CSCAs and vouch for them; a loose certificate has to say that it is one.
    if (signsNoCertificates(view)) {
      remarks.add(
          new Remark(
              "trust-entry-skipped", item.source() + ": not the certificate of an authority"));
    } else if (take(view, item.source())) {
      given.add(view);
    }
  }

  void masterList(TrustFiles.Item item, List<CertificateView> pinned)
      throws MalformedInputException {
    List<CertificateView> roots = new ArrayList<>(pinned);
    roots.addAll(given);
    MasterList list = MasterList.of(cms(item), item.source(), roots, algorithms);
    remarks.addAll(list.remarks());
    int number = 0;
    for (Bytes entry : list.certificates()) {
      number++;
      entry(entry, item.source(), number);
    }
  }

  void revocationList(TrustFiles.Item item) throws MalformedInputException {
    try {
      revocationLists.add(RevocationList.of(item.der(), item.source()));
    } catch (RuntimeException e) {
      throw new MalformedInputException(
          item.source(), "revocation list", "not one in the form of RFC 5280");
    }
  }

  TrustStore store() {
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
            revocationLists,
            deviationLists,
            distrusted,
            sources,
            remarks));
  }

  private void merge(List<StoredCertificate> from, Map<Bytes, StoredCertificate> into) {
    for (StoredCertificate each : from) {
      if (each.certificate().summary().testOnly()
          && testAnchors == TrustStore.TestAnchors.REFUSED) {
        refused++;
      } else {
        into.putIfAbsent(each.certificate().der(), each);
      }
    }
  }

  // One entry that cannot be read must not cost the others.
  private void entry(Bytes der, String source, int number) {
    try {
      take(CertificateView.of(der), source);
    } catch (IllegalArgumentException e) {
      remarks.add(
          new Remark("trust-entry-skipped", source + ", entry " + number + ": cannot be read"));
    }
  }

  private boolean take(CertificateView view, String source) {
    if (view.testOnly() && testAnchors == TrustStore.TestAnchors.REFUSED) {
      refused++;
      return false;
    }
    boolean listSigner = !view.authority() && view.purposes().contains(SignerProfile.LIST_SIGNING);
    if (listSigner || anchors.size() == MAX_ANCHORS) {
      remarks.add(
          new Remark("trust-entry-skipped", source + ": a certificate that signs no documents"));
      return false;
    }
    anchors.putIfAbsent(view.der(), new StoredCertificate(view, List.of(Provenance.given(source))));
    return true;
  }

  private static boolean signsNoCertificates(CertificateView view) {
    return !view.authority()
        && view.keyUsage().map(usage -> !usage.hasUsages(KeyUsage.keyCertSign)).orElse(false);
  }

  private static CmsFile cms(TrustFiles.Item item) throws MalformedInputException {
    try {
      CmsFile file = CmsFile.of(item.der());
      if (file.contentType().equals(MasterList.CONTENT_TYPE)) {
        return file;
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedInputException(item.source(), "CMS", "is not SignedData");
    }
    throw new MalformedInputException(item.source(), "content type", "not a master list");
  }

  private static CertificateView view(TrustFiles.Item item) throws MalformedInputException {
    try {
      return CertificateView.of(item.der());
    } catch (IllegalArgumentException e) {
      throw new MalformedInputException(item.source(), "certificate", "not in the form of X.509");
    }
  }
}
