package io.cardproof.trust;

import io.cardproof.check.Reason;
import io.cardproof.crypto.Digests;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.VerificationKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Until when an algorithm or a size of key is believed, judged for the time of signing: documents
 * live ten years and more, and an old signature stays as good as it was. What no row names is
 * believed for good. The ground of the usual table, ICAO 9303-12 §4.4 and BSI TR-03116-2, is told
 * in {@code docs/trust.md}.
 *
 * @param rows what ends, and when
 */
public record AlgorithmTable(List<Row> rows) {
  private static final Instant NEVER = Instant.EPOCH;
  private static final Instant MODERN = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant DSA_WITHDRAWN = Instant.parse("2024-02-03T00:00:00Z");
  private static final Instant END_OF_112_BITS = Instant.parse("2031-01-01T00:00:00Z");

  /** What is believed where nobody says otherwise. */
  public static final AlgorithmTable USUAL =
      new AlgorithmTable(
          List.of(
              new Row(new Subject.Digest("SHA-1"), MODERN),
              new Row(new Subject.Digest("SHA-224"), END_OF_112_BITS),
              new Row(new Subject.Digest("SHA3-224"), END_OF_112_BITS),
              new Row(new Subject.Family(SignatureScheme.Family.DSA), DSA_WITHDRAWN),
              new Row(new Subject.Modulus(1024), NEVER),
              new Row(new Subject.Modulus(2048), MODERN),
              new Row(new Subject.Curve(192), NEVER),
              new Row(new Subject.Curve(224), MODERN)));

  /** Copies the list. */
  public AlgorithmTable {
    rows = List.copyOf(rows);
  }

  /** What is not believed when it signed at {@code until} or later. */
  public record Row(Subject subject, Instant until) {
    /** The stable name for programs, such as {@code sha-1-until=2020-01-01}. */
    public String id() {
      return subject.id() + "-until=" + until.atZone(ZoneOffset.UTC).toLocalDate();
    }
  }

  /** What a row is about. */
  public sealed interface Subject {
    /** The stable name for programs. */
    String id();

    /** A digest, by its usual name, such as {@code SHA-224}. */
    record Digest(String name) implements Subject {
      @Override
      public String id() {
        return name.toLowerCase(Locale.ROOT);
      }
    }

    /** All signatures of one mathematics. */
    record Family(SignatureScheme.Family family) implements Subject {
      @Override
      public String id() {
        return family.name().toLowerCase(Locale.ROOT).replace('_', '-');
      }
    }

    /** Keys of RSA and DSA whose modulus has fewer bits. */
    record Modulus(int bits) implements Subject {
      @Override
      public String id() {
        return "modulus-below-" + bits;
      }
    }

    /** Keys on curves over fields of fewer bits. */
    record Curve(int bits) implements Subject {
      @Override
      public String id() {
        return "curve-below-" + bits;
      }
    }
  }

  /** This table and more rows; it can only become stricter. */
  public AlgorithmTable and(Row... more) {
    List<Row> all = new ArrayList<>(rows);
    List.of(more).stream().filter(row -> !all.contains(row)).forEach(all::add);
    return new AlgorithmTable(all);
  }

  /** The names of the rows that {@link #USUAL} does not have, each after a comma. */
  public String difference() {
    return rows.stream()
        .filter(row -> !USUAL.rows.contains(row))
        .map(row -> "," + row.id())
        .collect(Collectors.joining());
  }

  /**
   * Checks a signature that was made at {@code signedAt}.
   *
   * @throws PathException if its digest, its mathematics or its key was too weak then
   */
  public void check(SignatureScheme scheme, VerificationKey key, Instant signedAt)
      throws PathException {
    try {
      for (Row row : rows) {
        if (!signedAt.isBefore(row.until()) && isAbout(row.subject(), scheme, key)) {
          throw new PathException(Reason.ALGORITHM_TOO_WEAK);
        }
      }
    } catch (SignatureCheckException e) {
      throw new PathException(SignedContent.reason(e));
    }
  }

  /**
   * Checks the digest of a hash list that was signed at {@code signedAt}.
   *
   * @throws PathException if it was too weak then, or nobody knows it
   */
  public void checkDigest(String oid, Instant signedAt) throws PathException {
    try {
      Subject digest = new Subject.Digest(Digests.name(oid));
      for (Row row : rows) {
        if (!signedAt.isBefore(row.until()) && row.subject().equals(digest)) {
          throw new PathException(Reason.ALGORITHM_TOO_WEAK);
        }
      }
    } catch (SignatureCheckException e) {
      throw new PathException(SignedContent.reason(e));
    }
  }

  private static boolean isAbout(Subject subject, SignatureScheme scheme, VerificationKey key)
      throws SignatureCheckException {
    if (subject instanceof Subject.Digest digest) {
      return digest.name().equals(scheme.digest());
    }
    if (subject instanceof Subject.Family family) {
      return family.family() == scheme.family();
    }
    if (subject instanceof Subject.Modulus modulus) {
      // Moduli of 2047 bits exist where a prime's top bit was not set.
      return !key.elliptic() && key.bits() < modulus.bits() - 1;
    }
    return subject instanceof Subject.Curve curve
        && key.elliptic()
        && key.bits() < curve.bits() - 1;
  }
}
