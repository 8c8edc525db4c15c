package io.cardproof.cli.input;

import io.cardproof.access.AccessKey;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.MalformedInputException;
import io.cardproof.vietnam.CitizenQr;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that open a chip. A bare option asks without echo, {@code -} reads stdin, and a value
 * on the command line works and warns, since every process of the machine can see it.
 */
public final class KeyOptions {
  private static final String ASK = "";
  private static final String STDIN = "-";
  private static final int LONGEST = 4096;
  // Which fields can be those of such a zone is for AccessKey to say.
  private static final Pattern THREE_FIELDS = Pattern.compile("([^,;]*)[,;]([^,;]*)[,;]([^,;]*)");

  @Option(names = "--can", arity = "0..1", fallbackValue = ASK, paramLabel = "CAN")
  private @Nullable String can;

  @Option(names = "--can-file", paramLabel = "FILE")
  private @Nullable Path canFile;

  @Option(names = "--mrz", arity = "0..1", fallbackValue = ASK, paramLabel = "MRZ")
  private @Nullable String mrz;

  @Option(names = "--mrz-file", paramLabel = "FILE")
  private @Nullable Path mrzFile;

  @Option(names = "--qr", arity = "0..1", fallbackValue = ASK, paramLabel = "TEXT")
  private @Nullable String qr;

  @Option(names = "--qr-file", paramLabel = "FILE")
  private @Nullable Path qrFile;

  /**
   * The key that the options name; the caller closes it.
   *
   * @return empty if they name none
   */
  public Optional<AccessKey> open(Talk talk) throws CommandException, MalformedInputException {
    List<Named> named =
        Stream.of(
                new Named(Kind.CAN, can, canFile),
                new Named(Kind.MRZ, mrz, mrzFile),
                new Named(Kind.QR, qr, qrFile))
            .filter(Named::isGiven)
            .toList();
    if (named.size() > 1 || named.stream().anyMatch(Named::isGivenTwice)) {
      throw CommandException.usage("usage.one-key");
    }
    return named.isEmpty() ? Optional.empty() : Optional.of(key(named.get(0), talk));
  }

  private static AccessKey key(Named named, Talk talk)
      throws CommandException, MalformedInputException {
    String text = text(named, talk).strip();
    if (text.isEmpty()) {
      throw CommandException.usage("usage.empty-key", named.kind().option());
    }
    return switch (named.kind()) {
      case CAN -> AccessKey.can(text);
      case MRZ -> mrzKey(text);
      case QR -> CitizenQr.parse(text).accessKey();
    };
  }

  private static AccessKey mrzKey(String text) throws MalformedInputException {
    Matcher fields = THREE_FIELDS.matcher(text);
    return fields.matches()
        ? AccessKey.mrz(fields.group(1), fields.group(2), fields.group(3))
        : AccessKey.mrzLines(text);
  }

  private static String text(Named named, Talk talk) throws CommandException {
    if (named.file() != null) {
      return read(named.file());
    }
    String value = named.value();
    if (value == null || value.equals(ASK)) {
      return ask(named.kind(), talk);
    }
    if (value.equals(STDIN)) {
      return standardInput(talk);
    }
    talk.say("warning.secret-on-command-line", named.kind().option());
    return value;
  }

  private static String ask(Kind kind, Talk talk) throws CommandException {
    if (!talk.here().terminal().in()) {
      throw CommandException.usage("usage.nobody-to-ask", kind.option());
    }
    try {
      return talk.askSecret("prompt." + kind.option().substring(2));
    } catch (IOException e) {
      throw CommandException.usage("usage.nobody-to-ask", kind.option());
    }
  }

  private static String standardInput(Talk talk) throws CommandException {
    try {
      return new String(talk.here().in().readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", "stdin");
    }
  }

  private static String read(Path file) throws CommandException {
    try {
      if (Files.size(file) > LONGEST) {
        throw CommandException.input("input.too-long", file.toString());
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", file.toString());
    }
  }

  private enum Kind {
    CAN("--can"),
    MRZ("--mrz"),
    QR("--qr");

    private final String option;

    Kind(String option) {
      this.option = option;
    }

    String option() {
      return option;
    }
  }

  private record Named(Kind kind, @Nullable String value, @Nullable Path file) {
    boolean isGiven() {
      return value != null || file != null;
    }

    boolean isGivenTwice() {
      return value != null && file != null;
    }

    @Override
    public String toString() {
      return kind.option();
    }
  }
}
