package io.cardproof.cli.trust;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.input.TrustOptions;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.show.TrustJson;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.trust.TrustStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code card trust snapshot}: the store as one file for other machines. */
@Command(name = "snapshot")
final class SnapshotCommand implements Callable<Integer> {
  private final Talk talk;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "card.trust.snapshot.file")
  private @Nullable Path file;

  @Mixin private final TrustOptions trust = new TrustOptions();

  @Option(names = "--json")
  private boolean json;

  SnapshotCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    Path target = Objects.requireNonNull(file);
    TrustStore store = trust.complete(trust.open(talk), talk);
    try {
      store.save(target);
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", target.toString());
    }
    if (json) {
      ObjectNode root = Json.object().put("file", target.toString());
      talk.line(Json.pretty(root.setAll(TrustJson.summary(store))));
    } else {
      // As sha256sum writes it, so that the other machine can check it with that.
      talk.line(store.sha256().toHex() + "  " + target);
    }
    return ExitCode.AUTHENTIC.number();
  }
}
