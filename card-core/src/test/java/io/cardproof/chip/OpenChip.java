package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.error.Step;
import io.cardproof.simulator.chip.CardRemovedException;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** A simulated chip opened by BAC, for the protocols that follow; remembers what it was sent. */
final class OpenChip {
  private static final int SHORT_RESPONSE = 258;

  private final List<byte[]> commands = new ArrayList<>();
  private final ApduPort port;
  private final SecureMessaging channel;

  private OpenChip(VirtualCard chip) throws Exception {
    port =
        new ApduPort() {
          @Override
          public byte[] exchange(byte[] command) {
            commands.add(command);
            try {
              return chip.transmit(command);
            } catch (CardRemovedException e) {
              throw new IllegalStateException(e);
            }
          }

          @Override
          public Step step() {
            return Step.CHIP_AUTHENTICATION;
          }
        };
    Application.select(new PlainChannel(port));
    try (AccessKey key = AccessKey.mrz("L898902C<", "690806", "940623")) {
      Bac bac = new Bac(port, new SecureRandom());
      channel = bac.run(key, bac.challenge().orElseThrow());
    }
    commands.clear();
  }

  static OpenChip of(ChipImage.Builder chip) throws Exception {
    ChipImage image = chip.mrzKey("L898902C<369080619406236").build();
    return new OpenChip(new VirtualCard(image, new SecureRandom()));
  }

  ApduPort port() {
    return port;
  }

  SecureMessaging channel() {
    return channel;
  }

  /** The commands since the chip was opened. */
  List<byte[]> commands() {
    return commands;
  }

  static LongCommands extendedLength() {
    return new LongCommands(new ReadLadder(), 65_538);
  }

  static LongCommands shortLength() {
    return new LongCommands(new ReadLadder(), SHORT_RESPONSE);
  }
}
