package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The country signers that the operator trusts. Immutable, shared by threads. It keeps certificates
 * as bytes: no public key is made before a signature needs it.
 */
public final class TrustStore {
  private static final int HASH_BYTES = 32;

  private final TrustContents contents;
  private final TrustIndex index;

  TrustStore(TrustContents contents) {
    this.contents = contents;
    this.index = new TrustIndex(contents);
  }

  /**
   * Trust from certificates (PEM, DER, PKCS#7), master lists, revocation lists, snapshots, and
   * directories of these. Certificates that were given by themselves are also the roots that the
   * signers of master lists are held against.
   *
   * @throws MalformedInputException if a source cannot be read, or a list's signature is wrong
   */
  public static TrustStore load(Path... sources) throws MalformedInputException {
    Builder builder = builder();
    for (Path source : sources) {
      builder.add(source);
    }
    return builder.build();
  }

  /** A store that is filled step by step. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many certificates are trusted. */
  public int size() {
    return contents.anchors().size();
  }

  /** The trusted country signers. */
  public List<StoredCertificate> anchors() {
    return contents.anchors();
  }

  /** Certificates by which one country signer's key vouches for another's. */
  public List<StoredCertificate> links() {
    return contents.links();
  }

  /** Document signers that are looked up; not trusted by themselves. */
  public List<StoredCertificate> signers() {
    return contents.signers();
  }

  /** What states say of documents that they issued with faults. */
  public List<DeviationList> deviationLists() {
    return contents.deviationLists();
  }

  /** The revocation lists and how fresh they are; their signatures are verified when they count. */
  public List<RevocationSource> revocationLists() {
    return contents.revocationLists().stream().map(RevocationList::source).toList();
  }

  /** SHA-256 of the certificates, or public keys, that are distrusted. */
  public Set<Bytes> distrusted() {
    return contents.distrusted();
  }

  /** What became of every entry of every source, in the order of loading. */
  public List<SourceRecord> sources() {
    return contents.sources();
  }

  /** What was odd about the sources, such as entries that were left out. */
  public List<Remark> remarks() {
    return contents.remarks();
  }

  /**
   * Writes the store as one file that {@link #load} opens fast, here and on other machines. The
   * same contents make the same file.
   *
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path written = Files.createTempFile(absolute.getParent(), "cardproof-", ".snapshot");
    try {
      Files.write(written, TrustSnapshot.encode(contents).toByteArray());
      Files.move(written, absolute, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** The same store without what the source of this name alone brought. */
  public TrustStore withoutSource(String source) {
    return new TrustStore(contents.withoutSource(source));
  }

  /** The same store without the certificate of this SHA-256. */
  public TrustStore withoutCertificate(Bytes sha256) {
    return new TrustStore(contents.withoutCertificate(sha256));
  }

  /** SHA-256 of the file that {@link #save} writes: it names the contents. */
  public Bytes sha256() {
    return TrustSnapshot.encode(contents).sha256();
  }

  TrustContents contents() {
    return contents;
  }

  TrustIndex index() {
    return index;
  }

  /** Collects sources; the order does not matter. */
  public static final class Builder {
    private final TrustSources sources = new TrustSources();
    private final List<CertificateView> roots = new ArrayList<>();
    private SignatureAlgorithms algorithms = new SignatureAlgorithms();
    private TestAnchors testAnchors = TestAnchors.REFUSED;
    private UnsignedLists unsignedLists = UnsignedLists.REFUSED;
    private Optional<Instant> importedAt = Optional.empty();

    private Builder() {}

    /**
     * A file, or a directory whose files are taken in the order of their names: PEM, DER, PKCS#7,
     * master, revocation and deviation lists, LDIF of the ICAO PKD, snapshots, and lists of
     * distrusted hashes (a name that ends in {@code .distrusted}).
     *
     * <p>A certificate that names another issuer, or another key of its own issuer, is a link: it
     * leads to an anchor and is none. Document signers are kept to be looked up.
     *
     * @throws MalformedInputException if the file cannot be read; of a directory or a file with
     *     several entries what cannot be read is left out, and {@link #sources()} says so
     */
    public Builder add(Path source) throws MalformedInputException {
      sources.add(source);
      return this;
    }

    /** All that another store holds. */
    public Builder add(TrustStore store) {
      sources.snapshots.add(store.contents());
      return this;
    }

    /** One certificate that the operator trusts. */
    public Builder addCertificate(Bytes der, String source) {
      sources.add(sources.certificates, der, source, SourceRecord.Kind.CERTIFICATE);
      return this;
    }

    /** A signed master list, ICAO 9303-12 §9. */
    public Builder addMasterList(Bytes cms, String source) {
      sources.add(sources.masterLists, cms, source, SourceRecord.Kind.MASTER_LIST);
      return this;
    }

    /**
     * A root that may certify signers of master lists; it is not an anchor for documents.
     *
     * @throws MalformedInputException if it is not a certificate
     */
    public Builder pin(Bytes rootDer) throws MalformedInputException {
      try {
        roots.add(CertificateView.of(rootDer));
      } catch (IllegalArgumentException e) {
        throw new MalformedInputException("pinned root", "byte 0", "not an X.509 certificate");
      }
      return this;
    }

    /** A revocation list. */
    public Builder addCrl(Bytes der, String source) {
      sources.add(sources.revocationLists, der, source, SourceRecord.Kind.REVOCATION_LIST);
      return this;
    }

    /** A deviation list, ICAO 9303-12 §10. */
    public Builder addDeviationList(Bytes cms, String source) {
      sources.add(sources.deviationLists, cms, source, SourceRecord.Kind.DEVIATION_LIST);
      return this;
    }

    /**
     * Distrusts a certificate and its key, whoever vouches for it.
     *
     * @param sha256 of the certificate, or of its SubjectPublicKeyInfo
     */
    public Builder distrust(Bytes sha256) {
      if (sha256.length() != HASH_BYTES) {
        throw new IllegalArgumentException("a SHA-256 has 32 bytes");
      }
      sources.distrusted.add(sha256);
      return this;
    }

    /** Takes master lists that nobody signed; their certificates count as unpinned. */
    public Builder allowUnsignedLists() {
      unsignedLists = UnsignedLists.ALLOWED;
      return this;
    }

    /** Notes when the sources are added. */
    public Builder importedAt(Instant now) {
      importedAt = Optional.of(now);
      return this;
    }

    /** Takes certificates that are marked as being for tests only; reports will say so. */
    public Builder allowTestAnchors() {
      testAnchors = TestAnchors.ALLOWED;
      return this;
    }

    /** What verifies the signatures of master lists. */
    public Builder algorithms(SignatureAlgorithms chosen) {
      algorithms = chosen;
      return this;
    }

    /**
     * The store.
     *
     * @throws MalformedInputException if a certificate or a revocation list that was given by
     *     itself cannot be read, or a master list's signature is wrong
     */
    public TrustStore build() throws MalformedInputException {
      sources.ledgers.forEach(ledger -> ledger.begin(importedAt));
      TrustAssembly assembly = new TrustAssembly(algorithms, testAnchors, sources.remarks, roots);
      sources.snapshots.forEach(assembly::snapshot);
      assembly.distrust(sources.distrusted);
      certificates(assembly);
      lists(assembly);
      return assembly.store(sources.ledgers);
    }

    private void certificates(TrustAssembly assembly) throws MalformedInputException {
      for (TrustItem certificate : sources.certificates) {
        assembly.certificate(certificate);
      }
      for (TrustItem certificate : sources.ofDirectories) {
        assembly.ofDirectory(certificate);
      }
      for (TrustItem signer : sources.signers) {
        assembly.signer(signer);
      }
    }

    private void lists(TrustAssembly assembly) throws MalformedInputException {
      for (TrustItem list : sources.masterLists) {
        assembly.masterList(list);
      }
      for (TrustItem list : sources.unsignedLists) {
        unsigned(assembly, list);
      }
      for (TrustItem list : sources.revocationLists) {
        assembly.revocationList(list);
      }
      for (TrustItem list : sources.deviationLists) {
        assembly.deviationList(list);
      }
    }

    private void unsigned(TrustAssembly assembly, TrustItem list) throws MalformedInputException {
      if (unsignedLists == UnsignedLists.ALLOWED) {
        assembly.unsignedList(list);
      } else {
        list.refuse(
            new MalformedInputException(
                list.source(), "whole file", "a master list without a signature"),
            RefusedEntry.Cause.LIST_UNSIGNED);
      }
    }
  }

  /** Whether certificates for tests are taken. */
  enum TestAnchors {
    REFUSED,
    ALLOWED
  }

  /** Whether master lists that nobody signed are taken. */
  private enum UnsignedLists {
    REFUSED,
    ALLOWED
  }
}
