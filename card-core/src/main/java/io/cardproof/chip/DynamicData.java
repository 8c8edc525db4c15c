package io.cardproof.chip;

import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objects in one answer to GENERAL AUTHENTICATE, ICAO 9303-11 §4.4.4.2. A missing object, one
 * with another tag and one too many are three faults.
 */
final class DynamicData {
  private static final String CLAUSE = "ICAO 9303-11 §4.4.4.2";
  private static final int TEMPLATE = 0x7C;
  private static final int MOST_OBJECTS = 4;

  private record DataObject(int tag, Bytes value, int encodedLength) {}

  private final List<DataObject> objects;

  private DynamicData(List<DataObject> objects) {
    this.objects = objects;
  }

  /**
   * Reads the answer that should hold {@code what}.
   *
   * @throws ProtocolException if it is not exactly one template with whole objects
   */
  static DynamicData parse(Bytes answer, String what) throws ProtocolException {
    Bytes content =
        Template.value(answer, TEMPLATE)
            .orElseThrow(() -> broken("the answer with " + what + " is not one template 7C"));
    List<DataObject> objects = new ArrayList<>();
    Bytes rest = content;
    while (!rest.isEmpty()) {
      DataObject object =
          next(rest).orElseThrow(() -> broken("the answer with " + what + " has a wrong length"));
      objects.add(object);
      if (objects.size() > MOST_OBJECTS) {
        throw broken("there are too many objects beside " + what);
      }
      rest = rest.from(object.encodedLength());
    }
    return new DynamicData(List.copyOf(objects));
  }

  /** The value of the first object, which must have this tag, with nothing beside it. */
  Bytes sole(int tag, String what) throws ProtocolException {
    return first(tag, what, Set.of());
  }

  /** The value of the first object, which must have this tag; only {@code others} may follow. */
  Bytes first(int tag, String what, Set<Integer> others) throws ProtocolException {
    if (objects.isEmpty()) {
      throw broken(what + " is missing");
    }
    if (objects.get(0).tag() != tag) {
      throw broken(String.format("%s has the tag %02X, not %02X", what, objects.get(0).tag(), tag));
    }
    for (DataObject other : objects.subList(1, objects.size())) {
      if (!others.contains(other.tag())) {
        throw broken(String.format("an object %02X stands beside %s", other.tag(), what));
      }
    }
    return objects.get(0).value();
  }

  /** The value of the object with this tag, which must be there once. */
  Bytes required(int tag, String what) throws ProtocolException {
    List<Bytes> found =
        objects.stream().filter(object -> object.tag() == tag).map(DataObject::value).toList();
    if (found.size() != 1) {
      throw broken(what + (found.isEmpty() ? " are missing" : " are there twice"));
    }
    return found.get(0);
  }

  private static Optional<DataObject> next(Bytes rest) {
    return Template.first(rest)
        .flatMap(
            object ->
                Template.value(object, object.at(0))
                    .map(value -> new DataObject(object.at(0), value, object.length())));
  }

  private static ProtocolException broken(String message) {
    return new ProtocolException(Step.PACE, message, CLAUSE);
  }
}
