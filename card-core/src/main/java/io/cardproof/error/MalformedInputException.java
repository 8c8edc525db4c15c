package io.cardproof.error;

/** A QR text, MRZ, evidence, trace or trust file that cannot be read: mend the input. */
public final class MalformedInputException extends InspectionException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final String place;
  private final String problem;

  /**
   * @param source what was read, such as a file's name; never its content
   * @param place where in it, such as {@code "line 2, document number"} or {@code "byte 117"}
   * @param problem what is wrong there
   */
  public MalformedInputException(String source, String place, String problem) {
    super(ErrorCode.MALFORMED_INPUT, Step.INPUT, source + ", " + place + ": " + problem);
    this.source = source;
    this.place = place;
    this.problem = problem;
  }

  /** What was read. */
  public String source() {
    return source;
  }

  /** Where in it. */
  public String place() {
    return place;
  }

  /** What is wrong there. */
  public String problem() {
    return problem;
  }
}
