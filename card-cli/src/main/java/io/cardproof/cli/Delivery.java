package io.cardproof.cli;

import io.cardproof.cli.input.OutputOptions;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.show.ReportJson;
import io.cardproof.cli.show.ReportText;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.NewFiles;
import io.cardproof.cli.talk.Talk;
import io.cardproof.report.Holder;
import io.cardproof.report.Report;
import io.cardproof.report.Signer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Hands a report out: to stdout, into the files that were asked for, and as an exit code. */
final class Delivery {
  private final Talk talk;
  private final OutputOptions options;

  Delivery(Talk talk, OutputOptions options) {
    this.talk = talk;
    this.options = options;
  }

  int deliver(Report report) throws CommandException {
    // Files first: a file that cannot be written is an error, and stdout holds one object.
    if (options.photo().isPresent() || options.fingers().isPresent()) {
      writeImages(report);
    }
    if (options.signerCertificate().isPresent()) {
      writeSigner(report, options.signerCertificate().get());
    }
    if (options.json()) {
      talk.line(Json.pretty(new ReportJson(options.unverified()).of(report)));
    } else {
      new ReportText(talk, options.unverified()).lines(report).forEach(talk::line);
    }
    return exitCode(report).number();
  }

  private static ExitCode exitCode(Report report) {
    return report
        .verdict()
        .fold(
            authentic -> ExitCode.AUTHENTIC,
            expired -> ExitCode.EXPIRED,
            notAuthentic -> ExitCode.NOT_AUTHENTIC,
            inconclusive -> ExitCode.INCONCLUSIVE);
  }

  private static Optional<Holder> holder(Report report) {
    return report
        .verdict()
        .fold(
            authentic -> Optional.of(authentic.holder()),
            expired -> Optional.of(expired.holder()),
            notAuthentic -> Optional.empty(),
            inconclusive -> Optional.empty());
  }

  private void writeImages(Report report) throws CommandException {
    Optional<Holder> holder = holder(report);
    if (holder.isEmpty()) {
      talk.say("warning.no-photo");
      return;
    }
    ImageFiles images = new ImageFiles(talk);
    if (options.photo().isPresent()) {
      images.photo(holder.get(), options.photo().get());
    }
    if (options.fingers().isPresent()) {
      images.fingers(holder.get(), options.fingers().get());
    }
  }

  private void writeSigner(Report report, Path file) throws CommandException {
    Optional<Signer> signer = report.signer();
    if (signer.isEmpty()) {
      talk.say("warning.no-signer");
      return;
    }
    boolean pem = file.toString().toLowerCase(Locale.ROOT).endsWith(".pem");
    new NewFiles(talk)
        .write(
            file,
            pem
                ? signer.get().pem().getBytes(StandardCharsets.US_ASCII)
                : signer.get().certificateDer().toByteArray());
  }
}
