package io.cardproof.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What nobody may find in a log, an error or any other text about a simulated card: what opens it,
 * what its files say about the holder, their bytes in whatever notation, and keys. For tests of
 * programs that read cards.
 *
 * <pre>{@code
 * assertEquals(Optional.empty(), CardSecrets.of(card).in(everythingThatWasLogged));
 * }</pre>
 */
public final class CardSecrets {
  /** Data groups about the holder; the others hold public keys. */
  private static final int[] PERSONAL = {1, 2, 3, 4, 5, 7, 11, 12, 13, 16};

  private static final int SHORTEST = 5;

  /** What the names of issuers say as well. */
  private static final Set<String> PUBLIC = Set.of("utopia", "passport");

  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ,./-]{4,}");
  private static final Pattern GAP = Pattern.compile("(?<=[0-9a-f]{2})[ :-](?=[0-9a-f]{2})");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{16,}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{12,}={0,2}");
  private static final Pattern NUMBERS = Pattern.compile("-?\\d{1,3}(?:, ?-?\\d{1,3}){7,}");

  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<Long> windows = new HashSet<>();

  private CardSecrets() {}

  /** The secrets of this card, as it was issued. */
  public static CardSecrets of(SimulatedCard card) {
    CardSecrets secrets = new CardSecrets();
    secrets.addKeys(card);
    for (int number : PERSONAL) {
      Optional<byte[]> file = card.image().file(0x0100 + number);
      if (file.isPresent()) {
        secrets.addBytes(file.get());
        // Pictures have no words, and their bytes can look like some.
        if (number < 2 || number > 7) {
          secrets.addWords(new String(file.get(), StandardCharsets.UTF_8));
        }
      }
    }
    return secrets;
  }

  private void addKeys(SimulatedCard card) {
    List<byte[]> passwords = new ArrayList<>();
    for (Optional<String> code : List.of(card.can(), card.pin(), card.puk())) {
      code.ifPresent(this::addText);
      code.map(digits -> digits.getBytes(StandardCharsets.US_ASCII)).ifPresent(passwords::add);
    }
    card.qr().ifPresent(this::addWords);
    card.mrz().forEach(this::addWords);
    passwords.add(Arrays.copyOf(sha1(information(card.mrz())), 16));
    for (byte[] password : passwords) {
      addText(HexFormat.of().formatHex(password));
      addText(Base64.getEncoder().encodeToString(password));
      for (byte counter = 1; counter <= 3; counter++) {
        addBytes(Arrays.copyOf(sha1(joined(password, counter)), 16));
      }
    }
    card.terminal().map(TerminalAccess::pkcs8).ifPresent(this::addBytes);
  }

  private void addBytes(byte[] secret) {
    windows(secret).forEach(windows::add);
  }

  private void addWords(String text) {
    WORDS.matcher(text.replace('<', ' ')).results().map(MatchResult::group).forEach(this::addWord);
  }

  private void addWord(String run) {
    addText(run.strip());
    Stream.of(run.split(" ", -1)).forEach(this::addText);
  }

  private void addText(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.length() >= SHORTEST && !PUBLIC.contains(lower)) {
      texts.add(lower);
    }
  }

  /** What of it stands in {@code text}, in a few words that repeat it; empty if nothing does. */
  public Optional<String> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Optional<String> word = texts.stream().filter(secret -> stands(secret, lower)).findFirst();
    if (word.isPresent()) {
      return Optional.of("the words or digits: " + word.get());
    }
    return inNotation(text, lower);
  }

  // Six digits also stand in the middle of a fingerprint, by chance.
  private static boolean stands(String secret, String text) {
    int end = secret.length();
    for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
      boolean inNumber =
          (at > 0 && isHex(text.charAt(at - 1)))
              || (at + end < text.length() && isHex(text.charAt(at + end)));
      if (!isNumber(secret) || !inNumber) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(Character::isDigit);
  }

  private static boolean isHex(char letter) {
    return HexFormat.isHexDigit(letter);
  }

  private Optional<String> inNotation(String text, String lower) {
    List<byte[]> found = new ArrayList<>();
    Matcher hex = HEX.matcher(GAP.matcher(lower).replaceAll(""));
    while (hex.find()) {
      for (int start = 0; start < 2; start++) {
        String digits = hex.group().substring(start);
        found.add(HexFormat.of().parseHex(digits.substring(0, digits.length() & ~1)));
      }
    }
    Matcher base64 = BASE64.matcher(text);
    while (base64.find()) {
      String group = base64.group().replace("=", "");
      found.add(Base64.getDecoder().decode(group.substring(0, group.length() & ~3)));
    }
    NUMBERS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(CardSecrets::list)
        .forEach(found::add);
    return found.stream().anyMatch(this::isSecret) ? Optional.of("bytes") : Optional.empty();
  }

  private boolean isSecret(byte[] run) {
    return windows(run).anyMatch(windows::contains);
  }

  /** Every eight bytes of it, but for the fill of pictures. */
  private static Stream<Long> windows(byte[] run) {
    ByteBuffer buffer = ByteBuffer.wrap(run);
    return IntStream.rangeClosed(0, run.length - Long.BYTES)
        .mapToObj(buffer::getLong)
        .filter(window -> Long.rotateLeft(window, Byte.SIZE) != window);
  }

  private static byte[] list(String numbers) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String number : numbers.split(", ?", -1)) {
      bytes.write(Integer.parseInt(number));
    }
    return bytes.toByteArray();
  }

  /**
   * Document number, date of birth and date of expiry with their check digits, ICAO 9303-11 §9.7.
   */
  private static byte[] information(List<String> lines) {
    boolean threeLines = lines.size() == 3;
    String second = lines.get(1);
    String text =
        threeLines
            ? lines.get(0).substring(5, 15) + second.substring(0, 7) + second.substring(8, 15)
            : second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 28);
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[] password, byte counter) {
    byte[] joined = Arrays.copyOf(password, password.length + 4);
    joined[joined.length - 1] = counter;
    return joined;
  }

  private static byte[] sha1(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
