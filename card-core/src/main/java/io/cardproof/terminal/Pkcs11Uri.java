package io.cardproof.terminal;

import io.cardproof.error.MalformedInputException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a key is in a token, in the manner of RFC 7512: {@code
 * pkcs11:token=LABEL;object=LABEL?module-path=LIBRARY&pin-source=FILE}.
 *
 * @param module the PKCS#11 library, {@code module-path}
 * @param slot the slot, {@code slot-id}; needed where the library has several tokens
 * @param object the label of key and certificate, {@code object}; needed where there are several
 * @param pinFile the file that holds the PIN and nothing else, {@code pin-source}
 */
public record Pkcs11Uri(
    Path module, Optional<String> slot, Optional<String> object, Optional<Path> pinFile) {
  /** What such a text begins with. */
  public static final String SCHEME = "pkcs11:";

  private static final String SOURCE = "pkcs11 address";
  // What says which token is meant; the JDK cannot ask a token for it, see slot.
  private static final Set<String> OF_TOKENS =
      Set.of("token", "manufacturer", "model", "serial", "library-manufacturer", "library-version");

  /**
   * Reads the text.
   *
   * @throws MalformedInputException if it cannot be understood; the message never quotes a value
   */
  public static Pkcs11Uri parse(String text) throws MalformedInputException {
    if (!text.startsWith(SCHEME)) {
      throw malformed("scheme", "must be pkcs11:");
    }
    Map<String, String> attributes = new HashMap<>();
    for (String part : text.substring(SCHEME.length()).split("[;?&]", -1)) {
      if (!part.isEmpty()) {
        add(attributes, part);
      }
    }
    String module = attributes.get("module-path");
    if (module == null) {
      throw malformed("module-path", "is missing; it names the PKCS#11 library of the token");
    }
    return new Pkcs11Uri(
        Path.of(module),
        Optional.ofNullable(attributes.get("slot-id")),
        Optional.ofNullable(attributes.get("object")),
        Optional.ofNullable(attributes.get("pin-source")).map(Pkcs11Uri::file));
  }

  private static void add(Map<String, String> attributes, String part)
      throws MalformedInputException {
    int equals = part.indexOf('=');
    String name = equals < 0 ? part : part.substring(0, equals);
    String value = decode(name, equals < 0 ? "" : part.substring(equals + 1));
    switch (name) {
      case "module-path", "object", "pin-source" -> put(attributes, name, value);
      case "slot-id" -> {
        if (!value.matches("[0-9]{1,10}")) {
          throw malformed(name, "is a number");
        }
        put(attributes, name, value);
      }
      case "type" -> {
        if (!value.equals("private")) {
          throw malformed(name, "must be private");
        }
      }
      case "pin-value" ->
          throw malformed(name, "is not taken, since others see it; write pin-source=FILE");
      default -> {
        if (!OF_TOKENS.contains(name)) {
          throw malformed("attribute", "one of them is not known here");
        }
      }
    }
  }

  private static void put(Map<String, String> attributes, String name, String value)
      throws MalformedInputException {
    if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
      throw malformed(name, "is empty, or has control characters");
    }
    if (attributes.put(name, value) != null) {
      throw malformed(name, "is there twice");
    }
  }

  // A plus sign is itself in such a text, not a blank.
  private static String decode(String name, String value) throws MalformedInputException {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed(name, "has a percent sign without two digits");
    }
  }

  private static Path file(String source) {
    return Path.of(source.startsWith("file:") ? source.substring("file:".length()) : source);
  }

  private static MalformedInputException malformed(String place, String problem) {
    return new MalformedInputException(SOURCE, place, problem);
  }

  /** The module alone. */
  @Override
  public String toString() {
    return "Pkcs11Uri[" + module + "]";
  }
}
