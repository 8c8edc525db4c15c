package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Whom to trust. Without an option it is the store that this user keeps. */
public final class TrustOptions {
  @Option(names = "--trust", paramLabel = "PATH")
  private List<Path> sources = new ArrayList<>();

  /**
   * The sources that were named, else the user's store, else nobody.
   *
   * <p>Test anchors count only where the operator named them, here or when importing: files that
   * merely lie in the store's directory never bring one in.
   */
  public TrustStore.Builder open(Talk talk) throws CommandException, MalformedInputException {
    if (sources.isEmpty()) {
      return kept(talk);
    }
    TrustStore.Builder trust = TrustStore.builder();
    for (Path source : sources) {
      trust.add(readable(source));
      if (isEmptyFolder(source)) {
        talk.say("warning.empty-trust", source.toString());
      }
    }
    return trust.allowTestAnchors();
  }

  /**
   * The sources put together, with a word to whoever cannot get more than an open verdict by them.
   */
  public TrustStore complete(TrustStore.Builder builder, Talk talk) throws MalformedInputException {
    TrustStore trust = builder.build();
    if (trust.size() == 0) {
      talk.say(sources.isEmpty() ? "warning.no-trust" : "warning.nobody-trusted");
    }
    return trust;
  }

  /** Whether sources were named. */
  public boolean isGiven() {
    return !sources.isEmpty();
  }

  private static TrustStore.Builder kept(Talk talk)
      throws CommandException, MalformedInputException {
    ManagedStore store = ManagedStore.of(talk.here());
    TrustStore.Builder trust = TrustStore.builder();
    if (store.exists()) {
      if (!store.looseFiles().isEmpty()) {
        talk.say("warning.loose-files", store.directory().toString());
      }
      return trust.allowTestAnchors().add(store.file());
    }
    return Files.isDirectory(store.directory()) ? trust.add(store.directory()) : trust;
  }

  private static boolean isEmptyFolder(Path source) throws CommandException {
    if (!Files.isDirectory(source)) {
      return false;
    }
    try (Stream<Path> files = Files.list(source)) {
      return files.noneMatch(Files::isRegularFile);
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", source.toString());
    }
  }

  private static Path readable(Path source) throws CommandException {
    if (!Files.isReadable(source)) {
      throw CommandException.input("input.unreadable", source.toString());
    }
    return source;
  }
}
