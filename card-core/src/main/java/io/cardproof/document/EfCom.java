package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.List;

/**
 * EF.COM, ICAO 9303-10 §4.6.1: an unsigned list of data groups. The security object decides; this
 * one is only compared with it.
 *
 * @param ldsVersion such as {@code 0107}, or empty
 * @param unicodeVersion such as {@code 040000}, or empty
 * @param files the data groups that it lists, in its order; unknown tags are left out
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod", "UnusedVariable"})
public record EfCom(String ldsVersion, String unicodeVersion, List<FileId> files) {
  /** Copies the list. */
  public EfCom {
    files = List.copyOf(files);
  }

  /** Reads EF.COM. */
  public static EfCom parse(Bytes ef) throws MalformedDocumentException {
    throw new UnsupportedOperationException();
  }
}
