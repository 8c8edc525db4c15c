package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Skips a test, by name, where no pcscd with the vpcd driver runs; fails it where one must ({@code
 * CARDPROOF_REQUIRE=pcsc}).
 */
final class PcscRequired {
  static final InetSocketAddress SLOT_0 =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 35963);

  private PcscRequired() {}

  static void orSkip() {
    boolean there = listens(new InetSocketAddress(InetAddress.getLoopbackAddress(), 35964));
    String message = "needs pcscd with vsmartcard-vpcd: run under .ci/with-pcscd";
    if (String.valueOf(System.getenv("CARDPROOF_REQUIRE")).contains("pcsc")) {
      assertTrue(there, message);
    }
    assumeTrue(there, message);
  }

  /** Asks the second slot, so that the first one sees no stray connection. */
  private static boolean listens(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
