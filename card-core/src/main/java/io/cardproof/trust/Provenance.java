package io.cardproof.trust;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One source of a certificate.
 *
 * @param source the name of the file or list
 * @param pinning who vouches for the source
 * @param signed when the source says that it was signed
 * @param imported when the operator added it, if anybody noted that
 */
public record Provenance(
    String source, Pinning pinning, Optional<Instant> signed, Optional<Instant> imported) {
  /** Who vouches for a source. */
  public enum Pinning {
    /** The operator gave the certificate by itself. */
    GIVEN,
    /** A signed list whose signer a root of the operator's certifies. */
    PINNED,
    /** A list whose signer nobody that the operator named certifies. */
    UNPINNED;

    /** The stable name for programs. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A certificate that the operator gave by itself. */
  public static Provenance given(String source) {
    return new Provenance(source, Pinning.GIVEN, Optional.empty(), Optional.empty());
  }
}
