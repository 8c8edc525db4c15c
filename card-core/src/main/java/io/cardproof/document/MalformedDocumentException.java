package io.cardproof.document;

/**
 * A file of a chip that does not parse. Not an error of the inspection: whoever judges turns it
 * into a finding about the document. The text names file and place and never quotes the content.
 */
public final class MalformedDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FileId file;
  private final String place;

  /**
   * @param file the file that does not parse
   * @param place where in it, such as {@code "byte 117"} or {@code "field 3"}
   * @param problem what is wrong there, without content
   */
  public MalformedDocumentException(FileId file, String place, String problem) {
    super(file.label() + ", " + place + ": " + problem);
    this.file = file;
    this.place = place;
  }

  /** The file that does not parse. */
  public FileId file() {
    return file;
  }

  /** Where in it. */
  public String place() {
    return place;
  }
}
