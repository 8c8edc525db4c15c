package io.cardproof.trust;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the DER objects in files of trust. */
final class TrustFiles {
  private static final int MAX_BYTES = 256 << 20;
  private static final int MAX_FILES = 10_000;
  private static final int SEQUENCE = 0x30;
  private static final int HASH_BYTES = 32;
  private static final Pattern BOUNDARY =
      Pattern.compile("-----(BEGIN|END) ([A-Z0-9 ]{1,40})-----");

  private TrustFiles() {}

  static List<Path> in(Path directory) throws MalformedInputException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().limit(MAX_FILES).toList();
    } catch (IOException e) {
      throw new MalformedInputException(name(directory), "directory", "cannot be read");
    }
  }

  /**
   * The DER objects of a file, empty where the base64 of one is damaged; none if it is neither DER
   * nor PEM.
   *
   * @param ledger of the file
   */
  static List<TrustItem> items(Bytes content, SourceLedger ledger, TrustItem.Handling handling)
      throws MalformedInputException {
    if (content.isEmpty()) {
      return List.of();
    }
    if (content.at(0) == SEQUENCE) {
      return List.of(new TrustItem(content, "", ledger, handling));
    }
    List<Bytes> objects = pem(content, ledger.name());
    List<TrustItem> items = new ArrayList<>();
    for (Bytes object : objects) {
      String place = "PEM object " + (items.size() + 1);
      TrustItem.Handling each = objects.size() > 1 ? TrustItem.Handling.LENIENT : handling;
      items.add(new TrustItem(object, place, ledger, each));
    }
    return items;
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  static Bytes read(Path file) throws MalformedInputException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw new MalformedInputException(name(file), "whole file", "too large");
      }
      return Bytes.of(content);
    } catch (IOException e) {
      throw new MalformedInputException(name(file), "whole file", "cannot be read");
    }
  }

  private static List<Bytes> pem(Bytes content, String source) throws MalformedInputException {
    String text = new String(content.toByteArray(), StandardCharsets.ISO_8859_1);
    List<Bytes> items = new ArrayList<>();
    Matcher boundary = BOUNDARY.matcher(text);
    while (boundary.find()) {
      if (boundary.group(1).equals("BEGIN")) {
        String label = boundary.group(2);
        int from = boundary.end();
        if (boundary.find() && ends(boundary, label)) {
          items.add(decoded(text.substring(from, boundary.start())));
        }
      }
    }
    // A begin without its end would leave an anchor out and say nothing.
    if (text.split("-----BEGIN ", -1).length - 1 != items.size()) {
      throw new MalformedInputException(
          source, "PEM objects", "one of them is damaged or has no end");
    }
    return items;
  }

  private static boolean ends(Matcher boundary, String label) {
    return boundary.group(1).equals("END") && boundary.group(2).equals(label);
  }

  private static Bytes decoded(String base64) {
    try {
      return Bytes.of(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return Bytes.empty();
    }
  }

  /** The hashes in a list of what is distrusted: one a line, in hexadecimal, after # a comment. */
  static List<Bytes> hashes(Bytes content, String source) throws MalformedInputException {
    List<Bytes> hashes = new ArrayList<>();
    int number = 0;
    for (String line :
        new String(content.toByteArray(), StandardCharsets.ISO_8859_1).lines().toList()) {
      number++;
      String hash = line.replaceFirst("#.*", "").replace(":", "").strip();
      if (!hash.isEmpty()) {
        hashes.add(hash(hash, source, "line " + number));
      }
    }
    return hashes;
  }

  private static Bytes hash(String text, String source, String place)
      throws MalformedInputException {
    if (text.length() != 2 * HASH_BYTES
        || !text.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
      throw new MalformedInputException(source, place, "not a SHA-256 in hexadecimal");
    }
    return Bytes.ofHex(text);
  }
}
