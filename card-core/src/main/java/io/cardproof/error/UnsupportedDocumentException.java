package io.cardproof.error;

/** Not an eMRTD, or one that needs what nobody here speaks: use another channel. */
public final class UnsupportedDocumentException extends InspectionException {
  private static final long serialVersionUID = 1L;

  /** Says in {@code message} what the document lacks. */
  public UnsupportedDocumentException(Step step, String message) {
    this(ErrorCode.UNSUPPORTED_DOCUMENT, step, message);
  }

  /** A refusal with a code of its own: {@link ErrorCode#REFUSED_BY_POLICY}. */
  public UnsupportedDocumentException(ErrorCode code, Step step, String message) {
    super(code, step, message);
  }
}
