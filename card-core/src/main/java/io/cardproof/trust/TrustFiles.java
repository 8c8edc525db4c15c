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
  private static final int MAX_BYTES = 64 << 20;
  private static final int MAX_FILES = 10_000;
  private static final int SEQUENCE = 0x30;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----");

  private TrustFiles() {}

  /**
   * A DER object and where it was found.
   *
   * @param source the file, and the number of the object where there are several
   */
  record Item(Bytes der, String source) {}

  static List<Path> in(Path directory) throws MalformedInputException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().limit(MAX_FILES).toList();
    } catch (IOException e) {
      throw new MalformedInputException(name(directory), "directory", "cannot be read");
    }
  }

  /** The objects of a file; none if it is neither DER nor PEM. */
  static List<Item> items(Bytes content, String source) throws MalformedInputException {
    if (content.isEmpty()) {
      return List.of();
    }
    if (content.at(0) == SEQUENCE) {
      return List.of(new Item(content, source));
    }
    return pem(content, source);
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

  private static List<Item> pem(Bytes content, String source) throws MalformedInputException {
    String text = new String(content.toByteArray(), StandardCharsets.ISO_8859_1);
    List<Item> items = new ArrayList<>();
    Matcher matcher = PEM.matcher(text);
    while (matcher.find()) {
      String place = "PEM object " + (items.size() + 1);
      items.add(new Item(decoded(matcher.group(2), source, place), source + ", " + place));
    }
    // A begin without its end would leave an anchor out and say nothing.
    if (text.split("-----BEGIN ", -1).length - 1 != items.size()) {
      throw new MalformedInputException(
          source, "PEM objects", "one of them is damaged or has no end");
    }
    return items;
  }

  private static Bytes decoded(String base64, String source, String place)
      throws MalformedInputException {
    try {
      return Bytes.of(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      throw new MalformedInputException(source, place, "is not base64");
    }
  }
}
