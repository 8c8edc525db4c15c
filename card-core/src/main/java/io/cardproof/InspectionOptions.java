package io.cardproof;

import io.cardproof.chip.CancelSignal;
import io.cardproof.chip.Extent;
import io.cardproof.chip.ProgressListener;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.terminal.TerminalKey;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Expectation;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one inspection is told beyond its card and key. Immutable: each method returns a changed
 * copy.
 */
public final class InspectionOptions {
  private final Expectation expectation;
  private final ProgressListener progress;
  private final CancelSignal cancel;
  private final Optional<TerminalCredentials> terminal;
  private final Extent extent;

  private InspectionOptions(
      Expectation expectation,
      ProgressListener progress,
      CancelSignal cancel,
      Optional<TerminalCredentials> terminal,
      Extent extent) {
    this.expectation = expectation;
    this.progress = progress;
    this.cancel = cancel;
    this.terminal = terminal;
    this.extent = extent;
  }

  /** Expects a genuine document, tells nobody, never stops. */
  public static InspectionOptions defaults() {
    return new InspectionOptions(
        Expectation.none(),
        ProgressListener.none(),
        CancelSignal.never(),
        Optional.empty(),
        Extent.NEEDED);
  }

  /** What is expected; its challenge, if it has one, is what the chip is asked to sign. */
  public InspectionOptions expecting(Expectation value) {
    return new InspectionOptions(value, progress, cancel, terminal, extent);
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
    return new InspectionOptions(expectation, listener, cancel, terminal, extent);
  }

  /** What is asked between commands whether to stop. */
  public InspectionOptions cancel(CancelSignal signal) {
    return new InspectionOptions(expectation, progress, signal, terminal, extent);
  }

  /**
   * What opens fingers and irises by Terminal Authentication; without it they are not asked for.
   * The key stays the caller's to close.
   */
  public InspectionOptions terminal(TerminalCredentials credentials) {
    return new InspectionOptions(expectation, progress, cancel, Optional.of(credentials), extent);
  }

  /**
   * Also reads EF.ATR/INFO, EF.DIR and EF.COM, which nobody signed, into the evidence: {@link
   * io.cardproof.document.CardInformation} and {@link io.cardproof.document.CardApplications} say
   * what is in them.
   */
  public InspectionOptions allFiles() {
    return new InspectionOptions(expectation, progress, cancel, terminal, Extent.ALL_FILES);
  }

  /** The same with the terminal's key behind something, if there is one. */
  InspectionOptions terminalKey(UnaryOperator<TerminalKey> around) {
    return terminal
        .map(own -> terminal(new TerminalCredentials(own.certificates(), around.apply(own.key()))))
        .orElse(this);
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

  Extent extent() {
    return extent;
  }

  Optional<TerminalCredentials> terminal() {
    return terminal;
  }
}
