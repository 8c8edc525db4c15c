package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Mrz;
import io.cardproof.document.Tlv;
import io.cardproof.value.Bytes;
import java.util.Set;

/**
 * The fields of the machine readable zone, ICAO 9303-3 §4 and 9303-10 §4.7.1. Its check digits are
 * no matter of layout: the check {@code consistency.mrz} says what they say.
 */
final class ZoneContent {
  private static final int ZONE = 0x5F1F;
  private static final String STATE = "[A-Z]{1,3}";
  private static final String DOCUMENT_CODE = "[PIACV][A-Z<]?";
  private static final Set<String> SEXES = Set.of("M", "F", "");

  private ZoneContent() {}

  static void check(Bytes content, Defects defects) throws MalformedDocumentException {
    Tlv file = Tlv.outermost(FileId.DG1, content);
    if (file.child(ZONE).isEmpty()) {
      defects.in(file, Reason.MRZ_MISSING);
      return;
    }
    fields(Mrz.parseDg1(content), defects);
  }

  private static void fields(Mrz mrz, Defects defects) {
    demand(mrz.documentCode().matches(DOCUMENT_CODE), Reason.MRZ_DOCUMENT_CODE_UNKNOWN, defects);
    demand(mrz.issuingState().matches(STATE), Reason.MRZ_ISSUING_STATE_MALFORMED, defects);
    demand(mrz.nationality().matches(STATE), Reason.MRZ_NATIONALITY_MALFORMED, defects);
    demand(!(mrz.surname() + mrz.givenNames()).isEmpty(), Reason.MRZ_NAME_MISSING, defects);
    demand(SEXES.contains(mrz.sex()), Reason.MRZ_SEX_INVALID, defects);
    if (!ZoneDate.wellFormed(mrz.birthDate())) {
      demand(false, Reason.MRZ_BIRTH_DATE_MALFORMED, defects);
    } else {
      demand(ZoneDate.possible(mrz.birthDate()), Reason.MRZ_BIRTH_DATE_IMPOSSIBLE, defects);
    }
    if (!mrz.lifelong()) {
      expiry(mrz.expiry(), defects);
    }
  }

  // A birth date may be partly unknown; the last day of a document never is.
  private static void expiry(String date, Defects defects) {
    if (!ZoneDate.complete(date)) {
      demand(false, Reason.MRZ_EXPIRY_MALFORMED, defects);
    } else {
      demand(ZoneDate.possible(date), Reason.MRZ_EXPIRY_IMPOSSIBLE, defects);
    }
  }

  private static void demand(boolean met, Reason otherwise, Defects defects) {
    if (!met) {
      defects.in("MRZ", otherwise);
    }
  }
}
