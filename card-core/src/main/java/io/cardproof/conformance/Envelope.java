package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Tlv;
import io.cardproof.value.Bytes;

/** The data object that a file consists of, ICAO 9303-10 §4.6.1: its tag and its length. */
final class Envelope {
  private Envelope() {}

  static void check(FileId file, Bytes content, Defects defects) {
    try {
      Tlv outermost = Tlv.outermost(file, content);
      if (outermost.tag() != file.tag()) {
        defects.at(0, Reason.FILE_TAG_WRONG);
      }
      if (outermost.isCutOff() || !holdsWholeObjects(outermost)) {
        defects.at(0, Reason.FILE_LENGTH_WRONG);
      }
    } catch (MalformedDocumentException e) {
      defects.in(e.place(), Reason.FILE_MALFORMED);
    }
  }

  private static boolean holdsWholeObjects(Tlv outermost) {
    try {
      outermost.children();
      return true;
    } catch (MalformedDocumentException e) {
      return false;
    }
  }
}
