package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.document.FileId;
import io.cardproof.document.Tlv;
import java.util.ArrayList;
import java.util.List;

/** Collects the defects of one file, of each kind and place one. */
final class Defects {
  // Nobody reads more; a file may hold hundreds of images.
  private static final int MOST = 32;

  private final FileId file;
  private final List<ContentDefect> found = new ArrayList<>();

  Defects(FileId file) {
    this.file = file;
  }

  void at(int offset, Reason reason) {
    in("byte " + offset, reason);
  }

  void in(Tlv object, Reason reason) {
    at(object.offset(), reason);
  }

  void in(String place, Reason reason) {
    ContentDefect defect = new ContentDefect(file, reason, place);
    if (found.size() < MOST && !found.contains(defect)) {
      found.add(defect);
    }
  }

  List<ContentDefect> all() {
    return List.copyOf(found);
  }
}
