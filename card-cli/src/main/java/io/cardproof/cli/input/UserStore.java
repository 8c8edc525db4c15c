package io.cardproof.cli.input;

import io.cardproof.cli.talk.Surroundings;
import java.nio.file.Path;

/**
 * Where this user keeps things, by the XDG base directory specification.
 *
 * @param directory the directory; it need not exist
 */
public record UserStore(Path directory) {
  /** {@code $XDG_DATA_HOME/cardproof}, else {@code ~/.local/share/cardproof}. */
  public static UserStore of(Surroundings here) {
    String data = here.variable("XDG_DATA_HOME");
    Path base =
        data.startsWith("/")
            ? Path.of(data)
            : Path.of(here.environment().getOrDefault("HOME", "."), ".local", "share");
    return new UserStore(base.resolve("cardproof"));
  }

  /** The certificates that this user trusts. */
  public Path trust() {
    return directory.resolve("trust");
  }
}
