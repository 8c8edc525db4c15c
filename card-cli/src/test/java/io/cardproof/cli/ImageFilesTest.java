package io.cardproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Images of a holder: as PNG where it is asked for, else as the chip holds them")
final class ImageFilesTest {
  @Test
  @DisplayName("a JPEG becomes a PNG of the same size")
  void jpegAsPng(@TempDir Path directory) throws IOException {
    BufferedImage picture = png("cccd-2021", directory);
    assertEquals(300, picture.getWidth());
    assertEquals(400, picture.getHeight());
  }

  @Test
  @DisplayName("a JPEG 2000 becomes a PNG that has dark and bright places")
  void jpeg2000AsPng(@TempDir Path directory) throws IOException {
    BufferedImage picture = png("passport", directory);
    int darkest = 255;
    int brightest = 0;
    for (int y = 0; y < picture.getHeight(); y += 5) {
      for (int x = 0; x < picture.getWidth(); x += 5) {
        int green = picture.getRGB(x, y) >> 8 & 0xFF;
        darkest = Math.min(darkest, green);
        brightest = Math.max(brightest, green);
      }
    }
    assertTrue(brightest - darkest > 80, darkest + " to " + brightest);
  }

  @Test
  @DisplayName("a name that lies about the type is warned of; the bytes are those of the chip")
  void lyingName(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("photo.jpg");
    CardRun run =
        CardRun.of("inspect", "--simulated", "passport", "--json", "--photo", file.toString());

    assertEquals(0, run.exit(), run.err());
    assertTrue(run.err().contains("image/x-jp2-codestream"), run.err());
    JsonNode portrait = run.json().path("holder").path("portrait");
    assertEquals(portrait.path("bytes").asInt(), Files.size(file));
    CardRun right = CardRun.of("inspect", "--simulated", "--json", "--photo", file.toString());
    assertEquals("", right.err());
  }

  @Test
  @DisplayName("an image is its owner's")
  void ownerOnly(@TempDir Path directory) throws IOException {
    png("cccd-2021", directory);
    assertEquals(
        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
        Files.getPosixFilePermissions(directory.resolve("photo.png")));
  }

  @Test
  @DisplayName("fingers that the chip did not open are said to be missing")
  void noFingers(@TempDir Path directory) {
    Path fingers = directory.resolve("fingers");
    CardRun run = CardRun.of("inspect", "--simulated", "eac", "--fingers", fingers.toString());
    assertTrue(run.err().contains("No fingerprints"), run.err());
    assertFalse(Files.exists(fingers));
  }

  @Test
  @DisplayName(
      "with the terminal's key, fingers and irises are written twice, named by what they show")
  void fingersAndIrises(@TempDir Path directory) throws IOException {
    CardRun run =
        CardRun.of(
            "inspect",
            "--simulated",
            "eac",
            "--terminal-key",
            "--json",
            "--fingers",
            directory.toString());

    assertEquals(0, run.exit(), run.err());
    for (String name : Set.of("right-index", "left-index", "right-eye", "left-eye")) {
      BufferedImage picture = ImageIO.read(directory.resolve(name + ".png").toFile());
      assertTrue(picture.getWidth() > 100, name);
    }
    JsonNode details = run.json().path("holder").path("details");
    assertEquals("image/x-wsq", details.path("fingers").get(0).path("type").asText());
    assertEquals("right-index", details.path("fingers").get(0).path("position").asText());
    assertEquals(
        details.path("fingers").get(0).path("bytes").asInt(),
        Files.size(directory.resolve("right-index.wsq")));
    assertEquals(2, details.path("irises").size());
  }

  @Test
  @DisplayName("DG11 and DG12 stand in the report and in the JSON")
  void details() {
    JsonNode details =
        CardRun.of("inspect", "--simulated", "passport", "--json")
            .json()
            .path("holder")
            .path("details");
    assertEquals("SPECIMEN<<ERIK<TEST", details.path("personal").path("fullName").asText());
    assertTrue(details.path("document").has("issueDate"), details.toString());
    String report = CardRun.of("inspect", "--simulated", "passport").out();
    assertTrue(report.contains("Place of birth"), report);
    String vietnamese = CardRun.of("--lang", "vi", "inspect", "--simulated", "passport").out();
    assertTrue(vietnamese.contains("Nơi sinh"), vietnamese);
  }

  @Test
  @DisplayName("the files of the chip are listed by name, length and status word")
  void files() {
    JsonNode usual = CardRun.of("inspect", "--simulated", "passport", "--json").json();
    assertEquals("EF.CardAccess", usual.path("files").get(0).path("id").asText());
    assertEquals("9000", usual.path("files").get(0).path("statusWord").asText());
    assertFalse(usual.path("files").toString().contains("EF.DIR"));
    CardRun all = CardRun.of("inspect", "--simulated", "passport", "--all-files", "--json");
    assertTrue(all.json().path("files").toString().contains("EF.DIR"), all.out());
  }

  private static BufferedImage png(String persona, Path directory) throws IOException {
    Path file = directory.resolve("photo.png");
    CardRun run = CardRun.of("inspect", "--simulated", persona, "--photo", file.toString());
    assertEquals(0, run.exit(), run.err());
    return ImageIO.read(file.toFile());
  }
}
