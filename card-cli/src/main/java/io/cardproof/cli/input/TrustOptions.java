package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.TrustStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Whom to trust. Without an option it is the store that this user keeps. */
public final class TrustOptions {
  @Option(names = "--trust", paramLabel = "PATH")
  private List<Path> sources = new ArrayList<>();

  /**
   * The sources that were named, else the user's store, else nobody.
   *
   * <p>Test anchors count only where they were named: the store never brings one in.
   */
  public TrustStore.Builder open(Talk talk) throws CommandException, MalformedInputException {
    TrustStore.Builder trust = TrustStore.builder();
    if (sources.isEmpty()) {
      Path store = UserStore.of(talk.here()).trust();
      if (Files.isDirectory(store)) {
        trust.add(store);
      }
      return trust;
    }
    for (Path source : sources) {
      trust.add(readable(source));
    }
    return trust.allowTestAnchors();
  }

  /** Whether any source was named. */
  public boolean isGiven() {
    return !sources.isEmpty();
  }

  private static Path readable(Path source) throws CommandException {
    if (!Files.isReadable(source)) {
      throw CommandException.input("input.unreadable", source.toString());
    }
    return source;
  }
}
