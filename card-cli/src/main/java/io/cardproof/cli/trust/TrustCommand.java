package io.cardproof.cli.trust;

import io.cardproof.cli.talk.Talk;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code card trust} itself: it only has commands. */
@Command(name = "trust")
public final class TrustCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  private TrustCommand() {}

  /** The command with all that it has. */
  public static CommandLine with(Talk talk) {
    CommandLine trust = new CommandLine(new TrustCommand());
    for (Object command :
        List.of(
            new ImportCommand(talk),
            new RemoveCommand(talk),
            new ListCommand(talk),
            new ShowCommand(talk),
            new CheckCommand(talk),
            new ExplainCommand(talk),
            new SnapshotCommand(talk),
            new UpdateCommand(talk))) {
      trust.addSubcommand(command);
    }
    return trust;
  }

  @Override
  public Integer call() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "");
  }
}
