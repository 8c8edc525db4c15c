package io.cardproof.evidence;

import io.cardproof.terminal.TerminalRight;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How Terminal Authentication went, TR-03110-1 §3.5. It says what the terminal was allowed to read,
 * and nothing about whether the document is genuine.
 *
 * @param authorities the certification authority references of EF.CVCA, the current one first
 * @param authority the reference from which the certificates that were sent begin, if any was
 * @param holderReferences whose certificates were sent, in order
 * @param rights what these certificates together allow
 * @param outcome how far it went
 * @param statusWord the chip's last answer to a command of this step, or 0 if it was asked nothing
 * @param detail more for people, such as which certificate is missing; empty if there is no more
 */
public record TerminalRecord(
    List<String> authorities,
    Optional<String> authority,
    List<String> holderReferences,
    Set<TerminalRight> rights,
    Outcome outcome,
    int statusWord,
    String detail) {
  /** Copies the collections. */
  public TerminalRecord {
    authorities = List.copyOf(authorities);
    holderReferences = List.copyOf(holderReferences);
    rights = Set.copyOf(rights);
  }

  /** How far Terminal Authentication went. Append only. */
  public enum Outcome {
    /** The document has nothing that it would open. */
    NOT_NEEDED,
    /** The chip accepted the terminal. */
    PASSED,
    /** There was no Chip Authentication, without which it cannot begin. */
    CHIP_AUTHENTICATION_NEEDED,
    /** EF.CVCA was not read, or names no authority. */
    AUTHORITY_UNKNOWN,
    /** No certificates lead from an authority of the chip to the terminal. */
    CERTIFICATE_MISSING,
    /** The terminal's key belongs to none of its certificates. */
    KEY_MISMATCH,
    /** A certificate was not signed by its issuer; it was not sent. */
    CERTIFICATE_INVALID,
    /** The chip does not know the authority that its EF.CVCA names. */
    AUTHORITY_REFUSED,
    /** The chip refused a certificate that is past its date. */
    CERTIFICATE_EXPIRED,
    /** The chip refused a certificate. */
    CERTIFICATE_REFUSED,
    /** The chip gave no challenge, or one of a wrong length. */
    CHALLENGE_INVALID,
    /** The terminal's key did not sign. */
    KEY_UNUSABLE,
    /** The chip refused the terminal: the name of its key, or its signature. */
    TERMINAL_REFUSED,
    /** EF.CVCA is not under both of the names that DG14 gives it. */
    AUTHORITY_MISPLACED;

    /** The stable name for programs, in kebab case. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether the chip accepted the terminal. */
  public boolean passed() {
    return outcome == Outcome.PASSED;
  }

  /** What the terminal may read: the rights of its certificates, once the chip accepted it. */
  public Set<TerminalRight> effectiveRights() {
    return passed() ? rights : EnumSet.noneOf(TerminalRight.class);
  }
}
