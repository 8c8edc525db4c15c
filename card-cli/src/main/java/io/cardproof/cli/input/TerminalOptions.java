package io.cardproof.cli.input;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.MalformedInputException;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.terminal.CvCertificate;
import io.cardproof.terminal.Pkcs11TerminalKey;
import io.cardproof.terminal.Pkcs11Uri;
import io.cardproof.terminal.Pkcs8TerminalKey;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.terminal.TerminalKey;
import io.cardproof.terminal.TerminalKeyException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that open fingers and irises: a terminal's key and its certificates. */
public final class TerminalOptions {
  private static final String OF_THE_CARD = "";
  private static final String CERTIFICATE_FILE = ".cvcert";
  private static final int LONGEST = 1 << 16;

  @Option(names = "--terminal-key", arity = "0..1", fallbackValue = OF_THE_CARD, paramLabel = "KEY")
  private @Nullable String key;

  @Option(names = "--terminal-cert", arity = "1..*", paramLabel = "FILE")
  private List<Path> certificates = new ArrayList<>();

  /**
   * The credentials that the options name; the caller closes them.
   *
   * @param card the simulated card, whose own key the option means if it has no value
   * @return empty if they name none
   */
  public Optional<OpenTerminal> open(Talk talk, Optional<SimulatedCard> card)
      throws CommandException, MalformedInputException {
    if (key == null) {
      if (!certificates.isEmpty()) {
        throw CommandException.usage("usage.certificates-without-key");
      }
      return Optional.empty();
    }
    TerminalCredentials credentials = key.equals(OF_THE_CARD) ? ofCard(card) : named(key, talk);
    return Optional.of(new OpenTerminal(credentials));
  }

  /** The same; if the options name none, what opens the simulated card, if anything does. */
  public Optional<OpenTerminal> openAny(Talk talk, Optional<SimulatedCard> card)
      throws CommandException, MalformedInputException {
    boolean ownKey = key == null && card.flatMap(SimulatedCard::terminal).isPresent();
    return ownKey ? Optional.of(new OpenTerminal(ofCard(card))) : open(talk, card);
  }

  private TerminalCredentials ofCard(Optional<SimulatedCard> card)
      throws CommandException, MalformedInputException {
    if (card.isEmpty()) {
      throw CommandException.usage("usage.terminal-key-value");
    }
    return MadeUp.terminal(card.get())
        .orElseThrow(() -> CommandException.usage("usage.no-terminal", card.get().name()));
  }

  private TerminalCredentials named(String text, Talk talk)
      throws CommandException, MalformedInputException {
    if (text.startsWith(Pkcs11Uri.SCHEME)) {
      if (certificates.isEmpty()) {
        throw CommandException.usage("usage.token-without-certificates");
      }
      List<CvCertificate> heap = heap(certificates);
      return new TerminalCredentials(heap, inToken(Pkcs11Uri.parse(text), talk));
    }
    Path file = Path.of(text);
    List<CvCertificate> heap =
        heap(certificates.isEmpty() ? List.of(folderOf(file)) : certificates);
    return new TerminalCredentials(heap, fromFile(file, talk));
  }

  private static TerminalKey inToken(Pkcs11Uri uri, Talk talk) throws CommandException {
    SecretSource source =
        new SecretSource(
            "--terminal-pin",
            uri.pinFile().isPresent() ? null : SecretSource.ASK,
            uri.pinFile().orElse(null));
    char[] pin = source.read(talk).toCharArray();
    try {
      return Pkcs11TerminalKey.open(uri, pin);
    } catch (TerminalKeyException e) {
      throw CommandException.input(
          "input.terminal-key", uri.module().toString(), String.valueOf(e.getMessage()));
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  private static TerminalKey fromFile(Path file, Talk talk)
      throws CommandException, MalformedInputException {
    try {
      if (Pkcs8TerminalKey.isOpenToOthers(file)) {
        talk.say("warning.key-file-open", file.toString());
      }
      return Pkcs8TerminalKey.load(file);
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", file.toString());
    }
  }

  private static List<CvCertificate> heap(List<Path> sources)
      throws CommandException, MalformedInputException {
    List<CvCertificate> heap = new ArrayList<>();
    for (Path source : sources) {
      for (Path file : files(source)) {
        heap.addAll(CvCertificate.parseAll(file.toString(), content(file)));
      }
    }
    return heap;
  }

  /** A file, or all certificates of a folder. */
  private static List<Path> files(Path source) throws CommandException {
    if (!Files.isDirectory(source)) {
      return List.of(source);
    }
    try (Stream<Path> inside = Files.list(source)) {
      return inside.filter(file -> file.toString().endsWith(CERTIFICATE_FILE)).sorted().toList();
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", source.toString());
    }
  }

  private static Bytes content(Path file) throws CommandException {
    try {
      if (Files.size(file) > LONGEST) {
        throw CommandException.input("input.too-long", file.toString());
      }
      return Bytes.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", file.toString());
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? Path.of(".") : folder;
  }
}
