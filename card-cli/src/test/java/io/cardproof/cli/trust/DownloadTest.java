package io.cardproof.cli.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A download has a size and a time")
final class DownloadTest {
  private final CountDownLatch never = new CountDownLatch(1);
  private final HttpServer server = start();

  @AfterEach
  void stop() {
    never.countDown();
    server.stop(0);
  }

  @Test
  @DisplayName("a file of exactly the size comes, one byte more does not")
  void size() throws Exception {
    serve(new byte[1000]);

    assertEquals(
        Bytes.of(new byte[1000]), new Download(limits(1000, Duration.ofMinutes(1))).get(address()));
    DownloadException tooLarge =
        assertThrows(
            DownloadException.class,
            () -> new Download(limits(999, Duration.ofMinutes(1))).get(address()));
    assertEquals("too large", tooLarge.problem());
  }

  @Test
  @DisplayName("an answer that never ends is not waited for")
  void time() {
    server.createContext(
        "/file",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          waitForTheEnd();
        });
    DownloadException tooLong =
        assertThrows(
            DownloadException.class,
            () -> new Download(limits(1000, Duration.ofMillis(300))).get(address()));
    assertEquals("took too long", tooLong.problem());
  }

  @Test
  @DisplayName("nobody listens: no connection")
  void nobodyListens() {
    URI address = address();
    server.stop(0);
    DownloadException none =
        assertThrows(
            DownloadException.class,
            () -> new Download(limits(1000, Duration.ofSeconds(10))).get(address));
    assertEquals("no connection", none.problem());
  }

  private void waitForTheEnd() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Download.Limits limits(int bytes, Duration time) {
    return new Download.Limits(bytes, time);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/file");
  }

  private void serve(byte[] content) {
    server.createContext(
        "/file",
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
  }

  private static HttpServer start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
