package io.cardproof.cli.input;

import io.cardproof.access.AccessKey;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.MalformedInputException;
import io.cardproof.vietnam.CitizenQr;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that open a chip: one of them, or a PIN together with the CAN that a suspended PIN
 * wants first.
 */
public final class KeyOptions {
  // Which fields can be those of such a zone is for AccessKey to say.
  private static final Pattern THREE_FIELDS = Pattern.compile("([^,;]*)[,;]([^,;]*)[,;]([^,;]*)");

  @Option(names = "--can", arity = "0..1", fallbackValue = SecretSource.ASK, paramLabel = "CAN")
  private @Nullable String can;

  @Option(names = "--can-file", paramLabel = "FILE")
  private @Nullable Path canFile;

  @Option(names = "--mrz", arity = "0..1", fallbackValue = SecretSource.ASK, paramLabel = "MRZ")
  private @Nullable String mrz;

  @Option(names = "--mrz-file", paramLabel = "FILE")
  private @Nullable Path mrzFile;

  @Option(names = "--qr", arity = "0..1", fallbackValue = SecretSource.ASK, paramLabel = "TEXT")
  private @Nullable String qr;

  @Option(names = "--qr-file", paramLabel = "FILE")
  private @Nullable Path qrFile;

  @Option(names = "--pin", arity = "0..1", fallbackValue = SecretSource.ASK, paramLabel = "PIN")
  private @Nullable String pin;

  @Option(names = "--pin-file", paramLabel = "FILE")
  private @Nullable Path pinFile;

  @Mixin private final PukOptions puk = new PukOptions();

  /**
   * The key that the options name; the caller closes it.
   *
   * @return empty if they name none
   */
  public Optional<AccessKey> open(Talk talk) throws CommandException, MalformedInputException {
    List<SecretSource> given =
        Stream.of(canSource(), mrzSource(), qrSource(), pinSource(), puk.source())
            .filter(SecretSource::isGiven)
            .toList();
    boolean resumed = given.equals(List.of(canSource(), pinSource()));
    if (given.stream().anyMatch(SecretSource::isGivenTwice) || (given.size() > 1 && !resumed)) {
      throw CommandException.usage("usage.one-key");
    }
    if (given.stream().filter(SecretSource::isStandardInput).count() > 1) {
      throw CommandException.usage("usage.one-stdin");
    }
    if (resumed) {
      String number = canSource().read(talk);
      return Optional.of(AccessKey.pin(pinSource().read(talk), number));
    }
    return given.isEmpty() ? Optional.empty() : Optional.of(key(given.get(0), talk));
  }

  private static AccessKey key(SecretSource source, Talk talk)
      throws CommandException, MalformedInputException {
    String text = source.read(talk);
    return switch (source.option()) {
      case "--can" -> AccessKey.can(text);
      case "--pin" -> AccessKey.pin(text);
      case "--puk" -> AccessKey.puk(text);
      case "--qr" -> CitizenQr.parse(text).accessKey();
      default -> mrzKey(text);
    };
  }

  private static AccessKey mrzKey(String text) throws MalformedInputException {
    Matcher fields = THREE_FIELDS.matcher(text);
    return fields.matches()
        ? AccessKey.mrz(fields.group(1), fields.group(2), fields.group(3))
        : AccessKey.mrzLines(text);
  }

  private SecretSource canSource() {
    return new SecretSource("--can", can, canFile);
  }

  private SecretSource mrzSource() {
    return new SecretSource("--mrz", mrz, mrzFile);
  }

  private SecretSource qrSource() {
    return new SecretSource("--qr", qr, qrFile);
  }

  private SecretSource pinSource() {
    return new SecretSource("--pin", pin, pinFile);
  }
}
