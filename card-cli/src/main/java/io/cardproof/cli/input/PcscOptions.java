package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.reader.pcsc.PcscProvider;
import io.cardproof.reader.pcsc.PcscReaders;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which way the command takes to the PC/SC service. */
public final class PcscOptions {
  /** Names the way where the option does not. */
  public static final String VARIABLE = "CARDPROOF_PCSC_PROVIDER";

  private static final String AUTOMATIC = "auto";

  @Option(names = "--pcsc-provider", paramLabel = "NAME")
  private @Nullable String provider;

  /** The readers of this machine. */
  public PcscReaders readers(Talk talk) throws CommandException, CardUnavailableException {
    Optional<PcscProvider> chosen = chosen(talk);
    return chosen.isPresent() ? PcscReaders.system(chosen.get()) : PcscReaders.system();
  }

  /** The provider that was asked for; none if the library chooses. */
  public Optional<PcscProvider> chosen(Talk talk) throws CommandException {
    String name = provider == null ? talk.here().variable(VARIABLE) : provider;
    if (name.isEmpty() || name.equals(AUTOMATIC)) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(PcscProvider.values())
            .filter(known -> known.id().equals(name))
            .findFirst()
            .orElseThrow(() -> CommandException.usage("usage.pcsc-provider", name)));
  }
}
