package io.cardproof.cli.trust;

import io.cardproof.check.Reason;
import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.show.Explanation;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.show.PathReport;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.trust.PathVerifier;
import io.cardproof.trust.TrustStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code card trust explain}: why a document's signer is trusted, or is not. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
  private final Talk talk;

  @Parameters(
      index = "0",
      paramLabel = "EVIDENCE|SOD|CERTIFICATE",
      descriptionKey = "card.trust.explain.file")
  private @Nullable Path file;

  @Mixin private final TrustOptions trust = new TrustOptions();

  @Option(names = "--at", paramLabel = "INSTANT", descriptionKey = "card.trust.at")
  private @Nullable Instant at;

  @Option(names = "--json")
  private boolean json;

  ExplainCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    TrustStore store = trust.complete(trust.open(talk), talk);
    Instant now = at == null ? talk.here().clock().instant() : at;
    SignerFile.Found found = new SignerFile(store, now).read(Objects.requireNonNull(file));
    Explanation explanation =
        new Explanation(new PathVerifier(store).explain(found.signer()), found.signedAt(), now);
    PathReport report = new PathReport(talk, explanation);
    if (json) {
      talk.line(Json.pretty(report.json()));
    } else {
      report.lines().forEach(talk::line);
    }
    return exitCode(explanation.reason()).number();
  }

  private static ExitCode exitCode(Optional<Reason> reason) {
    if (reason.isEmpty()) {
      return ExitCode.AUTHENTIC;
    }
    return reason.get().leavesOpen() ? ExitCode.INCONCLUSIVE : ExitCode.NOT_AUTHENTIC;
  }
}
