package io.cardproof.cli.trust;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.StoredCertificate;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The certificates in the files that {@code --pin} names. */
final class PinnedRoots {
  private PinnedRoots() {}

  static List<Bytes> read(List<Path> files) throws CommandException, MalformedInputException {
    List<Bytes> roots = new ArrayList<>();
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw CommandException.input("input.unreadable", file.toString());
      }
      TrustStore content = TrustStore.builder().allowTestAnchors().add(file).build();
      for (StoredCertificate root : content.anchors()) {
        roots.add(root.certificate().der());
      }
      content.links().forEach(link -> roots.add(link.certificate().der()));
      if (roots.isEmpty()) {
        throw CommandException.input("input.no-root", file.toString());
      }
    }
    return roots;
  }
}
