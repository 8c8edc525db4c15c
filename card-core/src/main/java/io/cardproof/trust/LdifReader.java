package io.cardproof.trust;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads downloads of the ICAO PKD, LDIF by RFC 2849: collections 001 (document signers and
 * revocation lists), 002 (master lists) and 003 (signers that do not conform). Only the values that
 * matter to trust are kept; comments, controls and other attributes are passed over.
 */
final class LdifReader {
  private static final int MOST_VALUES = 500_000;
  private static final int LONGEST_VALUE = 32 << 20;
  private static final int LONGEST_NAME = 4096;
  private static final Pattern KIND =
      Pattern.compile("(?:^|,)\\s*o\\s*=\\s*(dsc|crl|ml|csca|dl)\\s*(?:,|$)");

  private final byte[] file;
  private final List<Value> values = new ArrayList<>();
  private final List<String> deletions = new ArrayList<>();
  private int position;
  private int entries;
  private String name = "";

  private LdifReader(byte[] file) {
    this.file = file;
  }

  /**
   * A value of one of the attributes that hold certificates and lists.
   *
   * @param place which entry it is of, for people
   * @param kind the branch of the tree: dsc, crl, ml, csca or dl; empty elsewhere
   * @param content the value; empty if it is not base64
   */
  record Value(String place, String kind, Optional<Bytes> content) {}

  /**
   * What a file holds.
   *
   * @param entries how many entries it has, those without a value that matters among them
   * @param deletions the places of entries that take something out of a directory, RFC 2849 §4
   */
  record Content(List<Value> values, int entries, List<String> deletions) {}

  /** Whether the first line that is no comment is one of LDIF. */
  static boolean recognises(Bytes file) {
    byte[] start = file.slice(0, Math.min(file.length(), LONGEST_NAME)).toByteArray();
    return new String(start, StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith(" "))
        .findFirst()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.startsWith("version:") || line.startsWith("dn:"))
        .isPresent();
  }

  /**
   * The values of a file.
   *
   * @throws MalformedInputException if it holds more than anybody's directory does
   */
  static Content read(Bytes file, String source) throws MalformedInputException {
    LdifReader reader = new LdifReader(file.toByteArray());
    while (reader.position < reader.file.length) {
      reader.attribute(reader.line());
      if (reader.values.size() + reader.deletions.size() > MOST_VALUES) {
        throw new MalformedInputException(source, reader.place(), "too many values");
      }
    }
    return new Content(List.copyOf(reader.values), reader.entries, List.copyOf(reader.deletions));
  }

  private void attribute(Line line) {
    if (line.length == 0) {
      name = "";
      return;
    }
    int colon = line.indexOf(':');
    if (colon <= 0 || line.text[0] == '#') {
      return;
    }
    String attribute = line.text(0, colon).toLowerCase(Locale.ROOT);
    boolean base64 = colon + 1 < line.length && line.text[colon + 1] == ':';
    int from = colon + (base64 ? 2 : 1);
    if (attribute.equals("dn")) {
      entries++;
      name = distinguishedName(line, from, base64);
    } else if (attribute.equals("changetype")) {
      if (line.text(from, line.length).strip().equalsIgnoreCase("delete")) {
        deletions.add(place());
      }
    } else if (holdsTrust(attribute)) {
      values.add(new Value(place(), kind(), base64 ? decoded(line, from) : Optional.empty()));
    }
  }

  private static boolean holdsTrust(String attribute) {
    return switch (attribute.replace(";binary", "")) {
      case "usercertificate",
          "cacertificate",
          "certificaterevocationlist",
          "cscamasterlistdata",
          "pkdmasterlistcontent",
          "deviationlist",
          "deviationlistdata",
          "pkddeviationlistcontent" ->
          true;
      default -> false;
    };
  }

  private static String distinguishedName(Line line, int from, boolean base64) {
    int to = Math.min(line.length, from + LONGEST_NAME);
    if (!base64) {
      return line.text(from, to).strip();
    }
    return decoded(line, from)
        .map(content -> new String(content.toByteArray(), StandardCharsets.UTF_8))
        .filter(text -> text.length() <= LONGEST_NAME)
        .orElse("");
  }

  private String place() {
    return "entry " + entries;
  }

  private String kind() {
    Matcher matcher = KIND.matcher(name.toLowerCase(Locale.ROOT));
    return matcher.find() ? String.valueOf(matcher.group(1)) : "";
  }

  private static Optional<Bytes> decoded(Line line, int from) {
    try {
      int start = from;
      int end = line.length;
      while (start < end && line.text[start] == ' ') {
        start++;
      }
      while (end > start && line.text[end - 1] == ' ') {
        end--;
      }
      byte[] text = Arrays.copyOfRange(line.text, start, end);
      return Optional.of(Bytes.of(Base64.getDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A line with those that continue it: they begin with a space, RFC 2849 note 2. */
  private Line line() {
    Line line = new Line();
    do {
      int end = endOfLine();
      line.append(file, position, end);
      position = afterLine(end);
    } while (position < file.length && file[position] == ' ' && skipSpace());
    return line;
  }

  private boolean skipSpace() {
    position++;
    return true;
  }

  private int endOfLine() {
    int end = position;
    while (end < file.length && file[end] != '\n' && file[end] != '\r') {
      end++;
    }
    return end;
  }

  private int afterLine(int end) {
    boolean two = end + 1 < file.length && file[end] == '\r' && file[end + 1] == '\n';
    return Math.min(file.length, end + (two ? 2 : 1));
  }

  /** A line without its ends; what is too long for any value is cut off. */
  private static final class Line {
    private byte[] text = new byte[128];
    private int length;

    void append(byte[] source, int from, int to) {
      int taken = Math.min(to - from, LONGEST_VALUE - length);
      if (length + taken > text.length) {
        text = Arrays.copyOf(text, Math.max(length + taken, 2 * text.length));
      }
      System.arraycopy(source, from, text, length, taken);
      length += taken;
    }

    int indexOf(char wanted) {
      for (int i = 0; i < length; i++) {
        if (text[i] == wanted) {
          return i;
        }
      }
      return -1;
    }

    String text(int from, int to) {
      return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
  }
}
