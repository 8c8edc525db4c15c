package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.reader.CardLink;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which reader to take the card from, and how long to wait for it. */
public final class ReaderOptions {
  @Option(names = "--reader", paramLabel = "NAME")
  private @Nullable String reader;

  @Option(names = "--wait", paramLabel = "SECONDS")
  private int waitSeconds = 30;

  @Mixin private final PcscOptions pcsc = new PcscOptions();

  /** Whether a reader was named. */
  public boolean isGiven() {
    return reader != null;
  }

  /** Waits for a card; the caller closes it. */
  public CardLink waitForCard(Talk talk) throws CommandException, CardUnavailableException {
    talk.mention("progress.waiting");
    return pcsc.readers(talk)
        .waitForCard(Optional.ofNullable(reader), Duration.ofSeconds(waitSeconds));
  }
}
