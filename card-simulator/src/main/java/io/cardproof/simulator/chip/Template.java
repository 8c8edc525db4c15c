package io.cardproof.simulator.chip;

import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A few data objects under different tags; anything malformed, repeated or unknown is 6A80. */
final class Template {
  private static final int DYNAMIC_AUTHENTICATION_DATA = 0x7C;

  private final List<DataObject> objects;

  private Template(List<DataObject> objects) {
    this.objects = objects;
  }

  /** The objects of a command that manages the security environment. */
  static Template of(byte[] data, Integer... allowedTags) throws Refusal {
    List<DataObject> objects = parse(data);
    List<Integer> left = new ArrayList<>(List.of(allowedTags));
    for (DataObject object : objects) {
      if (!left.remove((Integer) object.tag())) {
        throw new Refusal(StatusWord.WRONG_DATA);
      }
    }
    return new Template(objects);
  }

  /** The objects inside the 7C of GENERAL AUTHENTICATE. */
  static Template dynamic(byte[] data, Integer... allowedTags) throws Refusal {
    List<DataObject> outer = parse(data);
    if (outer.size() != 1 || outer.get(0).tag() != DYNAMIC_AUTHENTICATION_DATA) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return of(outer.get(0).value(), allowedTags);
  }

  /** An answer to GENERAL AUTHENTICATE with one object inside its 7C. */
  static Answer dynamicAnswer(int tag, byte[] value) {
    return dynamicAnswer(DataObject.encode(tag, value));
  }

  /** An answer to GENERAL AUTHENTICATE with encoded objects inside its 7C. */
  static Answer dynamicAnswer(byte[] objects) {
    return Answer.of(DataObject.encode(DYNAMIC_AUTHENTICATION_DATA, objects));
  }

  /** An answer to GENERAL AUTHENTICATE with an empty 7C. */
  static Answer emptyDynamicAnswer() {
    return dynamicAnswer(new byte[0]);
  }

  boolean isEmpty() {
    return objects.isEmpty();
  }

  Optional<byte[]> find(int tag) {
    return objects.stream().filter(o -> o.tag() == tag).map(DataObject::value).findFirst();
  }

  byte[] get(int tag) throws Refusal {
    return find(tag).orElseThrow(() -> new Refusal(StatusWord.WRONG_DATA));
  }

  private static List<DataObject> parse(byte[] data) throws Refusal {
    try {
      return DataObject.parseAll(data);
    } catch (MalformedDataException e) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
  }
}
