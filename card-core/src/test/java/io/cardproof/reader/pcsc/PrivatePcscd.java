package io.cardproof.reader.pcsc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A pcscd that a test starts, kills and starts again. Only inside namespaces of its own. */
final class PrivatePcscd {
  static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
  static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
  static final InetSocketAddress SLOT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 35963);
  static final String READER = "Virtual PCD 00 00";

  private static final Path DIRECTORY = Path.of("/run/pcscd");
  private static final Path SOCKET = DIRECTORY.resolve("pcscd.comm");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** As the kernel lists it: the port in hexadecimal, then the state "listening". */
  private static final String LISTENING = ":8C7B 00000000:0000 0A";

  private @Nullable Process process;

  /** Starts it with the virtual readers. */
  void start() throws IOException, InterruptedException {
    launch(List.of());
    await(() -> Files.readString(Path.of("/proc/net/tcp")).contains(LISTENING));
  }

  /** Starts it with no reader at all. */
  void startWithoutReaders(Path emptyDirectory) throws IOException, InterruptedException {
    launch(List.of("-c", emptyDirectory.toString()));
  }

  /** Kills it; no program is told. */
  void kill() throws IOException, InterruptedException {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().waitFor();
      process = null;
    }
    Files.deleteIfExists(SOCKET);
    Files.deleteIfExists(DIRECTORY.resolve("pcscd.pid"));
  }

  private void launch(List<String> options) throws IOException, InterruptedException {
    Files.createDirectories(DIRECTORY);
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-f"));
    command.addAll(options);
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    await(() -> Files.exists(SOCKET));
  }

  /** Something that becomes true. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws IOException;
  }

  static void await(Condition condition) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.holds()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("waited too long");
      }
      Thread.sleep(20);
    }
  }
}
