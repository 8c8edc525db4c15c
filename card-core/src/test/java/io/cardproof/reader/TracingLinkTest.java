package io.cardproof.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.value.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracingLinkTest {
  @Test
  void everyApduIsOneLineInAFileForItsOwnerOnly(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("card.apdu");
    Files.writeString(file, "an older trace");
    CardLink inner =
        CardLink.of("a\nreader", Bytes.ofHex("3b00"), command -> new byte[] {0x6D, 0x00});
    try (CardLink link = TracingLink.create(inner, file)) {
      link.transmit(new byte[] {0, (byte) 0xFE, 0, 0});
    }
    assertEquals(
        List.of(
            "# cardproof APDU trace 1", "# reader a reader", "# atr 3b00", "> 00fe0000", "< 6d00"),
        Files.readAllLines(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
