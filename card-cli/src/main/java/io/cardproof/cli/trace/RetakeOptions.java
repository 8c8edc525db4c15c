package io.cardproof.cli.trace;

import io.cardproof.cli.input.KeyOptions;
import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which trace is done again, what opens it, and with what. */
final class RetakeOptions {
  @Parameters(index = "0", paramLabel = "TRACE", descriptionKey = "card.replay.trace")
  private @Nullable Path file;

  @Option(names = "--fault", paramLabel = "ID", descriptionKey = "card.trace.fault")
  private List<String> faults = new ArrayList<>();

  @Option(names = "--json")
  private boolean json;

  @Mixin private final KeyOptions keys = new KeyOptions();
  @Mixin private final TrustOptions trust = new TrustOptions();

  Path source() {
    return Objects.requireNonNull(file);
  }

  List<String> faults() {
    return faults;
  }

  boolean json() {
    return json;
  }

  /** The trace, replayed; the caller closes it. */
  Original replayed(Talk talk, Trace trace) throws CommandException, InspectionException {
    return Original.replayed(talk, trace, keys, trust);
  }
}
