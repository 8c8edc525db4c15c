package io.cardproof.trust;

import io.cardproof.check.Reason;
import io.cardproof.crypto.Digests;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.crypto.VerificationKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Until when an algorithm or a size of key is believed, judged for the time of signing: documents
 * live ten years and more, and an old signature stays as good as it was. What no row names is
 * believed for good. The ground of the usual table, ICAO 9303-12 §4.1.6 and BSI TR-03116-2, is told
 * in {@code docs/trust.md}.
 *
 * @param rows what ends, and when
 */
public record AlgorithmTable(List<Row> rows) {
  private static final LocalDate NEVER = LocalDate.EPOCH;
  private static final LocalDate MODERN = LocalDate.of(2020, 1, 1);
  private static final LocalDate DSA_WITHDRAWN = LocalDate.of(2024, 2, 3);
  private static final LocalDate END_OF_112_BITS = LocalDate.of(2031, 1, 1);

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

  /** What is not believed when it signed on the day {@code until}, in UTC, or later. */
  public record Row(Subject subject, LocalDate until) {
    private static final Pattern ID = Pattern.compile("([a-z0-9-]{1,32})-until=([0-9-]{10})");

    /**
     * Checks the day.
     *
     * @throws IllegalArgumentException for one whose year has not four digits
     */
    public Row {
      if (until.getYear() < 0 || until.getYear() > 9999) {
        throw new IllegalArgumentException("a year has four digits");
      }
    }

    /** The stable name for programs, such as {@code sha-1-until=2020-01-01}. */
    public String id() {
      return subject.id() + "-until=" + until;
    }

    /** The row of this name; empty if there is none. */
    public static Optional<Row> of(String id) {
      Matcher parts = ID.matcher(id);
      if (!parts.matches()) {
        return Optional.empty();
      }
      try {
        LocalDate until = LocalDate.parse(parts.group(2));
        return Subject.of(parts.group(1)).map(subject -> new Row(subject, until));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }

    private boolean ended(Instant signedAt) {
      return !signedAt.isBefore(until.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }

  /** What a row is about. */
  public sealed interface Subject {
    /** The stable name for programs. */
    String id();

    /** The subject of this name; empty if there is none. */
    static Optional<Subject> of(String id) {
      return Stream.of(Digest.all(), Family.all(), Modulus.of(id), Curve.of(id))
          .flatMap(subjects -> subjects)
          .filter(subject -> subject.id().equals(id))
          .findFirst();
    }

    /** A digest, by its usual name, such as {@code SHA-224}. */
    record Digest(String name) implements Subject {
      /**
       * Checks the name.
       *
       * @throws IllegalArgumentException for one that no document can name: see {@link Digests}
       */
      public Digest {
        if (!Digests.names().contains(name)) {
          throw new IllegalArgumentException("not a digest: " + name);
        }
      }

      private static Stream<Subject> all() {
        return Digests.names().stream().map(Digest::new);
      }

      @Override
      public String id() {
        return name.toLowerCase(Locale.ROOT);
      }
    }

    /** All signatures of one mathematics. */
    record Family(SignatureScheme.Family family) implements Subject {
      private static Stream<Subject> all() {
        return Arrays.stream(SignatureScheme.Family.values()).map(Family::new);
      }

      @Override
      public String id() {
        return family.name().toLowerCase(Locale.ROOT).replace('_', '-');
      }
    }

    /** Keys of RSA and DSA whose modulus has fewer bits. */
    record Modulus(int bits) implements Subject {
      private static final String PREFIX = "modulus-below-";

      /** Checks that it is a size. */
      public Modulus {
        requireSize(bits);
      }

      private static Stream<Subject> of(String id) {
        return number(PREFIX, id).map(Modulus::new);
      }

      @Override
      public String id() {
        return PREFIX + bits;
      }
    }

    /** Keys on curves over fields of fewer bits. */
    record Curve(int bits) implements Subject {
      private static final String PREFIX = "curve-below-";

      /** Checks that it is a size. */
      public Curve {
        requireSize(bits);
      }

      private static Stream<Subject> of(String id) {
        return number(PREFIX, id).map(Curve::new);
      }

      @Override
      public String id() {
        return PREFIX + bits;
      }
    }

    private static void requireSize(int bits) {
      if (bits < 1 || bits > 99_999) {
        throw new IllegalArgumentException("not a size of keys: " + bits);
      }
    }

    private static Stream<Integer> number(String prefix, String id) {
      return id.matches(prefix + "[1-9][0-9]{0,4}")
          ? Stream.of(Integer.valueOf(id.substring(prefix.length())))
          : Stream.empty();
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
    List<String> usual = USUAL.rows.stream().map(Row::id).toList();
    return rows.stream()
        .map(Row::id)
        .filter(id -> !usual.contains(id))
        .map(id -> "," + id)
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
        if (row.ended(signedAt) && isAbout(row.subject(), scheme, key)) {
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
      String name = Digests.name(oid);
      for (Row row : rows) {
        if (row.ended(signedAt) && isDigest(row.subject(), name)) {
          throw new PathException(Reason.ALGORITHM_TOO_WEAK);
        }
      }
    } catch (SignatureCheckException e) {
      throw new PathException(SignedContent.reason(e));
    }
  }

  // A record's own equals is linked when it is first called, and that takes milliseconds.
  private static boolean isDigest(Subject subject, String name) {
    return subject instanceof Subject.Digest digest && digest.name().equals(name);
  }

  private static boolean isAbout(Subject subject, SignatureScheme scheme, VerificationKey key)
      throws SignatureCheckException {
    if (isDigest(subject, scheme.digest())) {
      return true;
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
