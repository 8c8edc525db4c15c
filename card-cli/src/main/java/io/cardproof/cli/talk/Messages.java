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

/** The texts of one language. What a language lacks is said in English. */
public final class Messages {
  private final Language language;
  private final Properties texts;

  private Messages(Language language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  /** The texts of {@code language}. */
  public static Messages in(Language language) {
    Properties texts = new Properties(load(Language.ENGLISH));
    texts.putAll(load(language));
    return new Messages(language, texts);
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

  private static String format(String pattern, Object... arguments) {
    return new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  private static Properties load(Language language) {
    Properties texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(language.resource("messages"))) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
