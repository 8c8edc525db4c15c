package io.cardproof.vietnam;

import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Tlv;
import io.cardproof.value.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads data group 13: a SEQUENCE of version, object identifier and a SET of numbered elements. No
 * standard describes it, so all that can be told apart without guessing is accepted.
 */
final class CitizenDetailsReader {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int UTF8_STRING = 0x0C;
  private static final int PRINTABLE_STRING = 0x13;
  private static final int IA5_STRING = 0x16;
  private static final int KNOWN_FIELDS = 16;
  private static final List<Integer> DATES = List.of(3, 11, 12);
  private static final int MAX_FIELDS = 64;
  private static final int MAX_DEPTH = 4;

  private final List<String> remarks = new ArrayList<>();

  CitizenDetails read(Tlv template) throws MalformedDocumentException {
    List<Tlv> elements = set(template, MAX_DEPTH).children();
    if (elements.size() > MAX_FIELDS) {
      throw template.malformed("too many fields");
    }
    SortedMap<Integer, CitizenDetails.Field> fields = new TreeMap<>();
    for (Tlv element : elements) {
      CitizenDetails.Field field = field(element);
      if (fields.putIfAbsent(field.number(), field) != null) {
        throw malformed(field.number(), "there twice");
      }
    }
    IntStream.rangeClosed(1, KNOWN_FIELDS)
        .filter(number -> !fields.containsKey(number))
        .forEach(number -> remarks.add("field " + number + " is missing"));
    return new CitizenDetails(List.copyOf(fields.values()), remarks);
  }

  /** The SET, wherever it is: some cards have neither version nor object identifier before it. */
  private Tlv set(Tlv outer, int depth) throws MalformedDocumentException {
    boolean identified = false;
    for (Tlv child : outer.children()) {
      identified |= child.tag() == OBJECT_IDENTIFIER;
      if (child.tag() == SET) {
        if (!identified) {
          remarks.add("no object identifier before the fields");
        }
        return child;
      }
      if (child.tag() == SEQUENCE && depth > 0) {
        return set(child, depth - 1);
      }
    }
    throw outer.malformed("the set of fields is missing");
  }

  private CitizenDetails.Field field(Tlv element) throws MalformedDocumentException {
    if (element.tag() != SEQUENCE) {
      throw element.malformed("not a numbered field");
    }
    List<Tlv> parts = element.children();
    if (parts.isEmpty() || parts.get(0).tag() != INTEGER) {
      throw element.malformed("a field without a number");
    }
    int number = number(parts.get(0));
    List<String> texts =
        number <= KNOWN_FIELDS ? texts(number, parts.subList(1, parts.size())) : List.of();
    return new CitizenDetails.Field(number, texts, element.encoded());
  }

  private static int number(Tlv integer) throws MalformedDocumentException {
    Bytes value = integer.value();
    int number = 0;
    for (int i = 0; i < Math.min(value.length(), 2); i++) {
      number = number << 8 | value.at(i);
    }
    if (value.length() > 2 || number == 0 || value.at(0) > 0x7F) {
      throw integer.malformed("no number of a field");
    }
    return number;
  }

  /** Each value gives one text, also an empty one: a missing father keeps the mother's place. */
  private List<String> texts(int number, List<Tlv> values) throws MalformedDocumentException {
    List<String> texts = new ArrayList<>();
    for (Tlv value : values) {
      texts.addAll(text(number, value, MAX_DEPTH));
    }
    if (DATES.contains(number) && !texts.isEmpty() && !wellFormedDate(texts.get(0))) {
      remarks.add("field " + number + " is not a date");
    }
    return texts;
  }

  private List<String> text(int number, Tlv value, int depth) throws MalformedDocumentException {
    return switch (value.tag()) {
      case UTF8_STRING, PRINTABLE_STRING, IA5_STRING -> List.of(decoded(number, value.value()));
      case SEQUENCE -> wrapped(number, value, depth);
      default -> {
        remarks.add("field " + number + " holds something that is not a text");
        yield List.of("");
      }
    };
  }

  private List<String> wrapped(int number, Tlv sequence, int depth)
      throws MalformedDocumentException {
    if (depth == 0) {
      throw sequence.malformed("nested too deeply");
    }
    List<String> texts = new ArrayList<>();
    for (Tlv inner : sequence.children()) {
      texts.addAll(text(number, inner, depth - 1));
    }
    if (texts.size() > 1) {
      remarks.add("field " + number + " holds several texts in one place");
    }
    return texts.isEmpty() ? List.of("") : texts;
  }

  private String decoded(int number, Bytes utf8) throws MalformedDocumentException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(utf8.toByteArray()))
              .toString();
      return Normalizer.normalize(text, Normalizer.Form.NFC);
    } catch (CharacterCodingException e) {
      throw malformed(number, "not UTF-8");
    }
  }

  private static boolean wellFormedDate(String text) {
    return text.isEmpty() || new CitizenDate(text).wellFormed();
  }

  private static MalformedDocumentException malformed(int number, String problem) {
    return new MalformedDocumentException(FileId.DG13, "field " + number, problem);
  }
}
