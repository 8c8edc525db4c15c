package io.cardproof.reader.trace;

import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where and how an inspection was made.
 *
 * @param reader the reader's name
 * @param atr the card's answer to reset
 * @param maxResponseBytes the most that one response may have on that link
 * @param now the instant of capture and of judgement
 * @param settings what the inspection was told, by name
 */
public record TraceHead(
    String reader, Bytes atr, int maxResponseBytes, Instant now, Map<String, String> settings) {
  /** The setting that holds the key of a made-up document, such as {@code can 123456}. */
  public static final String MADE_UP = "test-key";

  /** The setting that names the policy. */
  public static final String POLICY = "policy";

  /** The setting that holds the kind of the access key. */
  public static final String KEY = "key";

  /** The setting that is there if more files were read than a judgement needs. */
  public static final String FILES = "files";

  /** The setting that is there if presence had to be proven. */
  public static final String PRESENCE = "presence";

  /** The setting that holds which fields were to be disclosed. */
  public static final String DISCLOSE = "disclose";

  /** The setting that holds the certificates of the terminal. */
  public static final String TERMINAL = "terminal";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,31}");
  private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}]+");

  /** Sorts the settings. */
  public TraceHead {
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      if (!NAME.matcher(setting.getKey()).matches()
          || !ONE_LINE.matcher(setting.getValue()).matches()) {
        throw new IllegalArgumentException("not a setting: " + setting.getKey());
      }
    }
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** Whether it says that the document is made up, and so itself names the key. */
  public boolean isMadeUp() {
    return settings.containsKey(MADE_UP);
  }

  /** What the inspection was told under this name. */
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /** Says nothing: settings can hold what opens a chip. */
  @Override
  public String toString() {
    return "TraceHead[redacted]";
  }
}
