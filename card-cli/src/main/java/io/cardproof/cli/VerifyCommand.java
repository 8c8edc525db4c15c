package io.cardproof.cli;

import io.cardproof.cli.input.JudgementOptions;
import io.cardproof.cli.input.OutputOptions;
import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.report.Report;
import io.cardproof.trust.TrustStore;
import io.cardproof.verify.Expectation;
import io.cardproof.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code card verify}: judges evidence, without a card. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
  private final Talk talk;

  @Parameters(index = "0", paramLabel = "EVIDENCE", descriptionKey = "card.verify.evidence-file")
  private @Nullable Path file;

  @Mixin private final TrustOptions trust = new TrustOptions();
  @Mixin private final JudgementOptions judgement = new JudgementOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  VerifyCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    judgement.check();
    Evidence evidence = read(Objects.requireNonNull(file));
    TrustStore anchors = trust.complete(trust.open(talk), talk);
    Report report =
        new Verifier(anchors, judgement.policy())
            .verify(
                evidence,
                judgement.expectation(Expectation::server),
                judgement.clock(talk.here().clock()).instant());
    return new Delivery(talk, output).deliver(report);
  }

  private static Evidence read(Path file) throws CommandException, InspectionException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw CommandException.input("input.unreadable", file.toString());
    }
    try {
      return new EvidenceCodec().read(file);
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", file.toString());
    }
  }
}
