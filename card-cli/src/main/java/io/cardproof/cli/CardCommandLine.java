package io.cardproof.cli;

import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Language;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Surroundings;
import io.cardproof.cli.talk.Talk;
import io.cardproof.cli.trace.TraceCommand;
import io.cardproof.cli.trust.TrustCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Puts the commands together and runs one of them. Every way out is an {@link ExitCode}. */
public final class CardCommandLine {
  private static final int WIDEST_HELP = 100;

  private final Surroundings here;

  /** A command line that reads from and writes to {@code here}. */
  public CardCommandLine(Surroundings here) {
    this.here = here;
  }

  /** Runs {@code args}; the number to end the process with. */
  public int run(String... args) {
    Language language = language(args);
    Talk talk = new Talk(here, Messages.in(language));
    Failures failures = new Failures(talk);
    try {
      return commandLine(talk, language, failures).execute(args);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return failures.internal(e, Failures.Form.TEXT);
    } finally {
      here.out().flush();
      here.err().flush();
    }
  }

  private CommandLine commandLine(Talk talk, Language language, Failures failures) {
    CommandLine commandLine = new CommandLine(new CardCommand());
    for (Object command : commands(talk)) {
      commandLine.addSubcommand(command);
    }
    localise(commandLine, help(language));
    return commandLine
        .setOut(writer(here.out()))
        .setErr(writer(here.err()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi()))
        .setUsageHelpWidth(Math.max(60, Math.min(WIDEST_HELP, here.terminal().columns())))
        .registerConverter(Instant.class, Instants::parse)
        .setParameterExceptionHandler(
            (ParameterException e, String[] args) -> failures.usage(e, Failures.Form.of(args)))
        .setExecutionExceptionHandler(
            (Exception e, CommandLine line, ParseResult parsed) ->
                failures.handle(e, Failures.Form.of(parsed)));
  }

  private static List<Object> commands(Talk talk) {
    return List.of(
        new InspectCommand(talk),
        new VerifyCommand(talk),
        new ReplayCommand(talk),
        TraceCommand.with(talk),
        new UnblockCommand(talk),
        new ReadersCommand(talk),
        new WatchCommand(talk),
        new SimulateCommand(talk),
        TrustCommand.with(talk),
        new DoctorCommand(talk),
        new CommandLine.HelpCommand());
  }

  /** The language comes first: even the complaint about a wrong option is in it. */
  private Language language(String... args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--lang=")) {
        return Language.named(args[i].substring("--lang=".length()));
      }
      if (args[i].equals("--lang") && i + 1 < args.length) {
        return Language.named(args[i + 1]);
      }
    }
    return Language.of(here.environment());
  }

  private static void localise(CommandLine commandLine, ResourceBundle help) {
    commandLine.setResourceBundle(help);
    commandLine.getSubcommands().values().forEach(sub -> localise(sub, help));
  }

  private static ResourceBundle help(Language language) {
    try (InputStream in = Main.class.getResourceAsStream(language.resource("help"))) {
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ansi ansi() {
    return Style.of(here).colours() ? Ansi.ON : Ansi.OFF;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
