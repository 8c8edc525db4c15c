package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The content of DG11, DG12 and their like: a list of tags, objects with texts, and groups A0 of
 * several objects with a count. The list of tags is not believed: what is there, is there.
 */
final class TaggedFields {
  private static final int TAG_LIST = 0x5C;
  private static final int COUNT = 0x02;
  private static final int GROUP = 0xA0;

  private final List<Tlv> fields;

  private TaggedFields(List<Tlv> fields) {
    this.fields = fields;
  }

  static TaggedFields of(FileId file, Bytes content) throws MalformedDocumentException {
    ContentLimits.check(file, content);
    return of(Tlv.template(file, content));
  }

  /** The objects of {@code template}, those of its groups among them. */
  static TaggedFields of(Tlv template) throws MalformedDocumentException {
    List<Tlv> fields = new ArrayList<>();
    for (Tlv child : template.children()) {
      if (child.tag() == GROUP) {
        child.children().stream().filter(TaggedFields::isField).forEach(fields::add);
      } else if (isField(child)) {
        fields.add(child);
      }
      if (fields.size() > ContentLimits.OBJECTS) {
        throw child.malformed("too many objects");
      }
    }
    return new TaggedFields(fields);
  }

  private static boolean isField(Tlv object) {
    return object.tag() != TAG_LIST && object.tag() != COUNT;
  }

  Optional<Bytes> value(int tag) {
    return fields.stream()
        .filter(field -> field.tag() == tag)
        .map(Tlv::value)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  Optional<String> text(int tag) {
    return value(tag).map(DocumentText::of).filter(text -> !text.isEmpty());
  }

  /** The texts of all objects with this tag. */
  List<String> texts(int tag) {
    return fields.stream()
        .filter(field -> field.tag() == tag)
        .map(Tlv::value)
        .map(DocumentText::of)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  Optional<PartialDate> date(int tag) {
    return value(tag).map(PartialDate::of).filter(date -> !date.text().isEmpty());
  }

  Optional<EncodedImage> image(int tag) {
    return value(tag).map(EncodedImage::of);
  }

  /** The objects with other tags than these, as they stand in the file. */
  List<Tlv> others(Set<Integer> known) {
    return fields.stream().filter(field -> !known.contains(field.tag())).toList();
  }
}
