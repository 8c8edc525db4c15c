package io.cardproof.cli.trust;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a list is published.
 *
 * @param uri by HTTP or HTTPS, without a password
 */
record Address(URI uri) {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int LONGEST = 2000;
  private static final int MOST = 1000;

  static Address parse(String text) throws CommandException {
    try {
      URI uri = new URI(text.strip());
      if (text.length() <= LONGEST && fetchable(uri)) {
        return new Address(uri);
      }
    } catch (URISyntaxException e) {
      throw CommandException.usage("usage.fetch-address", text);
    }
    throw CommandException.usage("usage.fetch-address", text);
  }

  /** The addresses in a file, one a line; what follows a # is a comment. */
  static List<Address> in(Path file) throws CommandException {
    List<Address> addresses = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String text = line.replaceAll("(^|\\s)#.*", "").strip();
        if (!text.isEmpty() && addresses.size() < MOST) {
          addresses.add(parse(text));
        }
      }
      return addresses;
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", file.toString());
    }
  }

  static boolean fetchable(URI uri) {
    return uri.getScheme() != null
        && SCHEMES.contains(uri.getScheme())
        && uri.getHost() != null
        && uri.getUserInfo() == null;
  }

  /** The name of the source in the store: the same for the same address, whenever it is fetched. */
  String sourceName() {
    String path = uri.getPath() == null ? "" : uri.getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    String name = uri.getHost() + "_" + (last.isEmpty() ? "index" : last);
    String shown = name.replaceAll("[^A-Za-z0-9._-]", "_");
    return uri.getQuery() == null ? shown : digest() + "_" + shown;
  }

  private String digest() {
    Bytes whole = Bytes.of(uri.toString().getBytes(StandardCharsets.UTF_8));
    return whole.sha256().toHex().substring(0, 8);
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
