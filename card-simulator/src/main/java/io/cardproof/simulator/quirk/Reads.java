package io.cardproof.simulator.quirk;

import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Phase;
import io.cardproof.simulator.persona.Document;
import java.util.Map;
import java.util.OptionalInt;

/** READ BINARY as it comes to a chip, ISO 7816-4 §11.2.3. */
public final class Reads {
  /** READ BINARY with the offset in its parameters. */
  public static final int EVEN = 0xB0;

  private static final int ODD = 0xB1;
  private static final int BY_SHORT_IDENTIFIER = 0x8000;

  private Reads() {}

  /** Whether the command is one, with either instruction. */
  public static boolean isRead(Exchange exchange) {
    return exchange.ins() == EVEN || exchange.ins() == ODD;
  }

  /** Where a read with the even instruction starts. */
  public static int offset(Exchange exchange) {
    int p1p2 = exchange.p1p2();
    return (p1p2 & BY_SHORT_IDENTIFIER) == 0 ? p1p2 : p1p2 & 0xFF;
  }

  /** What is left of the file where a read with the even instruction starts, if it is one. */
  static OptionalInt left(Exchange exchange, Document document) {
    if (exchange.ins() != EVEN || exchange.fileId().isEmpty()) {
      return OptionalInt.empty();
    }
    byte[] file = files(exchange, document).get(exchange.fileId().getAsInt());
    int left = file == null ? 0 : file.length - offset(exchange);
    return left > 0 ? OptionalInt.of(left) : OptionalInt.empty();
  }

  /** Whether such a read asks for more than there is. */
  static boolean reachesPastTheEnd(Exchange exchange, Document document) {
    OptionalInt left = left(exchange, document);
    return left.isPresent() && exchange.expectedLength() > left.getAsInt();
  }

  // Before access the master file is selected, unless the application needs none.
  private static Map<Integer, byte[]> files(Exchange exchange, Document document) {
    boolean free = !document.bac() && document.pace().isEmpty();
    return exchange.phase() == Phase.PLAIN && !free ? document.masterFiles() : document.files();
  }
}
