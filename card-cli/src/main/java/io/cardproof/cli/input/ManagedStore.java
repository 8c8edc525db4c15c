package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Surroundings;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The trust store that {@code card trust} keeps: one file, and beside it the roots that lists are
 * held against.
 *
 * @param directory where it is; it need not exist
 */
public record ManagedStore(Path directory) {
  private static final String STORE = "store.snapshot";
  private static final String ADDRESSES = "sources";
  private static final String PINS = "pins";
  private static final String TEMPORARY = "cardproof-";
  private static final String OWNER_ONLY = "rwx------";

  /** The store of this user. */
  public static ManagedStore of(Surroundings here) {
    return new ManagedStore(UserStore.of(here).trust());
  }

  /** The file that holds it all. */
  public Path file() {
    return directory.resolve(STORE);
  }

  /** Where the operator may name the addresses of lists, one a line. */
  public Path addresses() {
    return directory.resolve(ADDRESSES);
  }

  /** Whether anything was imported yet. */
  public boolean exists() {
    return Files.isRegularFile(file());
  }

  /** What it holds; what was imported for tests stays for tests and counts. */
  public TrustStore open() throws MalformedInputException {
    TrustStore.Builder trust = TrustStore.builder().allowTestAnchors();
    return exists() ? trust.add(file()).build() : trust.build();
  }

  /** Files that somebody laid into the directory by hand, and that are not part of the store. */
  public List<Path> looseFiles() throws CommandException {
    return files(directory).stream().filter(ManagedStore::loose).toList();
  }

  /** The certificates that may certify the signers of lists. */
  public List<Bytes> pins() throws CommandException {
    List<Bytes> pins = new ArrayList<>();
    for (Path file : files(directory.resolve(PINS))) {
      try {
        pins.add(Bytes.of(Files.readAllBytes(file)));
      } catch (IOException e) {
        throw CommandException.input("input.unreadable", file.toString());
      }
    }
    return pins;
  }

  /** Keeps a certificate that may certify the signers of lists. */
  public void pin(Bytes root) throws CommandException {
    Path pins = directory.resolve(PINS);
    Path file = pins.resolve(root.sha256().toHex() + ".cer");
    try {
      prepare(pins);
      Files.write(file, root.toByteArray());
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", file.toString());
    }
  }

  /** Replaces what it holds, at once or not at all. */
  public void write(TrustStore trust) throws CommandException {
    try {
      prepare(directory);
      trust.save(file());
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", file().toString());
    }
  }

  /** Whoever can write here decides who is trusted, so that is the owner alone. */
  private void prepare(Path wanted) throws IOException {
    boolean posix = wanted.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && Files.notExists(wanted)) {
      Files.createDirectories(
          wanted,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    } else {
      Files.createDirectories(wanted);
    }
  }

  private static boolean loose(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.equals(STORE)
        && !name.equals(ADDRESSES)
        && !name.startsWith(".")
        && !name.startsWith(TEMPORARY);
  }

  private static List<Path> files(Path directory) throws CommandException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", directory.toString());
    }
  }
}
