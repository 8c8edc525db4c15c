package io.cardproof.error;

/**
 * No service, reader or card, or the card went away: present it again. Nothing is known about the
 * document.
 */
public final class CardUnavailableException extends InspectionException {
  private static final long serialVersionUID = 1L;

  /** Says in {@code message} what the person at the reader does next. */
  public CardUnavailableException(ErrorCode code, Step step, String message) {
    super(code, step, message);
  }
}
