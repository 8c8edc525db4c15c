package io.cardproof.cli.show;

import io.cardproof.cli.show.TracedCommand.Form;
import io.cardproof.document.FileId;
import io.cardproof.reader.trace.Trace;
import io.cardproof.reader.trace.TraceEvent;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands of a trace by their names. Secure messaging leaves the header of a command in the
 * clear (ICAO 9303-11 §9.8.4): no key is needed for this, and nothing of the content is looked at.
 */
public final class TracedCommands {
  private static final int HEADER = 4;
  private static final int SECURE_MESSAGING = 0x0C;
  private static final int SELECT_APPLICATION = 0xA404;
  private static final int SELECT = 0xA4;
  private static final int SHORT_IDENTIFIER = 0x80;

  private final List<TracedCommand> commands = new ArrayList<>();
  private boolean inApplication;
  private long before;

  private TracedCommands() {}

  /** All commands, in order. */
  public static List<TracedCommand> of(Trace trace) {
    TracedCommands named = new TracedCommands();
    for (TraceEvent event : trace.events()) {
      if (event instanceof TraceEvent.Exchange exchange) {
        named.add(exchange);
      } else if (event instanceof TraceEvent.Silence silence) {
        named.add(silence.command(), 0, silence.code().id(), silence.millis());
      }
    }
    return List.copyOf(named.commands);
  }

  private void add(TraceEvent.Exchange exchange) {
    Bytes response = exchange.response();
    String statusWord = response.from(response.length() - 2).toHex().toUpperCase(Locale.ROOT);
    add(exchange.command(), response.length(), statusWord, exchange.millis());
  }

  private void add(Bytes command, int received, String outcome, long millis) {
    byte[] header = Arrays.copyOf(command.toByteArray(), HEADER);
    int instruction = header[1] & 0xFF;
    int p1p2 = ((header[2] & 0xFF) << Byte.SIZE) | (header[3] & 0xFF);
    if (((instruction << Byte.SIZE) | (header[2] & 0xFF)) == SELECT_APPLICATION) {
      inApplication = true;
    }
    boolean hidden = (header[0] & SECURE_MESSAGING) != 0;
    commands.add(
        new TracedCommand(
            commands.size() + 1,
            name(instruction, p1p2),
            hidden || instruction != SELECT
                ? byShortIdentifier(instruction, p1p2)
                : selected(command),
            hidden ? Form.PROTECTED : Form.PLAIN,
            command.length(),
            received,
            outcome,
            millis - before));
    before = millis;
  }

  private static String name(int instruction, int p1p2) {
    return switch (instruction) {
      case SELECT -> p1p2 >> Byte.SIZE == 0x04 ? "SELECT application" : "SELECT";
      case 0xB0, 0xB1 -> "READ BINARY";
      case 0x84 -> "GET CHALLENGE";
      case 0x82 -> "EXTERNAL AUTHENTICATE";
      case 0x86 -> "GENERAL AUTHENTICATE";
      case 0x88 -> "INTERNAL AUTHENTICATE";
      case 0x22 -> securityEnvironment(p1p2);
      case 0x2A -> "PSO:Verify Certificate";
      case 0x2C -> "RESET RETRY COUNTER";
      case 0xC0 -> "GET RESPONSE";
      default -> String.format(Locale.ROOT, "INS %02X", instruction);
    };
  }

  private static String securityEnvironment(int p1p2) {
    return switch (p1p2) {
      case 0xC1A4 -> "MSE:Set AT (PACE)";
      case 0x41A4 -> "MSE:Set AT (CA)";
      case 0x41A6 -> "MSE:Set KAT (CA)";
      case 0x81A4 -> "MSE:Set AT (TA)";
      case 0x81B6 -> "MSE:Set DST";
      default -> String.format(Locale.ROOT, "MSE %04X", p1p2);
    };
  }

  private Optional<FileId> byShortIdentifier(int instruction, int p1p2) {
    int first = p1p2 >> Byte.SIZE;
    boolean odd = instruction == 0xB1;
    boolean addressed = odd ? first == 0 && p1p2 > 0 && p1p2 < 0x1F : first >= SHORT_IDENTIFIER;
    if (!addressed || (instruction & 0xFE) != 0xB0) {
      return Optional.empty();
    }
    int identifier = odd ? p1p2 : first & 0x1F;
    return here().filter(id -> id.sfi() == identifier).findFirst();
  }

  private Optional<FileId> selected(Bytes command) {
    int at = HEADER + 1;
    if (command.length() < at + 2 || command.toByteArray()[HEADER] != 2) {
      return Optional.empty();
    }
    String fid = command.slice(at, at + 2).toHex();
    return here()
        .filter(id -> String.format(Locale.ROOT, "%04x", id.fid()).equals(fid))
        .findFirst();
  }

  private Stream<FileId> here() {
    return Arrays.stream(FileId.values()).filter(id -> id.inMasterFile() != inApplication);
  }
}
