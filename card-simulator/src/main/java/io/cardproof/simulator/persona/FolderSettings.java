package io.cardproof.simulator.persona;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The {@code card.properties} of a document folder, UTF-8. */
final class FolderSettings {
  static final String FILE = "card.properties";

  private static final List<String> KEYS = List.of("can", "access", "qr");
  private static final List<String> WAYS = List.of("bac", "pace", "none");

  private final Properties properties;
  private final List<String> access;

  private FolderSettings(Properties properties, List<String> access) {
    this.properties = properties;
    this.access = access;
  }

  static FolderSettings parse(byte[] content) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw new IOException(FILE + ": " + e.getMessage(), e);
    }
    for (String key : properties.stringPropertyNames()) {
      if (!KEYS.contains(key)) {
        throw new IOException(FILE + ": unknown key " + key + "; known are " + KEYS);
      }
    }
    requireCan(properties.getProperty("can", ""));
    return new FolderSettings(properties, ways(properties.getProperty("access", "")));
  }

  Optional<String> can() {
    return text("can");
  }

  Optional<String> qr() {
    return text("qr");
  }

  /** BAC is the default beside PACE: the MRZ is always known. */
  boolean offersBac() {
    return access.isEmpty() || access.contains("bac");
  }

  boolean offersPace() {
    return access.isEmpty() || access.contains("pace");
  }

  boolean demandsPace() {
    return access.contains("pace");
  }

  private Optional<String> text(String key) {
    return Optional.of(properties.getProperty(key, "").strip()).filter(value -> !value.isEmpty());
  }

  private static void requireCan(String can) throws IOException {
    if (!can.strip().matches("[0-9]*")) {
      throw new IOException(FILE + ": can takes digits only");
    }
  }

  private static List<String> ways(String text) throws IOException {
    List<String> ways =
        Arrays.stream(text.split("[,\\s]+", -1)).filter(way -> !way.isEmpty()).toList();
    if (!WAYS.containsAll(ways) || (ways.contains("none") && ways.size() > 1)) {
      throw new IOException(FILE + ": access takes none, or bac, pace, or both with a comma");
    }
    return ways;
  }
}
