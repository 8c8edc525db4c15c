package io.cardproof.evidence;

import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that hold personal data. */
final class EvidenceFiles {
  static final int MAX_BYTES = 16 << 20;

  private EvidenceFiles() {}

  static void write(Path file, Bytes content) throws IOException {
    Path target = file.toAbsolutePath();
    Path directory = target.getParent();
    if (directory == null) {
      throw new IOException("is a directory");
    }
    // The permissions are there before the first byte is; the name appears with the last.
    Path unfinished =
        Files.createTempFile(directory, ".evidence", ".tmp", ownerOnly(file.getFileSystem()));
    try {
      Files.write(unfinished, content.toByteArray());
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  static Bytes read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      // One byte more than allowed, so that the decoder sees that the file is too large.
      return Bytes.of(in.readNBytes(MAX_BYTES + 1));
    }
  }

  private static FileAttribute<?>[] ownerOnly(FileSystem fileSystem) {
    if (!fileSystem.supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
