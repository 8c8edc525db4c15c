package io.cardproof.simulator.chip;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A command as the chip understood it, for {@link Interference}: its protection taken off, its
 * place among the others known.
 */
public final class Exchange {
  /** Before the first. */
  static final Exchange NONE = unread(new Place(0, 0), Phase.PLAIN);

  private final Place place;
  private final Command outer;
  private final Command command;
  private final Phase phase;
  private final Optional<File> file;

  /**
   * Where a command stands.
   *
   * @param number among those of the card, from 1
   * @param sinceReset among those since it was last reset, from 1
   */
  record Place(int number, int sinceReset) {}

  /** A file, of the master file or of the application. */
  record File(int id, boolean inApplication) {}

  private Exchange(Place place, Command outer, Command command, Phase phase, Optional<File> file) {
    this.place = place;
    this.outer = outer;
    this.command = command;
    this.phase = phase;
    this.file = file;
  }

  /** A command of which nothing is known yet. */
  static Exchange unread(Place place, Phase phase) {
    return new Exchange(place, Command.EMPTY, Command.EMPTY, phase, Optional.empty());
  }

  /** The same when the command is read. */
  Exchange of(Command read, Optional<File> named) {
    return new Exchange(place, read, read, phase, named);
  }

  /** The same when its protection is off. */
  Exchange opened(Command plain, Optional<File> named) {
    return new Exchange(place, outer, plain, phase, named);
  }

  /** The command as it came. */
  Command outer() {
    return outer;
  }

  /** The command without its protection. */
  Command command() {
    return command;
  }

  Optional<File> file() {
    return file;
  }

  /** Which command of the card this is, from 1, resets or not. */
  public int number() {
    return place.number();
  }

  /** Which command since the last reset this is, from 1. */
  public int numberSinceReset() {
    return place.sinceReset();
  }

  /** Class byte without the bits of secure messaging. */
  public int cla() {
    return command.cla() & ~0x0C;
  }

  /** Instruction byte. */
  public int ins() {
    return command.ins();
  }

  /** Both parameter bytes. */
  public int p1p2() {
    return command.p1p2();
  }

  /** Command data, plain unless its protection could not be taken off; a copy. */
  public byte[] data() {
    return command.data();
  }

  /** Bytes of plain answer expected at most, 0 for none. */
  public int expectedLength() {
    return command.le();
  }

  /** Whether it came under secure messaging, rightly or not. */
  public boolean isProtected() {
    return outer.isProtected();
  }

  /** What the session had reached before this command. */
  public Phase phase() {
    return phase;
  }

  /** The file that the command names, or the current one for a command that reads it. */
  public OptionalInt fileId() {
    return file.map(named -> OptionalInt.of(named.id())).orElseGet(OptionalInt::empty);
  }

  /**
   * Whether that file is one of the application; else it is of the master file, or there is none.
   */
  public boolean isInApplication() {
    return file.filter(File::inApplication).isPresent();
  }

  /** Instruction and place; no data. */
  @Override
  public String toString() {
    return "command %d, INS %02X, P1P2 %04X, %s".formatted(number(), ins(), p1p2(), phase);
  }
}
