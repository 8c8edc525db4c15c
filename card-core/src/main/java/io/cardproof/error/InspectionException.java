package io.cardproof.error;

/**
 * Why an inspection has no report. Each kind is named after what the caller does next. No text of
 * it holds a key, personal data or bytes of an APDU.
 */
public abstract sealed class InspectionException extends Exception
    permits AccessDeniedException,
        CardUnavailableException,
        MalformedInputException,
        ProtocolException,
        UnsupportedDocumentException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final Step step;

  InspectionException(ErrorCode code, Step step, String message) {
    super(message);
    this.code = code;
    this.step = step;
  }

  /** The stable name of what went wrong. */
  public final ErrorCode code() {
    return code;
  }

  /** Where it went wrong. */
  public final Step step() {
    return step;
  }
}
