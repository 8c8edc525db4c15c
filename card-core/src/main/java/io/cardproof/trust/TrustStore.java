package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.nio.file.Path;
import java.util.List;

/** The country signers that the operator trusts. Immutable, shared by threads. */
public final class TrustStore {
  private TrustStore() {}

  /**
   * Trust from certificates (PEM, DER, PKCS#7), master lists, revocation lists, and directories of
   * these.
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
    return 0;
  }

  /** What was odd about the sources, such as entries that were left out. */
  public List<Remark> remarks() {
    return List.of();
  }

  /** Collects sources. */
  @SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
  public static final class Builder {
    private Builder() {}

    /** A file, or a directory whose files are taken in the order of their names. */
    public Builder add(Path source) throws MalformedInputException {
      throw new UnsupportedOperationException();
    }

    /** One certificate that the operator trusts. */
    public Builder addCertificate(Bytes der, String source) throws MalformedInputException {
      throw new UnsupportedOperationException();
    }

    /** A signed master list, ICAO 9303-12 §9. */
    public Builder addMasterList(Bytes cms, String source) throws MalformedInputException {
      throw new UnsupportedOperationException();
    }

    /** A root that may certify signers of master lists; it is not an anchor for documents. */
    public Builder pin(Bytes rootDer) throws MalformedInputException {
      throw new UnsupportedOperationException();
    }

    /** A revocation list. */
    public Builder addCrl(Bytes der, String source) throws MalformedInputException {
      throw new UnsupportedOperationException();
    }

    /** Takes certificates that are marked as being for tests only. */
    public Builder allowTestAnchors() {
      throw new UnsupportedOperationException();
    }

    /** The store. */
    public TrustStore build() throws MalformedInputException {
      throw new UnsupportedOperationException();
    }
  }
}
