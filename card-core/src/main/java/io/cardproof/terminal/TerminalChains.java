package io.cardproof.terminal;

import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.terminal.HolderAuthorisation.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the rows of certificates that a chip may accept in a heap of them, TR-03110-3 §C.2: links
 * from an old key of the country's authority to a new one, a document verifier, the terminal.
 */
public final class TerminalChains {
  private static final int LONGEST_ROW = 12;
  private static final int MOST_STEPS = 512;

  private final List<CvCertificate> heap;
  private final TerminalKey key;
  private final List<TerminalChain> found = new ArrayList<>();
  private final List<String> otherTerminals = new ArrayList<>();
  private Optional<CvCertificate> invalid = Optional.empty();
  private int steps;

  private TerminalChains(TerminalCredentials credentials) {
    this.heap = credentials.certificates().stream().distinct().toList();
    this.key = credentials.key();
  }

  /**
   * The rows to try, the most promising first: valid today before expired, then in the order of the
   * authorities, then more rights before fewer and fewer certificates before more.
   *
   * @param authorities the references that the chip names, the current one first
   * @param today the terminal's day; a chip has its own, which runs behind
   * @throws ChainException if there is none; it says why
   */
  public static List<TerminalChain> find(
      TerminalCredentials credentials, List<String> authorities, LocalDate today)
      throws ChainException {
    TerminalChains chains = new TerminalChains(credentials);
    for (String authority : authorities) {
      chains.extend(authority, ChainStep.from(authority, chains.heap));
    }
    if (chains.found.isEmpty()) {
      throw chains.reason(authorities);
    }
    return chains.found.stream()
        .sorted(
            Comparator.comparing((TerminalChain chain) -> chain.expiredOn(today))
                .thenComparing(chain -> authorities.indexOf(chain.authority()))
                .thenComparing(chain -> -chain.rights().size())
                .thenComparing(chain -> chain.certificates().size()))
        .toList();
  }

  private void extend(String authority, ChainStep step) {
    for (CvCertificate next : heap) {
      if (step.leadsTo(next) && step.row().size() < LONGEST_ROW && ++steps <= MOST_STEPS) {
        through(step, next).ifPresent(further -> proceed(authority, further));
      }
    }
  }

  private Optional<ChainStep> through(ChainStep step, CvCertificate next) {
    try {
      return Optional.of(step.through(next));
    } catch (SignatureCheckException e) {
      invalid = Optional.of(next);
      return Optional.empty();
    }
  }

  private void proceed(String authority, ChainStep step) {
    if (step.role() != Role.TERMINAL) {
      extend(authority, step);
      return;
    }
    ChainStep.KnownKey terminal = step.keys().get(0);
    if (key.fits(terminal.publicKey())) {
      found.add(
          new TerminalChain(
              authority, step.row(), terminal.granted().rights(), terminal.publicKey()));
    } else {
      otherTerminals.add(step.reference());
    }
  }

  private ChainException reason(List<String> authorities) {
    if (invalid.isPresent()) {
      return ChainException.invalid(invalid.get());
    }
    return otherTerminals.isEmpty()
        ? ChainException.missing(authorities, heap)
        : ChainException.otherKey(otherTerminals);
  }
}
