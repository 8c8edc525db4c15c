package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.document.ContentLimits;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Tlv;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * The group of biometric templates around faces, fingers or irises: CBEFF in the form of ISO
 * 7816-11, ICAO 9303-10 §4.7.2.
 */
final class BiometricFrame {
  private static final int GROUP = 0x7F61;
  private static final int COUNT = 0x02;
  private static final int TEMPLATE = 0x7F60;
  private static final int HEADER = 0xA1;
  private static final int TYPE = 0x81;
  private static final int SUBTYPE = 0x82;
  private static final int OWNER = 0x87;
  private static final int FORMAT = 0x88;
  private static final int RECORD = 0x5F2E;
  private static final int STRUCTURE = 0x7F2E;
  private static final Bytes ICAO = Bytes.ofHex("0101");
  private static final int MOST_TEMPLATES = 64;

  private final BiometricKind kind;
  private final Defects defects;

  BiometricFrame(BiometricKind kind, Defects defects) {
    this.kind = kind;
    this.defects = defects;
  }

  void check(Bytes content) throws MalformedDocumentException {
    ContentLimits.check(kind.file(), content);
    Tlv group = Tlv.outermost(kind.file(), content).demand(GROUP);
    List<Tlv> templates =
        group.children().stream().filter(child -> child.tag() == TEMPLATE).toList();
    count(group, templates.size());
    for (Tlv template : templates.subList(0, Math.min(templates.size(), MOST_TEMPLATES))) {
      template(template);
    }
  }

  private void count(Tlv group, int templates) throws MalformedDocumentException {
    Optional<Tlv> count = group.child(COUNT);
    if (count.isEmpty()) {
      defects.in(group, Reason.BIOMETRIC_COUNT_MISSING);
    } else if (!isNumber(count.get(), templates)) {
      defects.in(count.get(), Reason.BIOMETRIC_COUNT_WRONG);
    }
  }

  private void template(Tlv template) throws MalformedDocumentException {
    Optional<Tlv> record = template.child(RECORD);
    boolean iso39794 = template.child(STRUCTURE).isPresent();
    Optional<Tlv> header = template.child(HEADER);
    if (header.isEmpty()) {
      defects.in(template, Reason.BIOMETRIC_HEADER_MISSING);
    } else {
      owner(header.get());
      format(header.get(), iso39794 || record.map(BiometricFrame::isStructure).orElse(false));
      type(header.get());
      subtype(header.get());
    }
    if (record.isPresent() && !record.get().value().isEmpty()) {
      record(record.get());
    } else if (!iso39794) {
      defects.in(template, Reason.BIOMETRIC_DATA_MISSING);
    }
  }

  private void owner(Tlv header) throws MalformedDocumentException {
    Optional<Tlv> owner = header.child(OWNER);
    if (owner.isEmpty()) {
      defects.in(header, Reason.BIOMETRIC_OWNER_MISSING);
    } else if (!owner.get().value().equals(ICAO)) {
      defects.in(owner.get(), Reason.BIOMETRIC_OWNER_UNKNOWN);
    }
  }

  private void format(Tlv header, boolean otherFormat) throws MalformedDocumentException {
    Optional<Tlv> format = header.child(FORMAT);
    if (format.isEmpty()) {
      defects.in(header, Reason.BIOMETRIC_FORMAT_MISSING);
    } else if (!otherFormat && !isNumber(format.get(), kind.format())) {
      defects.in(format.get(), Reason.BIOMETRIC_FORMAT_UNKNOWN);
    }
  }

  // An older encoding has three bytes; it says the same.
  private void type(Tlv header) throws MalformedDocumentException {
    Optional<Tlv> type = header.child(TYPE);
    if (type.isPresent() && !isNumber(type.get(), kind.type())) {
      defects.in(type.get(), Reason.BIOMETRIC_TYPE_WRONG);
    }
  }

  private void subtype(Tlv header) throws MalformedDocumentException {
    Optional<Tlv> subtype = header.child(SUBTYPE);
    if (subtype.isEmpty()) {
      if (kind.demandsSubtype()) {
        defects.in(header, Reason.BIOMETRIC_SUBTYPE_MISSING);
      }
    } else if (subtype.get().value().length() != 1
        || !kind.allowsSubtype(subtype.get().value().at(0))) {
      defects.in(subtype.get(), Reason.BIOMETRIC_SUBTYPE_INVALID);
    }
  }

  private void record(Tlv object) {
    if (isStructure(object)) {
      return;
    }
    RecordReader record = new RecordReader(object, defects);
    switch (kind) {
      case FACE -> new FaceLayout(record).check();
      case FINGER -> new FingerLayout(record).check();
      case IRIS -> new IrisLayout(record).check();
    }
  }

  // A structure of ISO 39794 begins with a constructed object, a record of ISO 19794 with a letter.
  private static boolean isStructure(Tlv object) {
    int first = object.value().isEmpty() ? 0 : object.value().at(0);
    return first == 0xA0 || first == 0xA1 || (first >= 0x64 && first <= 0x66);
  }

  private static boolean isNumber(Tlv object, int wanted) {
    Bytes value = object.value();
    if (value.isEmpty() || value.length() > 3) {
      return false;
    }
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      number = number << 8 | value.at(i);
    }
    return number == wanted;
  }
}
