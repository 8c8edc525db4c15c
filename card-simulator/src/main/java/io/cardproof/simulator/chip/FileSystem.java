package io.cardproof.simulator.chip;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The master file with its free files, and the LDS application behind access control, ICAO 9303-10
 * §3. Before access every file of the application answers 6982, whether it exists or not; selecting
 * the application itself is always allowed.
 */
final class FileSystem {
  private static final byte[] LDS_APPLICATION = HexFormat.of().parseHex("A0000002471001");
  private static final int MASTER_FILE = 0x3F00;
  private static final int CARD_SECURITY = 0x011D;
  private static final int EF_CVCA = 0x011C;
  private static final int EF_DIR = 0x2F00;
  private static final int SFI_OF_EF_DIR = 0x1E;
  private static final int EF_ATR = 0x2F01;
  private static final int SFI_OF_EF_ATR = 0x01;

  private final ChipFiles contents;
  private final CardMemory memory;
  private final SessionState state;
  private boolean inApplication;
  private byte @Nullable [] current;
  private int currentId;

  FileSystem(ChipFiles contents, CardMemory memory, SessionState state) {
    this.contents = contents;
    this.memory = memory;
    this.state = state;
  }

  boolean isInApplication() {
    return inApplication;
  }

  /** SELECT, 9303-10 §3.6.1; in P1 the way of naming, in P2 what to answer. */
  Answer select(Command command) throws Refusal {
    if ((command.p2() & ~0x0C) != 0 || command.p2() == 0x08) {
      throw new Refusal(StatusWord.WRONG_P1_P2);
    }
    byte[] name = command.data();
    return switch (command.p1()) {
      case 0x00 -> selectById(command, name);
      case 0x02 -> selectElementaryFile(command, fileId(name));
      case 0x04 -> selectApplication(command, name);
      default -> throw new Refusal(StatusWord.WRONG_P1_P2);
    };
  }

  /** Refuses what only an open application allows: 6985 outside it, 6982 before access. */
  void checkApplicationIsOpen() throws Refusal {
    if (!inApplication) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    checkAccess();
  }

  /** The file that a command names, or the current one for a command that reads it. */
  Optional<Exchange.File> addressedBy(Command command) {
    OptionalInt id =
        switch (command.ins()) {
          case 0xA4 -> named(command);
          case 0xB0 -> (command.p1() & 0x80) == 0 ? currentId() : named(command.p1() & 0x1F);
          case 0xB1 -> command.p1p2() == 0 ? currentId() : named(command.p1p2());
          default -> OptionalInt.empty();
        };
    return id.isPresent()
        ? Optional.of(new Exchange.File(id.getAsInt(), inApplication))
        : Optional.empty();
  }

  /** The current file. */
  byte[] current() throws Refusal {
    checkAccess();
    if (current == null) {
      throw new Refusal(StatusWord.NO_CURRENT_FILE);
    }
    if (isClosed(currentId)) {
      throw new Refusal(StatusWord.SECURITY_NOT_SATISFIED);
    }
    return current;
  }

  /** Makes the file with that short identifier the current one. */
  byte[] bySfi(int sfi) throws Refusal {
    checkAccess();
    for (int fid : files().keySet()) {
      if (sfi(fid) == sfi) {
        return open(fid);
      }
    }
    for (int fid : contents.locked()) {
      if (inApplication && sfi(fid) == sfi) {
        return open(fid);
      }
    }
    // A file that is not there may still be told to answer in a certain way.
    return open(0x0100 | sfi);
  }

  /** Makes that file the current one. */
  byte[] open(int fid) throws Refusal {
    checkAccess();
    if (isClosed(fid)) {
      throw new Refusal(StatusWord.SECURITY_NOT_SATISFIED);
    }
    if (contents.statusFor(fid).isPresent()) {
      throw new Refusal(contents.statusFor(fid).getAsInt());
    }
    byte[] content = content(fid);
    if (content == null) {
      throw new Refusal(StatusWord.FILE_NOT_FOUND);
    }
    current = content;
    currentId = fid;
    return content;
  }

  /** A locked file, one whose right no terminal has shown, and EF.CardSecurity before PACE. */
  private boolean isClosed(int fid) {
    return inApplication
        ? contents.locked().contains(fid)
            || contents.terminalRight(fid).filter(r -> !state.grants(r)).isPresent()
        : fid == CARD_SECURITY && !state.hasPaceAccess();
  }

  /** EF.CVCA is written by the chip itself. */
  private byte @Nullable [] content(int fid) {
    Optional<TrustPoints> trust = memory.trustPoints();
    return inApplication && fid == EF_CVCA && trust.isPresent()
        ? trust.get().file()
        : files().get(fid);
  }

  private Answer selectById(Command command, byte[] name) throws Refusal {
    if (name.length == 0 || fileId(name) == MASTER_FILE) {
      inApplication = false;
      current = null;
      return FileControl.ofDirectory(command, new byte[] {0x3F, 0x00});
    }
    return selectElementaryFile(command, fileId(name));
  }

  private Answer selectElementaryFile(Command command, int fid) throws Refusal {
    byte[] content = open(fid);
    return FileControl.ofFile(command, fid, sfi(fid), content.length);
  }

  private Answer selectApplication(Command command, byte[] name) throws Refusal {
    if (!Arrays.equals(name, LDS_APPLICATION)) {
      throw new Refusal(StatusWord.FILE_NOT_FOUND);
    }
    inApplication = true;
    current = null;
    return FileControl.ofApplication(command, name);
  }

  private static int fileId(byte[] name) throws Refusal {
    if (name.length != 2) {
      throw new Refusal(StatusWord.WRONG_LENGTH);
    }
    return number(name);
  }

  private static int number(byte[] name) {
    return (name[0] & 0xFF) << 8 | (name[1] & 0xFF);
  }

  private OptionalInt currentId() {
    return current == null ? OptionalInt.empty() : OptionalInt.of(currentId);
  }

  private static OptionalInt named(Command select) {
    boolean byId = select.p1() != 0x04 && select.data().length == 2;
    return byId ? OptionalInt.of(number(select.data())) : OptionalInt.empty();
  }

  /** By short identifier or identifier; those of an application begin with 01. */
  private OptionalInt named(int name) {
    if (name > 0x1F) {
      return OptionalInt.of(name);
    }
    if (inApplication) {
      return OptionalInt.of(0x0100 | name);
    }
    return OptionalInt.of(
        switch (name) {
          case SFI_OF_EF_DIR -> EF_DIR;
          case SFI_OF_EF_ATR -> EF_ATR;
          default -> 0x0100 | name;
        });
  }

  private void checkAccess() throws Refusal {
    if (inApplication && !state.hasAccess()) {
      throw new Refusal(StatusWord.SECURITY_NOT_SATISFIED);
    }
  }

  private Map<Integer, byte[]> files() {
    return inApplication ? contents.files() : contents.masterFiles();
  }

  private static int sfi(int fid) {
    return fid == EF_DIR ? SFI_OF_EF_DIR : fid & 0x1F;
  }
}
