package io.cardproof.error;

/** Not an eMRTD, or one that needs what nobody here speaks: use another channel. */
public final class UnsupportedDocumentException extends InspectionException {
  private static final long serialVersionUID = 1L;

  /** Says in {@code message} what the document lacks. */
  public UnsupportedDocumentException(Step step, String message) {
    super(ErrorCode.UNSUPPORTED_DOCUMENT, step, message);
  }
}
