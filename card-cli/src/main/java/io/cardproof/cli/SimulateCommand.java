package io.cardproof.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.input.Addresses;
import io.cardproof.cli.input.SimulatorOptions;
import io.cardproof.cli.input.TerminalExport;
import io.cardproof.cli.show.FaultList;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.show.PersonaList;
import io.cardproof.cli.show.Table;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Talk;
import io.cardproof.simulator.Personas;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.link.VpcdLink;
import io.cardproof.simulator.link.VpcdListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code card simulate}: a card at a virtual reader, until the process is interrupted. */
@Command(name = "simulate")
final class SimulateCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Talk talk;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CARD",
      descriptionKey = "card.simulate.card")
  private String name = SimulatorOptions.UNNAMED;

  @Mixin private final SimulatorOptions simulator = new SimulatorOptions();

  @Option(names = "--vpcd", paramLabel = "HOST:PORT")
  private @Nullable String vpcd;

  @Option(names = "--listen", paramLabel = "HOST:PORT")
  private @Nullable String listen;

  @Option(names = "--terminal-out", paramLabel = "DIR")
  private @Nullable Path terminalOut;

  @Option(names = "--list")
  private boolean list;

  @Option(names = "--list-faults")
  private boolean listFaults;

  @Option(names = "--json")
  private boolean json;

  SimulateCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException, InterruptedException {
    if (list || listFaults) {
      return listKnown();
    }
    if (vpcd != null && listen != null) {
      throw CommandException.usage("usage.vpcd-or-listen");
    }
    return listen == null ? connect() : await(listen);
  }

  private int listKnown() throws CommandException {
    if (list) {
      listPersonas();
    }
    if (listFaults) {
      new FaultList(talk.messages()).lines().forEach(talk::line);
    }
    return ExitCode.AUTHENTIC.number();
  }

  /** Each is made: nothing else knows the sizes of its files. */
  private void listPersonas() throws CommandException {
    PersonaList personas = new PersonaList(talk.messages());
    for (Personas.Entry entry : Personas.list()) {
      personas.add(entry, simulator.make(entry.name(), talk.here().clock()).profile());
    }
    if (json) {
      talk.line(Json.pretty(personas.json()));
    } else {
      personas.lines().forEach(talk::line);
    }
  }

  private int connect() throws CommandException, InterruptedException {
    InetSocketAddress reader = vpcd == null ? Addresses.usualVpcd() : Addresses.parse(vpcd);
    SimulatedCard card = make();
    try (VpcdLink link = VpcdLink.connect(reader, card.newChip())) {
      link.awaitPowered(PATIENCE);
      announce(card, reader, readerName(reader));
      return stay();
    } catch (IOException | TimeoutException e) {
      throw noReader(reader);
    }
  }

  private int await(String where) throws CommandException, InterruptedException {
    InetSocketAddress address = Addresses.parse(where);
    if (!address.getAddress().isLoopbackAddress()) {
      throw CommandException.usage("usage.loopback", where);
    }
    SimulatedCard card = make();
    try (VpcdListener listener = VpcdListener.listen(address, card.newChip())) {
      announce(card, listener.address(), Optional.empty());
      return stay();
    } catch (IOException e) {
      throw CommandException.unavailable("no-reader", "error.cannot-listen", where);
    }
  }

  private SimulatedCard make() throws CommandException {
    talk.mention("progress.making");
    SimulatedCard card = simulator.make(name, talk.here().clock());
    if (terminalOut != null) {
      talk.mention("note.written", TerminalExport.write(card, terminalOut).toString());
    }
    return card;
  }

  private static CommandException noReader(InetSocketAddress reader) {
    return CommandException.unavailable("no-reader", "error.no-vpcd", Addresses.text(reader));
  }

  /** The driver has two slots; pcscd numbers them in the reader's name. */
  private static Optional<String> readerName(InetSocketAddress reader) {
    int slot = reader.getPort() - Addresses.FIRST_VPCD_PORT;
    return slot == 0 || slot == 1 ? Optional.of("Virtual PCD 00 0" + slot) : Optional.empty();
  }

  private void announce(SimulatedCard card, InetSocketAddress address, Optional<String> reader) {
    if (json) {
      talk.line(Json.line(ready(card, address, reader)));
    } else {
      describe(card, address, reader);
    }
  }

  private static ObjectNode ready(
      SimulatedCard card, InetSocketAddress address, Optional<String> reader) {
    ObjectNode ready = Json.object().put("ready", true).put("persona", card.name());
    ready.put("address", Addresses.text(address));
    reader.ifPresent(name -> ready.put("reader", name));
    card.can().ifPresent(can -> ready.put("can", can));
    card.pin().ifPresent(pin -> ready.put("pin", pin));
    card.puk().ifPresent(puk -> ready.put("puk", puk));
    ArrayNode lines = ready.putArray("mrz");
    card.mrz().forEach(lines::add);
    card.qr().ifPresent(qr -> ready.put("qr", qr));
    return ready;
  }

  private void describe(SimulatedCard card, InetSocketAddress address, Optional<String> reader) {
    Messages messages = talk.messages();
    Table table = new Table().add(messages.text("simulate.persona"), card.name());
    card.can().ifPresent(can -> table.add(messages.text("simulate.can"), can));
    card.pin().ifPresent(pin -> table.add(messages.text("simulate.pin"), pin));
    card.puk().ifPresent(puk -> table.add(messages.text("simulate.puk"), puk));
    for (String line : card.mrz()) {
      table.add(line.equals(card.mrz().get(0)) ? messages.text("simulate.mrz") : "", line);
    }
    card.qr().ifPresent(qr -> table.add(messages.text("simulate.qr"), qr));
    table.add(messages.text("simulate.address"), Addresses.text(address));
    reader.ifPresent(name -> table.add(messages.text("simulate.reader"), name));
    talk.line(messages.text("simulate.ready"));
    table.lines().forEach(talk::line);
    if (reader.isPresent() && card.can().isPresent()) {
      talk.say("simulate.try", reader.get(), card.can().get());
    }
    talk.say("simulate.until");
  }

  /** Until the process is told to end, or a test interrupts the thread. */
  private static int stay() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.AUTHENTIC.number();
  }
}
