package io.cardproof.cli.trust;

import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.TrustStore;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is to be imported, read by itself first: one bad file never costs the others.
 *
 * @param file where it is
 * @param content what it holds; empty if it cannot be taken
 * @param failure why it cannot
 */
record Source(Path file, Optional<TrustStore> content, Optional<MalformedInputException> failure) {
  static Source of(Path file, TrustStore.Builder empty) {
    try {
      return new Source(file, Optional.of(empty.add(file).build()), Optional.empty());
    } catch (MalformedInputException e) {
      return new Source(file, Optional.empty(), Optional.of(e));
    }
  }
}
