package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * EF.CVCA: the keys that Terminal Authentication starts from, TR-03110-3 §A.1.
 *
 * @param references the certification authority references, the current one first; one or two
 */
public record CvcaReferences(List<String> references) {
  private static final int REFERENCE = 0x42;
  private static final int LONGEST_REFERENCE = 16;
  private static final int MOST_REFERENCES = 2;

  /** Copies the list. */
  public CvcaReferences {
    references = List.copyOf(references);
  }

  /** Reads EF.CVCA, padding and all. */
  public static CvcaReferences parse(Bytes ef) throws MalformedDocumentException {
    List<String> references = new ArrayList<>();
    for (Tlv object : Tlv.paddedRow(FileId.CVCA, ef)) {
      if (object.tag() != REFERENCE || references.size() == MOST_REFERENCES) {
        throw object.malformed("not one or two references");
      }
      references.add(text(object));
    }
    if (references.isEmpty()) {
      throw new MalformedDocumentException(FileId.CVCA, "byte 0", "no reference");
    }
    return new CvcaReferences(references);
  }

  private static String text(Tlv object) throws MalformedDocumentException {
    Bytes value = object.value();
    if (value.isEmpty() || value.length() > LONGEST_REFERENCE) {
      throw object.malformed("a reference has 1 to 16 characters");
    }
    return new String(value.toByteArray(), StandardCharsets.ISO_8859_1);
  }
}
