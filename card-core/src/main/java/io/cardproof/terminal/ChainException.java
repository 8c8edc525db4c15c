package io.cardproof.terminal;

import java.util.List;

/**
 * No certificates that could be sent lead from an authority of the chip to the terminal. The
 * message names what is missing; references are public and not personal.
 */
public final class ChainException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMED = 8;

  /** Why there is none. */
  public enum Kind {
    /** A certificate of the row is not there: get it from the document verifier. */
    CERTIFICATE_MISSING,
    /** The rows end in certificates of other keys than the terminal's: take the right key. */
    KEY_MISMATCH,
    /** A certificate of the row was not signed by its issuer: get it anew. */
    CERTIFICATE_INVALID
  }

  private final Kind kind;

  private ChainException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  static ChainException missing(List<String> wanted, List<CvCertificate> heap) {
    List<String> offered =
        heap.stream()
            .map(certificate -> certificate.holder() + " by " + certificate.authority())
            .toList();
    return new ChainException(
        Kind.CERTIFICATE_MISSING,
        "the card wants certificates that begin with one by "
            + named(wanted)
            + " and end with the terminal's; there are "
            + (offered.isEmpty() ? "none" : named(offered)));
  }

  static ChainException otherKey(List<String> terminals) {
    return new ChainException(
        Kind.KEY_MISMATCH, "the terminal's key is not that of " + named(terminals));
  }

  static ChainException invalid(CvCertificate certificate) {
    return new ChainException(
        Kind.CERTIFICATE_INVALID,
        "the certificate of "
            + named(List.of(certificate.holder()))
            + " was not signed by "
            + named(List.of(certificate.authority())));
  }

  /** Why there is none. */
  public Kind kind() {
    return kind;
  }

  private static String named(List<String> references) {
    List<String> shown =
        references.stream().distinct().limit(MOST_NAMED).map(ChainException::printable).toList();
    return String.join(", ", shown) + (references.size() > MOST_NAMED ? ", …" : "");
  }

  // References come from a chip and from files: nothing of them may steer a terminal.
  private static String printable(String reference) {
    return reference.replaceAll("[^\\x20-\\x7E]", "?");
  }
}
