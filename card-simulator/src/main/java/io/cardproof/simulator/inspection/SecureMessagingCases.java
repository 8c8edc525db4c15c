package io.cardproof.simulator.inspection;

import io.cardproof.simulator.chip.Exchange;
import io.cardproof.simulator.chip.Interference;
import io.cardproof.simulator.chip.ProtectedAnswer;
import io.cardproof.simulator.quirk.Reads;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The chips of the unit {@code secure-messaging}: protected answers to READ BINARY gone wrong. */
final class SecureMessagingCases {
  private SecureMessagingCases() {}

  static Map<String, CaseFault> faults() {
    return Map.of(
        "ISO7816_B_04", ChipFault.of(new Abort()),
        "ISO7816_B_05", reading(answer -> answer.without(ProtectedAnswer.DO8E)),
        "ISO7816_B_06", reading(answer -> answer.without(ProtectedAnswer.DO87)),
        "ISO7816_B_07", reading(answer -> answer.without(ProtectedAnswer.DO99)),
        "ISO7816_B_08", reading(answer -> withLastInverted(answer, ProtectedAnswer.DO8E)),
        "ISO7816_B_09", reading(answer -> withLastInverted(answer, ProtectedAnswer.DO87)));
  }

  private static CaseFault reading(UnaryOperator<ProtectedAnswer> change) {
    return ChipFault.sealed(Reads::isRead, change);
  }

  private static ProtectedAnswer withLastInverted(ProtectedAnswer answer, int tag) {
    return answer
        .value(tag)
        .map(
            value -> {
              value[value.length - 1] ^= (byte) 0xFF;
              return answer.with(tag, value);
            })
        .orElse(answer);
  }

  /** From the first protected read on, all the chip says in its channel is 6988 in the clear. */
  private static final class Abort implements Interference {
    private static final byte[] ABORTED = {0x69, (byte) 0x88};
    private boolean aborted;

    @Override
    public Interference forCard() {
      return new Abort();
    }

    @Override
    public byte[] wire(Exchange exchange, byte[] response) {
      aborted |= exchange.isProtected() && Reads.isRead(exchange);
      return aborted && exchange.isProtected() ? ABORTED.clone() : response;
    }
  }
}
