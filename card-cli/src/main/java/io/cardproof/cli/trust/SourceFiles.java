package io.cardproof.cli.trust;

import io.cardproof.cli.input.ManagedStore;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files that sources stand for: themselves, or those of a directory by their names. */
final class SourceFiles {
  private static final int MOST = 10_000;

  private final Talk talk;

  SourceFiles(Talk talk) {
    this.talk = talk;
  }

  /** The files of {@code named}; at the first import also those that lie in the store already. */
  List<Path> of(List<Path> named, ManagedStore kept) throws CommandException {
    List<Path> files = new ArrayList<>();
    if (!kept.exists() && !kept.looseFiles().isEmpty()) {
      talk.say("note.loose-files-taken", kept.directory().toString());
      files.addAll(kept.looseFiles());
    }
    for (Path source : named) {
      if (!Files.isReadable(source)) {
        throw CommandException.input("input.unreadable", source.toString());
      }
      if (Files.isDirectory(source)) {
        boolean own = Files.exists(kept.directory()) && same(source, kept.directory());
        files.addAll(own ? kept.looseFiles() : in(source));
      } else {
        files.add(source);
      }
    }
    return files.stream().distinct().toList();
  }

  private static boolean same(Path one, Path other) throws CommandException {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", one.toString());
    }
  }

  private static List<Path> in(Path directory) throws CommandException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().limit(MOST).toList();
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", directory.toString());
    }
  }
}
