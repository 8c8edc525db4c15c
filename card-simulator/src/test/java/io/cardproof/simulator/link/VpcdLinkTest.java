package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class VpcdLinkTest {
  private static final byte[] UNKNOWN_COMMAND = {0, (byte) 0xFE, 0, 0};
  private static final byte[] INS_NOT_SUPPORTED = {0x6D, 0};

  private final ChipImage image = ChipImage.builder().build();
  private ServerSocket reader = unbound();

  @BeforeEach
  void listen() throws IOException {
    reader = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    reader.setSoTimeout(10_000);
  }

  @AfterEach
  void stop() throws IOException {
    reader.close();
  }

  @Test
  void answersAtrRequestsAndCommands() throws Exception {
    try (VpcdLink link = VpcdLink.connect(address(), card(image));
        Vpcd vpcd = new Vpcd(reader.accept())) {
      vpcd.tell(Vpcd.POWER_ON);
      assertArrayEquals(image.atr(), vpcd.ask((byte) Vpcd.GET_ATR));
      link.awaitPowered(Duration.ofSeconds(5));
      assertArrayEquals(INS_NOT_SUPPORTED, vpcd.ask(UNKNOWN_COMMAND));
    }
  }

  @Test
  void anUnknownControlHasNoAnswerAndBreaksNothing() throws Exception {
    try (VpcdLink link = VpcdLink.connect(address(), card(image));
        Vpcd vpcd = new Vpcd(reader.accept())) {
      vpcd.tell(0x77);
      assertArrayEquals(image.atr(), vpcd.ask((byte) Vpcd.GET_ATR));
      link.awaitPowered(Duration.ofSeconds(5));
    }
  }

  @Test
  void connectsAgainWhenEjected() throws Exception {
    try (VpcdLink link = VpcdLink.connect(address(), card(image))) {
      new Vpcd(reader.accept()).close();
      try (Vpcd again = new Vpcd(reader.accept())) {
        assertArrayEquals(image.atr(), again.ask((byte) Vpcd.GET_ATR));
        link.awaitPowered(Duration.ofSeconds(5));
      }
    }
  }

  @Test
  void aRemovedCardClosesTheConnectionAndComesBack() throws Exception {
    ChipImage leaving = ChipImage.builder().removedAt(2).build();
    try (VpcdLink link = VpcdLink.connect(address(), card(leaving))) {
      try (Vpcd vpcd = new Vpcd(reader.accept())) {
        vpcd.ask(UNKNOWN_COMMAND);
        assertThrows(IOException.class, () -> vpcd.ask(UNKNOWN_COMMAND));
      }
      try (Vpcd again = new Vpcd(reader.accept())) {
        assertArrayEquals(leaving.atr(), again.ask((byte) Vpcd.GET_ATR));
        link.awaitPowered(Duration.ofSeconds(5));
      }
    }
  }

  @Test
  void anEjectedCardStaysAwayUntilItIsInserted() throws Exception {
    try (VpcdLink link = VpcdLink.connect(address(), card(image))) {
      reader.accept();
      link.eject();
      assertThrows(TimeoutException.class, () -> link.awaitPowered(Duration.ofMillis(1500)));
      link.insert();
      try (Vpcd again = new Vpcd(reader.accept())) {
        again.ask((byte) Vpcd.GET_ATR);
        link.awaitPowered(Duration.ofSeconds(5));
      }
    }
  }

  @Test
  void saysWhenNoReaderListens() throws IOException {
    InetSocketAddress nobody = address();
    reader.close();
    assertThrows(ConnectException.class, () -> VpcdLink.connect(nobody, card(image)));
  }

  @Test
  void waitsForVpcdInReversedMode() throws Exception {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (VpcdListener listener = VpcdListener.listen(free, card(image))) {
      for (int visit = 0; visit < 2; visit++) {
        try (Vpcd vpcd = new Vpcd(socketTo(listener.address()))) {
          assertArrayEquals(image.atr(), vpcd.ask((byte) Vpcd.GET_ATR));
        }
      }
    }
  }

  @Test
  void listensOnLoopbackOnly() {
    assertThrows(
        IllegalArgumentException.class,
        () -> VpcdListener.listen(new InetSocketAddress("0.0.0.0", 0), card(image)));
  }

  private InetSocketAddress address() {
    return (InetSocketAddress) reader.getLocalSocketAddress();
  }

  private static java.net.Socket socketTo(InetSocketAddress address) throws IOException {
    return new java.net.Socket(address.getAddress(), address.getPort());
  }

  private static VirtualCard card(ChipImage image) {
    return new VirtualCard(image, new SecureRandom());
  }

  private static ServerSocket unbound() {
    try {
      return new ServerSocket();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
