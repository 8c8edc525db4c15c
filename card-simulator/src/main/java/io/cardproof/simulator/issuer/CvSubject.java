package io.cardproof.simulator.issuer;

import io.cardproof.simulator.chip.TerminalRight;
import io.cardproof.simulator.chip.TerminalRole;
import java.time.LocalDate;
import java.util.Set;

/**
 * Who a CV certificate is for.
 *
 * @param reference country, mnemonic and sequence number, TR-03110-3 §A.6.1: {@code UTTESTDV00001}
 * @param rights what it may read, or let others read
 * @param effective first day, from 2000 to 2099
 * @param expiration last day, from 2000 to 2099
 */
public record CvSubject(
    String reference,
    TerminalRole role,
    Set<TerminalRight> rights,
    LocalDate effective,
    LocalDate expiration) {
  private static final String REFERENCE = "[A-Z]{2}[\\x20-\\x7E]{0,9}[0-9A-Z]{5}";

  /** Checks the reference. */
  public CvSubject {
    if (!reference.matches(REFERENCE)) {
      throw new IllegalArgumentException(
          "a reference is a country, up to nine characters and five of a sequence number");
    }
    rights = Set.copyOf(rights);
  }

  /** Role and rights in one byte, TR-03110-3 §C.4.1. */
  int authorization() {
    return role.bits() | rights.stream().mapToInt(TerminalRight::bit).sum();
  }
}
