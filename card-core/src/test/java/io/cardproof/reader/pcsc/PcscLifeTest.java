package io.cardproof.reader.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The library outlives what befalls a real pcscd, its readers and its cards")
@Timeout(300)
class PcscLifeTest {
  /** A pcscd that may be killed: with a network, a /run and sockets that nobody else sees. */
  private static final String NAMESPACES =
      "ip link set lo up && mount -t tmpfs tmpfs /run && exec \"$@\"";

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void story(PcscLife.Story story) throws Exception {
    needsPcscd();
    Path said = Files.createTempFile("pcsc-life", ".txt");
    try {
      Process process =
          new ProcessBuilder(command(story))
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = process.waitFor(240, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertEquals("ended: true, told", "ended: " + ended + ", " + lastLine(said), text(said));
    } finally {
      Files.delete(said);
    }
  }

  private static List<String> command(PcscLife.Story story) {
    return List.of(
        "unshare",
        "--mount",
        "--net",
        "sh",
        "-ec",
        NAMESPACES,
        "sh",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        PcscLife.class.getName(),
        story.name());
  }

  private static void needsPcscd() throws IOException, InterruptedException {
    boolean there =
        Files.exists(PrivatePcscd.PROGRAM)
            && Files.exists(PrivatePcscd.DRIVER)
            && namespacesAreAllowed();
    String message = "needs root, pcscd, vsmartcard-vpcd and iproute2, for a pcscd of its own";
    if (String.valueOf(System.getenv("CARDPROOF_REQUIRE")).contains("pcsc")) {
      assertTrue(there, message);
    }
    assumeTrue(there, message);
  }

  private static boolean namespacesAreAllowed() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "--mount", "--net", "ip", "link", "set", "lo", "up")
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String lastLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
