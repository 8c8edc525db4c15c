package io.cardproof.cli.talk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The texts of one language. What a language lacks is said in English. */
public final class Messages {
  private final Language language;
  private final Properties texts;
  private final Properties details;

  private Messages(Language language, Properties texts, Properties details) {
    this.language = language;
    this.texts = texts;
    this.details = details;
  }

  /** The texts of {@code language}. */
  public static Messages in(Language language) {
    Properties texts = new Properties(load(Language.ENGLISH.resource("messages")));
    texts.putAll(load(language.resource("messages")));
    Properties details = new Properties();
    if (language != Language.ENGLISH) {
      details.putAll(load(language.resource("details")));
    }
    return new Messages(language, texts, details);
  }

  /** The language of these texts. */
  public Language language() {
    return language;
  }

  /** The text of {@code key} with {@code arguments} in place of {0}, {1}, …; the key, if none. */
  public String text(String key, Object... arguments) {
    String pattern = texts.getProperty(key);
    return pattern == null ? key : format(pattern, arguments);
  }

  /** The same, if there is such a text. */
  public Optional<String> find(String key, Object... arguments) {
    return Optional.ofNullable(texts.getProperty(key)).map(text -> format(text, arguments));
  }

  /**
   * What the library said in English, whole or in its parts before and after a colon; as it stands,
   * where nobody has put it into this language.
   */
  public String said(String english) {
    String key = english.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    @Nullable String whole = details.getProperty(key.replaceAll("^-|-$", ""));
    int colon = english.indexOf(": ");
    if (whole != null || colon < 0) {
      return whole == null ? english : whole;
    }
    return said(english.substring(0, colon)) + ": " + said(english.substring(colon + 2));
  }

  private static String format(String pattern, Object... arguments) {
    return new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  private static Properties load(String resource) {
    Properties texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(resource)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
