package io.cardproof.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Language;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says why there is no report, and what to do next. Nobody ever sees a stack trace. */
final class Failures {
  /** How a failure is told. */
  enum Form {
    /** To a person, on stderr. */
    TEXT,
    /** To a program, on stdout; to a person as well. */
    JSON;

    /** The form that arguments ask for which could not be parsed. */
    static Form of(String... arguments) {
      return List.of(arguments).contains("--json") ? JSON : TEXT;
    }

    static Form of(ParseResult parsed) {
      ParseResult last = parsed;
      while (last.hasSubcommand()) {
        last = last.subcommand();
      }
      return last.hasMatchedOption("--json") ? JSON : TEXT;
    }
  }

  private final Talk talk;

  Failures(Talk talk) {
    this.talk = talk;
  }

  int handle(Exception failure, Form form) {
    if (failure instanceof InspectionException e) {
      return inspection(e, form);
    }
    if (failure instanceof CommandException e) {
      return command(e, form);
    }
    return internal(failure, form);
  }

  int usage(ParameterException failure, Form form) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    String problem = problem(failure, talk.messages());
    if (form == Form.JSON) {
      print(error("usage", Step.INPUT, problem(failure, Messages.in(Language.ENGLISH))));
    }
    if (problem.isEmpty()) {
      failure.getCommandLine().usage(talk.here().err());
    } else {
      tell(problem);
      talk.say("usage.see-help", command);
    }
    return ExitCode.USAGE.number();
  }

  int internal(Throwable failure, Form form) {
    String where = failure.getClass().getSimpleName() + place(failure);
    if (form == Form.JSON) {
      print(error("internal-error", Step.VERIFY, where));
    }
    tell(talk.messages().text("error.internal", where));
    talk.say("error.internal.advice");
    return ExitCode.INTERNAL.number();
  }

  private int inspection(InspectionException failure, Form form) {
    if (form == Form.JSON) {
      print(json(failure));
    }
    String key = "error." + failure.code().id();
    tell(talk.messages().text(key));
    talk.here().err().println("  " + detail(failure));
    talk.messages().find(key + ".advice").ifPresent(this::advise);
    return exitCode(failure).number();
  }

  private int command(CommandException failure, Form form) {
    if (form == Form.JSON) {
      print(json(failure));
    }
    tell(failure.text(talk.messages()));
    failure.advice(talk.messages()).ifPresent(this::advise);
    return failure.exitCode().number();
  }

  private static ObjectNode json(CommandException failure) {
    Messages english = Messages.in(Language.ENGLISH);
    ObjectNode root = error(failure.code(), failure.step(), failure.text(english));
    failure.source().ifPresent(source -> root.withObject("/error").put("source", source));
    return root;
  }

  private static ExitCode exitCode(InspectionException failure) {
    if (failure instanceof AccessDeniedException) {
      return ExitCode.ACCESS_DENIED;
    }
    if (failure instanceof CardUnavailableException) {
      return ExitCode.UNAVAILABLE;
    }
    return failure instanceof MalformedInputException ? ExitCode.INPUT : ExitCode.PROTOCOL;
  }

  private static ObjectNode json(InspectionException failure) {
    ObjectNode root = Json.object();
    ObjectNode error = root.putObject("error");
    error.put("code", failure.code().id()).put("step", failure.step().id());
    statusWord(failure).ifPresent(word -> error.put("statusWord", hex(word)));
    if (failure instanceof AccessDeniedException e) {
      e.attemptsLeft().ifPresent(left -> error.put("attemptsLeft", left));
    }
    if (failure instanceof ProtocolException e) {
      error.put("clause", e.clause());
    }
    if (failure instanceof MalformedInputException e) {
      error.put("source", e.source()).put("place", e.place());
    }
    error.put("message", failure.getMessage());
    return root;
  }

  private String detail(InspectionException failure) {
    Messages messages = talk.messages();
    if (failure instanceof MalformedInputException e) {
      return e.source() + ", " + place(e, messages) + ": " + messages.said(e.problem());
    }
    StringBuilder text = new StringBuilder(messages.said(String.valueOf(failure.getMessage())));
    text.append(" (").append(messages.text("error.step", failure.step().id()));
    statusWord(failure)
        .ifPresent(word -> text.append(messages.text("error.status-word", hex(word))));
    if (failure instanceof AccessDeniedException e) {
      e.attemptsLeft().ifPresent(left -> text.append(messages.text("error.attempts-left", left)));
    }
    if (failure instanceof ProtocolException e) {
      text.append("; ").append(e.clause());
    }
    return text.append(')').toString();
  }

  private static String place(MalformedInputException failure, Messages messages) {
    return Stream.of(failure.place().split(", "))
        .map(messages::said)
        .collect(Collectors.joining(", "));
  }

  private static OptionalInt statusWord(InspectionException failure) {
    if (failure instanceof AccessDeniedException e) {
      return OptionalInt.of(e.statusWord());
    }
    return failure instanceof ProtocolException e ? e.statusWord() : OptionalInt.empty();
  }

  private static String hex(int statusWord) {
    return String.format(Locale.ROOT, "%04X", statusWord);
  }

  private static String problem(ParameterException failure, Messages messages) {
    if (failure instanceof UnmatchedArgumentException e) {
      return messages.text(
          "usage.unknown",
          e.getUnmatched().stream().map(Failures::shown).collect(Collectors.joining(" ")));
    }
    if (failure instanceof MissingParameterException e) {
      return messages.text("usage.missing", e.getMissing().get(0).paramLabel());
    }
    return Optional.ofNullable(failure.getMessage()).orElse("");
  }

  // What stands behind a mistyped option may be a number that opens a chip.
  private static String shown(String argument) {
    String name = argument.startsWith("-") ? argument.split("=", 2)[0] : argument;
    return name.chars().anyMatch(Character::isDigit) ? "…" : name;
  }

  /** Where the bug is, without the exception's text: that could hold what nobody may see. */
  private static String place(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("io.cardproof.")) {
        return " at " + frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }

  private static ObjectNode error(String code, Step step, String message) {
    ObjectNode root = Json.object();
    root.putObject("error").put("code", code).put("step", step.id()).put("message", message);
    return root;
  }

  private void print(ObjectNode root) {
    talk.line(Json.pretty(root));
  }

  private void tell(String problem) {
    talk.here().err().println("card: " + problem);
  }

  private void advise(String advice) {
    talk.here().err().println("  → " + advice);
  }
}
