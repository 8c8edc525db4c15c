package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import io.cardproof.document.FileId;

/**
 * One thing in a file that the standard wants otherwise.
 *
 * @param file where it is
 * @param reason what kind of defect it is
 * @param place where in the file, such as {@code byte 117}; never its content
 */
public record ContentDefect(FileId file, Reason reason, String place) {
  /** The same for a report in which it decides nothing. */
  public Remark remark() {
    String kind = reason.id().replace('-', ' ');
    return new Remark(reason.id(), file.label() + ", " + place + ": " + kind);
  }
}
