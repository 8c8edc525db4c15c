package io.cardproof.cli;

import io.cardproof.cli.input.Addresses;
import io.cardproof.cli.input.PcscOptions;
import io.cardproof.cli.input.UserStore;
import io.cardproof.cli.show.Diagnosis;
import io.cardproof.cli.show.Diagnosis.State;
import io.cardproof.cli.show.Json;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.ExitCode;
import io.cardproof.cli.talk.Talk;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.pcsc.PcscProvider;
import io.cardproof.reader.pcsc.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code card doctor}: what is there, what is missing, and what to do about it. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
  private static final List<Path> LIBRARIES =
      Stream.of(
              "/usr/lib/x86_64-linux-gnu/libpcsclite.so.1",
              "/usr/lib/aarch64-linux-gnu/libpcsclite.so.1",
              "/usr/lib64/libpcsclite.so.1",
              "/usr/lib/libpcsclite.so.1",
              "/usr/local/lib/libpcsclite.so.1",
              "/System/Library/Frameworks/PCSC.framework/PCSC")
          .map(Path::of)
          .toList();

  private final Talk talk;

  @Option(names = "--json")
  private boolean json;

  @Mixin private final PcscOptions pcsc = new PcscOptions();

  DoctorCommand(Talk talk) {
    this.talk = talk;
  }

  @Override
  public Integer call() throws CommandException {
    Diagnosis diagnosis = new Diagnosis();
    java(diagnosis);
    library(diagnosis);
    provider(diagnosis);
    boolean ready = readers(diagnosis);
    vpcd(diagnosis);
    trust(diagnosis);
    if (json) {
      talk.line(Json.pretty(diagnosis.json()));
    } else {
      diagnosis.lines(talk.messages(), talk.style()).forEach(talk::line);
    }
    return (ready ? ExitCode.AUTHENTIC : ExitCode.UNAVAILABLE).number();
  }

  private static void java(Diagnosis diagnosis) {
    diagnosis.add("java", State.OK, System.getProperty("java.runtime.version"));
  }

  private static void library(Diagnosis diagnosis) {
    String named = System.getProperty("sun.security.smartcardio.library", "");
    Stream<Path> places = named.isEmpty() ? LIBRARIES.stream() : Stream.of(Path.of(named));
    places
        .filter(Files::exists)
        .findFirst()
        .ifPresentOrElse(
            path -> diagnosis.add("library", State.OK, path.toString()),
            () -> diagnosis.add("library", State.PROBLEM, "doctor.library.missing", ""));
  }

  /** Which way is taken to the service, and why. */
  private void provider(Diagnosis diagnosis) throws CommandException {
    Optional<PcscProvider> chosen = pcsc.chosen(talk);
    boolean other = PcscProvider.JNASMARTCARDIO.loads();
    if (chosen.equals(Optional.of(PcscProvider.JDK))) {
      diagnosis.add("provider", State.NOTE, "doctor.provider.jdk", "");
    } else if (chosen.isPresent()) {
      State state = other ? State.OK : State.PROBLEM;
      diagnosis.add(
          "provider", state, "doctor.provider.jnasmartcardio" + (other ? "" : ".absent"), "");
    } else if (other) {
      diagnosis.add("provider", State.OK, "doctor.provider.auto", "");
    } else {
      diagnosis.add("provider", State.NOTE, "doctor.provider.only-jdk", "");
    }
  }

  private boolean readers(Diagnosis diagnosis) throws CommandException {
    try {
      List<Reader> readers = pcsc.readers(talk).readers();
      diagnosis.add("service", State.OK, "doctor.service.up", "");
      return found(diagnosis, readers);
    } catch (InspectionException e) {
      if (e.code() == ErrorCode.NO_READER) {
        diagnosis.add("service", State.OK, "doctor.service.up", "");
        return found(diagnosis, List.of());
      }
      diagnosis.add("service", State.PROBLEM, "doctor.service.down", "");
      return false;
    }
  }

  private static boolean found(Diagnosis diagnosis, List<Reader> readers) {
    if (readers.isEmpty()) {
      diagnosis.add("readers", State.PROBLEM, "doctor.readers.none", "");
      return false;
    }
    String names = readers.stream().map(Reader::name).collect(Collectors.joining(", "));
    diagnosis.add("readers", State.OK, names);
    return true;
  }

  /** The driver takes one card at a time: where one is played, it listens no more. */
  private void vpcd(Diagnosis diagnosis) throws CommandException {
    String address = Addresses.text(Addresses.usualVpcd());
    if (Addresses.listens(Addresses.usualVpcd())) {
      diagnosis.add("vpcd", State.OK, "doctor.vpcd.up", address);
    } else if (virtualReader()) {
      diagnosis.add("vpcd", State.OK, "doctor.vpcd.busy", address);
    } else {
      diagnosis.add("vpcd", State.NOTE, "doctor.vpcd.down", address);
    }
  }

  private boolean virtualReader() throws CommandException {
    try {
      return pcsc.readers(talk).readers().stream()
          .anyMatch(reader -> reader.name().startsWith("Virtual PCD"));
    } catch (InspectionException e) {
      return false;
    }
  }

  private void trust(Diagnosis diagnosis) {
    Path store = UserStore.of(talk.here()).trust();
    if (Files.isDirectory(store)) {
      diagnosis.add("trust", State.OK, "doctor.trust.present", store.toString());
    } else {
      diagnosis.add("trust", State.NOTE, "doctor.trust.absent", store.toString());
    }
  }
}
