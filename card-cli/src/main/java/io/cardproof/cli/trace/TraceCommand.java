package io.cardproof.cli.trace;

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

/** {@code card trace} itself: it only has commands. */
@Command(name = "trace")
public final class TraceCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  private TraceCommand() {}

  /** The command with all that it has. */
  public static CommandLine with(Talk talk) {
    CommandLine trace = new CommandLine(new TraceCommand());
    for (Object command :
        List.of(new ShowCommand(talk), new RedactCommand(talk), new TestCommand(talk))) {
      trace.addSubcommand(command);
    }
    return trace;
  }

  @Override
  public Integer call() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "");
  }
}
