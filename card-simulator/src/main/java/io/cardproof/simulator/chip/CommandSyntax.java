package io.cardproof.simulator.chip;

import io.cardproof.simulator.tlv.DataObject;
import io.cardproof.simulator.tlv.MalformedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The form of a reader's commands, ISO/IEC 7816-4 and ICAO 9303-10 §3.6 and 9303-11: stricter than
 * the chip, which like others lets some of it pass.
 */
final class CommandSyntax {
  private static final int CHAINING = 0x10;
  private static final int CHALLENGE = 8;
  private static final int BAC_DATA = 40;
  private static final int SHORT_DATA = 255;
  private static final int SHORT_ANSWER = 256;

  private final Command command;
  private final List<String> objections = new ArrayList<>();

  private CommandSyntax(Command command) {
    this.command = command;
  }

  /** What is wrong, if anything. */
  static List<String> objections(Exchange exchange) {
    CommandSyntax syntax = new CommandSyntax(exchange.command());
    boolean opened = exchange.outer() != exchange.command();
    if (exchange.isProtected()) {
      syntax.checkProtection(exchange.outer());
    }
    if (opened || !exchange.isProtected()) {
      syntax.checkPlain(exchange.phase());
    }
    return syntax.objections;
  }

  /** Cryptogram, Le and MAC in their order, in a command that has room for an answer. */
  private void checkProtection(Command outer) {
    require((outer.cla() & ~CHAINING) == 0x0C, "the class byte is not 0C or 1C");
    require(outer.le() != Command.NO_LE, "a protected command without Le leaves no room");
    List<Integer> tags = tags(outer.data());
    List<Integer> usual = List.of(0x85, 0x87, 0x97, 0x8E).stream().filter(tags::contains).toList();
    require(tags.equals(usual) && tags.contains(0x8E), "the objects are not 87, 97, 8E in order");
    require(!(tags.contains(0x85) && tags.contains(0x87)), "there are two cryptograms");
    require(
        !outer.isExtended() || isLong(outer) || outer.le() > SHORT_ANSWER,
        "extended length for what is short");
  }

  private static boolean isLong(Command outer) {
    return outer.data().length > SHORT_DATA;
  }

  private void checkPlain(Phase phase) {
    require((command.cla() & ~CHAINING) == 0, "the class byte is not 00 or 10");
    boolean chains = Set.of(0x22, 0x2A, 0x82, 0x86).contains(command.ins());
    require(chains || !command.isChained(), "the instruction takes no chain");
    switch (command.ins()) {
      case 0x22, 0x2A -> checkTemplates();
      case 0x82 -> checkExternalAuthenticate(phase);
      case 0x84 -> {
        require(command.p1p2() == 0, "P1-P2 of GET CHALLENGE are not 0000");
        requireLengths(0, CHALLENGE);
      }
      case 0x86 -> checkGeneralAuthenticate();
      case 0x88 -> {
        require(command.p1p2() == 0, "P1-P2 of INTERNAL AUTHENTICATE are not 0000");
        require(command.data().length == CHALLENGE, "the challenge has not eight bytes");
        requireLe();
      }
      case 0x2C -> require(command.p1p2() == 0x0303 || command.p1p2() == 0x0203, "P1-P2");
      case 0xA4 -> checkSelect();
      case 0xB0 -> {
        require(command.data().length == 0, "READ BINARY has data");
        requireLe();
      }
      case 0xB1 -> {
        require(tags(command.data()).equals(List.of(0x54)), "the offset is not one object 54");
        requireLe();
      }
      case 0xC0 -> requireLe();
      default -> objections.add("the instruction is none of these protocols");
    }
  }

  private void checkTemplates() {
    boolean known =
        command.ins() == 0x2A
            ? command.p1p2() == 0x00BE
            : Set.of(0xC1A4, 0x41A4, 0x41A6, 0x81B6, 0x81A4).contains(command.p1p2());
    require(known, "P1-P2 are of no template");
    require(command.le() == Command.NO_LE, "Le where no data are expected");
    require(command.isChained() || !tags(command.data()).isEmpty(), "the data are no objects");
  }

  private void checkExternalAuthenticate(Phase phase) {
    require(command.p1p2() == 0, "P1-P2 of EXTERNAL AUTHENTICATE are not 0000");
    if (phase == Phase.PLAIN) {
      requireLengths(BAC_DATA, BAC_DATA);
    } else {
      require(command.le() == Command.NO_LE, "Le where no data are expected");
    }
  }

  private void checkGeneralAuthenticate() {
    require(command.p1p2() == 0, "P1-P2 of GENERAL AUTHENTICATE are not 0000");
    require(tags(command.data()).equals(List.of(0x7C)), "the data are not one object 7C");
    requireLe();
  }

  private void checkSelect() {
    int length = command.data().length;
    boolean fits =
        switch (command.p1()) {
          case 0x00 -> length == 0 || length == 2;
          case 0x02 -> length == 2;
          case 0x04 -> length >= 5 && length <= 16;
          default -> false;
        };
    require(fits, "P1 and the name do not go together");
    boolean silent = command.p2() == 0x0C;
    require(!silent || command.le() == Command.NO_LE, "Le although P2 wants no answer");
  }

  private void requireLengths(int data, int le) {
    require(command.data().length == data && command.le() == le, "Lc or Le is not as it must be");
  }

  private void requireLe() {
    require(command.le() != Command.NO_LE, "there is no Le");
  }

  private void require(boolean holds, String objection) {
    if (!holds) {
      objections.add(objection);
    }
  }

  private static List<Integer> tags(byte[] data) {
    try {
      return DataObject.parseAll(data).stream().map(DataObject::tag).toList();
    } catch (MalformedDataException e) {
      return List.of();
    }
  }
}
