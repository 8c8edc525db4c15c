package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.TerminalAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;

/**
 * Writes what a terminal needs for a simulated card: its private key, which only its owner may
 * read, and beside it the certificates.
 */
public final class TerminalExport {
  private static final String KEY = "terminal-key.der";

  private TerminalExport() {}

  /** Writes the files into {@code folder}, which is made if it is not there. */
  public static Path write(SimulatedCard card, Path folder) throws CommandException {
    TerminalAccess access =
        card.terminal().orElseThrow(() -> CommandException.usage("usage.no-terminal", card.name()));
    try {
      Files.createDirectories(folder);
      List<byte[]> certificates = access.certificates();
      for (int i = 0; i < certificates.size(); i++) {
        Files.write(folder.resolve("chain-" + (i + 1) + ".cvcert"), certificates.get(i));
      }
      return writeKey(access, folder.resolve(KEY));
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", folder.toString());
    }
  }

  // The permissions are there before the first byte is.
  private static Path writeKey(TerminalAccess access, Path file) throws IOException {
    byte[] pkcs8 = access.pkcs8();
    try {
      Files.deleteIfExists(file);
      Files.createFile(file, ownerOnly(file));
      Files.write(file, pkcs8);
      return file;
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
