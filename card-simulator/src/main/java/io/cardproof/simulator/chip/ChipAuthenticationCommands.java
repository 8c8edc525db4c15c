package io.cardproof.simulator.chip;

import org.jspecify.annotations.Nullable;

/** The commands of Chip Authentication, ICAO 9303-11 §6.2.4; they come after access. */
final class ChipAuthenticationCommands {
  private final ChipAuthentication protocol;
  private final SessionState state;
  private final FileSystem files;
  private @Nullable ChipAuthenticationKey chosenKey;

  ChipAuthenticationCommands(ChipImage image, SessionState state, FileSystem files) {
    this.protocol = new ChipAuthentication(image.chipAuthenticationKeys());
    this.state = state;
    this.files = files;
  }

  /** Whether GENERAL AUTHENTICATE is next. */
  boolean isKeyChosen() {
    return chosenKey != null;
  }

  /** Another security environment, or the end of the channel. */
  void forget() {
    chosenKey = null;
  }

  /** MSE:Set AT. */
  Answer chooseKey(Command command) throws Refusal {
    files.checkApplicationIsOpen();
    chosenKey = protocol.choose(command);
    return Answer.done();
  }

  /** MSE:Set KAT. */
  Answer agreeAtOnce(Command command) throws Refusal {
    files.checkApplicationIsOpen();
    rekey(protocol.agreeAtOnce(command));
    return Answer.done();
  }

  /** GENERAL AUTHENTICATE. */
  Answer agree(Command command) throws Refusal {
    ChipAuthenticationKey key = chosenKey;
    chosenKey = null;
    if (key == null) {
      throw new Refusal(StatusWord.CONDITIONS_NOT_SATISFIED);
    }
    rekey(protocol.agree(key, command));
    return Template.emptyDynamicAnswer();
  }

  private void rekey(ChipAuthentication.Agreed agreed) {
    state.rekey(agreed.channel(), agreed.agreement().terminalKey());
  }
}
