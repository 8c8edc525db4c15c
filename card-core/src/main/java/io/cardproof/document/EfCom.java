package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * EF.COM, ICAO 9303-10 §4.6.1: an unsigned list of data groups. The security object decides; this
 * one is only compared with it.
 *
 * @param ldsVersion such as {@code 0107}, or empty
 * @param unicodeVersion such as {@code 040000}, or empty
 * @param files the data groups that it lists, in its order; unknown tags are left out
 */
public record EfCom(String ldsVersion, String unicodeVersion, List<FileId> files) {
  private static final int LDS_VERSION = 0x5F01;
  private static final int UNICODE_VERSION = 0x5F36;
  private static final int TAG_LIST = 0x5C;
  private static final int MAX_TAGS = 64;

  /** Copies the list. */
  public EfCom {
    files = List.copyOf(files);
  }

  /** Reads EF.COM. */
  public static EfCom parse(Bytes ef) throws MalformedDocumentException {
    Tlv com = Tlv.outermost(FileId.COM, ef);
    List<FileId> files = new ArrayList<>();
    Bytes tags = com.demand(TAG_LIST).value();
    if (tags.length() > MAX_TAGS) {
      throw com.malformed("the tag list is too long");
    }
    for (int i = 0; i < tags.length(); i++) {
      FileId.ofApplicationTag(tags.at(i)).ifPresent(files::add);
    }
    return new EfCom(text(com, LDS_VERSION), text(com, UNICODE_VERSION), files);
  }

  private static String text(Tlv com, int tag) throws MalformedDocumentException {
    Bytes version = com.child(tag).map(Tlv::value).orElse(Bytes.empty());
    String text = new String(version.toByteArray(), StandardCharsets.US_ASCII);
    return text.matches("[0-9]{0,6}") ? text : "";
  }
}
