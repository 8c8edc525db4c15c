package io.cardproof.cli.talk;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The languages that the command speaks. */
public enum Language {
  /** English, also for every locale that is neither. */
  ENGLISH(""),
  /** Vietnamese. */
  VIETNAMESE("_vi");

  private final String suffix;

  Language(String suffix) {
    this.suffix = suffix;
  }

  /** The language that a POSIX environment asks for: LC_ALL, else LC_MESSAGES, else LANG. */
  public static Language of(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(Language::named)
        .orElse(ENGLISH);
  }

  /** The language of a tag such as {@code vi}, {@code vi_VN.UTF-8} or {@code en}. */
  public static Language named(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    return lower.equals("vi") || lower.startsWith("vi_") || lower.startsWith("vi-")
        ? VIETNAMESE
        : ENGLISH;
  }

  /** The absolute name of a bundle in this language. */
  public String resource(String bundle) {
    return "/io/cardproof/cli/" + bundle + suffix + ".properties";
  }
}
