package io.cardproof.cli;

import io.cardproof.CardInspector;
import io.cardproof.access.AccessKey;
import io.cardproof.cli.input.PukOptions;
import io.cardproof.cli.input.ReaderOptions;
import io.cardproof.cli.input.SimulatorOptions;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code card unblock}: gives a blocked or suspended PIN its attempts back. Nothing is read. */
@Command(name = "unblock")
final class UnblockCommand implements Callable<Integer> {
  private final Talk talk;

  @Option(
      names = "--simulated",
      arity = "0..1",
      fallbackValue = "id-pin",
      paramLabel = "CARD",
      descriptionKey = "card.unblock.simulated")
  private @Nullable String simulated;

  @Option(names = "--json")
  private boolean json;

  @Mixin private final PukOptions puk = new PukOptions();
  @Mixin private final ReaderOptions reader = new ReaderOptions();
  @Mixin private final SimulatorOptions simulator = new SimulatorOptions();

  UnblockCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InspectionException {
    Optional<AccessKey> given = puk.open(talk);
    if (simulated != null) {
      return unblockSimulated(given, simulated);
    }
    if (simulator.isGiven()) {
      throw CommandException.usage("usage.only-simulated");
    }
    if (given.isEmpty()) {
      throw CommandException.usage("usage.no-puk");
    }
    try (AccessKey key = given.get();
        CardLink link = reader.waitForCard(talk)) {
      return unblock(link, key);
    }
  }

  private int unblockSimulated(Optional<AccessKey> given, String name)
      throws CommandException, InspectionException {
    if (reader.isGiven()) {
      throw CommandException.usage("usage.simulated-or-reader");
    }
    SimulatedCard card = simulator.make(name, talk.here().clock());
    if (given.isEmpty() && card.puk().isEmpty()) {
      throw CommandException.usage("usage.no-puk-there", name);
    }
    VirtualCard chip = card.newChip();
    try (AccessKey key = given.isPresent() ? given.get() : AccessKey.puk(card.puk().get());
        CardLink link =
            CardLink.of("simulated " + card.name(), Bytes.of(chip.atr()), chip::transmit)) {
      return unblock(link, key);
    }
  }

  private int unblock(CardLink link, AccessKey key) throws InspectionException {
    CardInspector.builder(TrustStore.builder().build())
        .random(talk.here().random())
        .build()
        .unblockPin(link, key);
    if (json) {
      talk.line(Json.pretty(Json.object().put("unblocked", true)));
    } else {
      talk.line(talk.messages().text("unblock.done"));
    }
    return ExitCode.AUTHENTIC.number();
  }
}
