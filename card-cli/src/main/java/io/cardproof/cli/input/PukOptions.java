package io.cardproof.cli.input;

import io.cardproof.access.AccessKey;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.MalformedInputException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The PUK, as {@code inspect} and {@code unblock} take it. */
public final class PukOptions {
  @Option(names = "--puk", arity = "0..1", fallbackValue = SecretSource.ASK, paramLabel = "PUK")
  private @Nullable String puk;

  @Option(names = "--puk-file", paramLabel = "FILE")
  private @Nullable Path pukFile;

  /**
   * The key; the caller closes it.
   *
   * @return empty if none was given
   */
  public Optional<AccessKey> open(Talk talk) throws CommandException, MalformedInputException {
    SecretSource source = source();
    if (source.isGivenTwice()) {
      throw CommandException.usage("usage.one-key");
    }
    return source.isGiven() ? Optional.of(AccessKey.puk(source.read(talk))) : Optional.empty();
  }

  SecretSource source() {
    return new SecretSource("--puk", puk, pukFile);
  }
}
