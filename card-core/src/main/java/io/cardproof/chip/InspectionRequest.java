package io.cardproof.chip;

import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.value.Bytes;
import java.util.Optional;

/**
 * What one inspection is asked to do beyond reading.
 *
 * @param challenge eight bytes for Active Authentication
 * @param terminal what opens fingers and irises
 * @param extent how much is read
 * @param progress who is told how far it is
 * @param cancel what is asked between commands whether to stop
 */
public record InspectionRequest(
    Bytes challenge,
    Optional<TerminalCredentials> terminal,
    Extent extent,
    ProgressListener progress,
    CancelSignal cancel) {
  /** A request that tells nobody and never stops. */
  public static InspectionRequest challenge(Bytes challenge) {
    return new InspectionRequest(
        challenge, Optional.empty(), Extent.NEEDED, ProgressListener.none(), CancelSignal.never());
  }

  /** The same request with another signal. */
  public InspectionRequest cancel(CancelSignal signal) {
    return new InspectionRequest(challenge, terminal, extent, progress, signal);
  }

  /** The same request with what opens fingers and irises. */
  public InspectionRequest terminal(TerminalCredentials credentials) {
    return new InspectionRequest(challenge, Optional.of(credentials), extent, progress, cancel);
  }
}
