package io.cardproof;

import io.cardproof.chip.CancelSignal;
import io.cardproof.chip.ProgressListener;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Expectation;
import java.util.Optional;

/**
 * What one inspection is told beyond its card and key. Immutable: each method returns a changed
 * copy.
 */
public final class InspectionOptions {
  private final Expectation expectation;
  private final ProgressListener progress;
  private final CancelSignal cancel;
  private final Optional<TerminalCredentials> terminal;

  private InspectionOptions(
      Expectation expectation,
      ProgressListener progress,
      CancelSignal cancel,
      Optional<TerminalCredentials> terminal) {
    this.expectation = expectation;
    this.progress = progress;
    this.cancel = cancel;
    this.terminal = terminal;
  }

  /** Expects a genuine document, tells nobody, never stops. */
  public static InspectionOptions defaults() {
    return new InspectionOptions(
        Expectation.none(), ProgressListener.none(), CancelSignal.never(), Optional.empty());
  }

  /** What is expected; its challenge, if it has one, is what the chip is asked to sign. */
  public InspectionOptions expecting(Expectation value) {
    return new InspectionOptions(value, progress, cancel, terminal);
  }

  /**
   * The challenge that the chip is asked to sign, and nothing else expected.
   *
   * @param challenge eight bytes that the caller chose and uses once
   */
  public InspectionOptions challenge(Bytes challenge) {
    return expecting(Expectation.challenge(challenge));
  }

  /** Who is told how far it is. */
  public InspectionOptions progress(ProgressListener listener) {
    return new InspectionOptions(expectation, listener, cancel, terminal);
  }

  /** What is asked between commands whether to stop. */
  public InspectionOptions cancel(CancelSignal signal) {
    return new InspectionOptions(expectation, progress, signal, terminal);
  }

  /**
   * What opens fingers and irises by Terminal Authentication; without it they are not asked for.
   * The key stays the caller's to close.
   */
  public InspectionOptions terminal(TerminalCredentials credentials) {
    return new InspectionOptions(expectation, progress, cancel, Optional.of(credentials));
  }

  Expectation expectation() {
    return expectation;
  }

  ProgressListener progress() {
    return progress;
  }

  CancelSignal cancel() {
    return cancel;
  }

  Optional<TerminalCredentials> terminal() {
    return terminal;
  }
}
