package io.cardproof.cli.talk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes the files that were asked for, and says which. */
public final class NewFiles {
  private static final String OWNER_ONLY = "rw-------";

  private final Talk talk;

  /** Says it to {@code talk}. */
  public NewFiles(Talk talk) {
    this.talk = talk;
  }

  /** Writes a file, over what is there. */
  public void write(Path file, byte[] content) throws CommandException {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", file.toString());
    }
    talk.mention("note.written", file.toString());
  }

  /** The same in a file that is new: for its owner's eyes only, where there are owners. */
  public void writePrivate(Path file, byte[] content) throws CommandException {
    try {
      // Made new, so that an old file's permissions do not stay; never a device or a link.
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(file);
      }
      if (Files.notExists(file) && knowsOwners(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      }
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", file.toString());
    }
    write(file, content);
  }

  private static boolean knowsOwners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
