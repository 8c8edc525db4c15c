package io.cardproof.cli;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code card} itself: it only has commands. */
@Command(
    name = "card",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    exitCodeOnInvalidInput = 64,
    exitCodeOnExecutionException = 70)
final class CardCommand implements Callable<Integer> {
  private static final Set<String> LANGUAGES = Set.of("en", "vi");

  @Spec private @Nullable CommandSpec spec;

  /** Only checked here: the language was looked up before anything else could be said. */
  @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "vi|en")
  void language(String tag) {
    if (!LANGUAGES.contains(tag)) {
      throw new ParameterException(commandLine(), "--lang=" + tag + ": vi, en");
    }
  }

  @Override
  public Integer call() {
    throw new ParameterException(commandLine(), "");
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
