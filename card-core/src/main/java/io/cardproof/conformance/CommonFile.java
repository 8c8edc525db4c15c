package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Tlv;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** EF.COM, ICAO 9303-10 §4.6.1: two versions and a list of tags. */
final class CommonFile {
  private static final int LDS_VERSION = 0x5F01;
  private static final int UNICODE_VERSION = 0x5F36;
  private static final int TAG_LIST = 0x5C;
  private static final Set<Bytes> LDS_VERSIONS = Set.of(text("0107"), text("0108"));
  private static final Set<Bytes> UNICODE_VERSIONS = Set.of(text("040000"));

  private CommonFile() {}

  static void check(Bytes content, Defects defects) throws MalformedDocumentException {
    Tlv common = Tlv.outermost(FileId.COM, content);
    Optional<Tlv> layout = common.child(LDS_VERSION);
    if (layout.isEmpty()) {
      defects.in(common, Reason.LDS_VERSION_MISSING);
    } else if (!LDS_VERSIONS.contains(layout.get().value())) {
      defects.in(layout.get(), Reason.LDS_VERSION_UNKNOWN);
    }
    Optional<Tlv> unicode = common.child(UNICODE_VERSION);
    if (unicode.isEmpty()) {
      defects.in(common, Reason.UNICODE_VERSION_MISSING);
    } else if (!UNICODE_VERSIONS.contains(unicode.get().value())) {
      defects.in(unicode.get(), Reason.UNICODE_VERSION_UNKNOWN);
    }
    if (common.child(TAG_LIST).isEmpty()) {
      defects.in(common, Reason.COM_LIST_MISSING);
    }
  }

  private static Bytes text(String digits) {
    return Bytes.of(digits.getBytes(StandardCharsets.US_ASCII));
  }
}
