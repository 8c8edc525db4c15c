package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The country signers that the operator trusts. Immutable, shared by threads. It keeps certificates
 * as bytes: no public key is made before a signature needs it.
 */
public final class TrustStore {
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
    private final List<TrustFiles.Item> certificates = new ArrayList<>();
    private final List<TrustFiles.Item> masterLists = new ArrayList<>();
    private final List<TrustFiles.Item> revocationLists = new ArrayList<>();
    private final List<TrustContents> snapshots = new ArrayList<>();
    private final List<CertificateView> roots = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private SignatureAlgorithms algorithms = new SignatureAlgorithms();
    private TestAnchors testAnchors = TestAnchors.REFUSED;

    private Builder() {}

    /** A file, or a directory whose files are taken in the order of their names. */
    public Builder add(Path source) throws MalformedInputException {
      if (!Files.isDirectory(source)) {
        if (!addFile(source)) {
          throw new MalformedInputException(
              TrustFiles.name(source), "byte 0", "neither DER nor PEM");
        }
        return this;
      }
      for (Path file : TrustFiles.in(source)) {
        if (!addFile(file)) {
          remarks.add(
              new Remark("trust-file-skipped", TrustFiles.name(file) + ": neither DER nor PEM"));
        }
      }
      return this;
    }

    /** All that another store holds. */
    public Builder add(TrustStore store) {
      snapshots.add(store.contents());
      return this;
    }

    /** One certificate that the operator trusts. */
    public Builder addCertificate(Bytes der, String source) {
      certificates.add(new TrustFiles.Item(der, source));
      return this;
    }

    /** A signed master list, ICAO 9303-12 §9. */
    public Builder addMasterList(Bytes cms, String source) {
      masterLists.add(new TrustFiles.Item(cms, source));
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
      revocationLists.add(new TrustFiles.Item(der, source));
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
      TrustAssembly assembly = new TrustAssembly(algorithms, testAnchors, remarks);
      snapshots.forEach(assembly::snapshot);
      for (TrustFiles.Item certificate : certificates) {
        assembly.certificate(certificate);
      }
      for (TrustFiles.Item list : masterLists) {
        assembly.masterList(list, roots);
      }
      for (TrustFiles.Item list : revocationLists) {
        assembly.revocationList(list);
      }
      return assembly.store();
    }

    private boolean addFile(Path file) throws MalformedInputException {
      Bytes content = TrustFiles.read(file);
      if (TrustSnapshot.recognises(content)) {
        snapshots.add(TrustSnapshot.decode(content, TrustFiles.name(file)));
        return true;
      }
      List<TrustFiles.Item> items = TrustFiles.items(content, TrustFiles.name(file));
      for (TrustFiles.Item item : items) {
        addItem(item);
      }
      return !items.isEmpty();
    }

    private void addItem(TrustFiles.Item item) throws MalformedInputException {
      switch (TrustKind.of(item.der())) {
        case CERTIFICATE -> certificates.add(item);
        case REVOCATION_LIST -> revocationLists.add(item);
        case MASTER_LIST -> masterLists.add(item);
        case CERTIFICATE_BAG -> {
          for (Bytes certificate : CmsFile.of(item.der()).certificates()) {
            certificates.add(new TrustFiles.Item(certificate, item.source()));
          }
        }
        case UNSIGNED_LIST ->
            throw new MalformedInputException(
                item.source(), "whole file", "a master list without a signature");
        case UNKNOWN ->
            throw new MalformedInputException(
                item.source(), "byte 0", "not a certificate, master list or revocation list");
      }
    }
  }

  /** Whether certificates for tests are taken. */
  enum TestAnchors {
    REFUSED,
    ALLOWED
  }
}
