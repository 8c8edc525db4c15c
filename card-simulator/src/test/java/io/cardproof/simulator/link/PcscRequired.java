package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.smartcardio.TerminalFactory;

/**
 * Skips a test, by name, where no pcscd with the vpcd driver runs; fails it where one must ({@code
 * CARDPROOF_REQUIRE=pcsc}).
 */
final class PcscRequired {
  static final InetSocketAddress SLOT_0 =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 35963);

  /** What PC/SC calls the reader of that slot. */
  static final String READER = "Virtual PCD 00 00";

  private PcscRequired() {}

  static void orSkip() {
    boolean there = hasVirtualReader();
    String message = "needs pcscd with vsmartcard-vpcd: run under .ci/with-pcscd";
    if (String.valueOf(System.getenv("CARDPROOF_REQUIRE")).contains("pcsc")) {
      assertTrue(there, message);
    }
    assumeTrue(there, message);
  }

  /** Asks the service, not the driver's port: a stray connection would take a slot for a while. */
  private static boolean hasVirtualReader() {
    try {
      return TerminalFactory.getDefault().terminals().getTerminal(READER) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
