package io.cardproof.cli.trust;

import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.show.CertificateSheet;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.show.TrustList.Entry;
import io.cardproof.cli.show.TrustRole;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.TrustStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code card trust show}: a certificate with all that it says. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
  static final String FINGERPRINT = "[0-9a-f]{6,64}";
  private static final int MOST = 20;

  private final Talk talk;

  @Parameters(
      index = "0",
      paramLabel = "SHA256|FILE",
      descriptionKey = "card.trust.show.certificate")
  private @Nullable String wanted;

  @Mixin private final TrustOptions trust = new TrustOptions();

  @Option(names = "--json")
  private boolean json;

  ShowCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    String name = Objects.requireNonNull(wanted);
    List<Entry> found = found(name);
    if (found.isEmpty()) {
      throw CommandException.input("input.no-certificate", name);
    }
    if (found.size() > MOST) {
      throw CommandException.input("input.many-certificates", name, String.valueOf(found.size()));
    }
    CertificateSheet sheet = new CertificateSheet(talk, now());
    if (json) {
      talk.line(Json.pretty(sheet.json(found)));
    } else {
      found.forEach(entry -> sheet.lines(entry).forEach(talk::line));
    }
    return ExitCode.AUTHENTIC.number();
  }

  private Instant now() {
    return talk.here().clock().instant();
  }

  private List<Entry> found(String name) throws CommandException, MalformedInputException {
    if (Files.isRegularFile(Path.of(name))) {
      return entries(TrustStore.builder().allowTestAnchors().add(Path.of(name)).build());
    }
    String prefix = name.toLowerCase(Locale.ROOT).replaceAll("[ :]", "");
    if (!prefix.matches(FINGERPRINT)) {
      throw CommandException.usage("usage.fingerprint", name);
    }
    return entries(trust.complete(trust.open(talk), talk)).stream()
        .filter(entry -> entry.stored().certificate().der().sha256().toHex().startsWith(prefix))
        .toList();
  }

  private static List<Entry> entries(TrustStore store) {
    List<Entry> entries = new ArrayList<>();
    store.anchors().forEach(each -> entries.add(new Entry(each, TrustRole.ANCHOR)));
    store.links().forEach(each -> entries.add(new Entry(each, TrustRole.LINK)));
    store.signers().forEach(each -> entries.add(new Entry(each, TrustRole.SIGNER)));
    return entries;
  }
}
