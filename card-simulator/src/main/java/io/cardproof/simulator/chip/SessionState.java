package io.cardproof.simulator.chip;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a session has reached: its secure channel, and what opened it. Handlers share it. */
final class SessionState {
  /** What opened the chip. */
  enum Opening {
    BAC,
    MRZ,
    CAN,
    PIN,
    PUK;

    static Opening by(PasswordKind password) {
      return switch (password) {
        case MRZ -> MRZ;
        case CAN -> CAN;
        case PIN -> PIN;
        case PUK -> PUK;
      };
    }
  }

  private final boolean free;
  private @Nullable SecureChannel channel;
  private @Nullable Opening opening;
  private @Nullable SecureChannel nextChannel;
  private @Nullable Opening nextOpening;
  private byte[] identification = new byte[0];
  private byte[] terminalKey = new byte[0];
  private int terminalRights;

  /**
   * @param free whether the chip has no access control
   */
  SessionState(boolean free) {
    this.free = free;
  }

  Optional<SecureChannel> channel() {
    return Optional.ofNullable(channel);
  }

  /** What opened the channel; nothing outside one. */
  Optional<Opening> opening() {
    return Optional.ofNullable(opening);
  }

  /** How far the session is. */
  Phase phase() {
    if (channel == null) {
      return Phase.PLAIN;
    }
    if (terminalRights != 0) {
      return Phase.TERMINAL_AUTHENTICATION;
    }
    if (terminalKey.length > 0) {
      return Phase.CHIP_AUTHENTICATION;
    }
    return opening == Opening.BAC ? Phase.BAC : Phase.PACE;
  }

  /** Whether the application's files may be read: a PUK opens none. */
  boolean hasAccess() {
    return free || (opening != null && opening != Opening.PUK);
  }

  /** Whether EF.CardSecurity may be read, ICAO 9303-11 §3.1: PACE has been done. */
  boolean hasPaceAccess() {
    return opening != null && opening != Opening.PUK && opening != Opening.BAC;
  }

  /** How access control named the chip, ID_PICC of TR-03110-3 §B.3; empty before access. */
  byte[] identification() {
    return identification.clone();
  }

  /** The terminal's compressed key of Chip Authentication; empty without. */
  byte[] terminalKey() {
    return terminalKey.clone();
  }

  boolean grants(TerminalRight right) {
    return (terminalRights & right.bit()) != 0;
  }

  /** What Terminal Authentication allows, or no longer does. */
  void grant(int authorization) {
    terminalRights = authorization;
  }

  /**
   * The channel from the next command on, when access control succeeds with this one.
   *
   * @param chip the chip's name for Terminal Authentication: the document number after BAC, the
   *     compressed ephemeral key after PACE
   */
  void open(SecureChannel next, Opening by, byte[] chip) {
    forgetTerminal();
    identification = chip.clone();
    nextChannel = next;
    nextOpening = by;
  }

  /** Other keys from the next command on; what opened the chip stays the same. */
  void rekey(SecureChannel next, byte[] compressedTerminalKey) {
    forgetTerminal();
    terminalKey = compressedTerminalKey.clone();
    nextChannel = next;
    nextOpening = opening;
  }

  /** The new keys hold from the command after the one that agreed on them. */
  void completeCommand() {
    if (nextChannel != null) {
      channel = nextChannel;
      opening = nextOpening;
    }
    forgetNext();
  }

  void forgetNext() {
    nextChannel = null;
    nextOpening = null;
  }

  void endChannel() {
    channel = null;
    opening = null;
    identification = new byte[0];
    forgetTerminal();
    forgetNext();
  }

  private void forgetTerminal() {
    terminalKey = new byte[0];
    terminalRights = 0;
  }
}
