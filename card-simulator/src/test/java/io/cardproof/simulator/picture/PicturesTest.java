package io.cardproof.simulator.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jnbis.api.model.Bitmap;
import org.jnbis.internal.WsqDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG 2000 is judged by jai-imageio, WSQ by jnbis. */
class PicturesTest {
  /** Bits for a pixel. */
  private static final double RATE = 0.75;

  /**
   * The committed code streams are what jai-imageio makes of the painted faces. After a change of
   * {@link Portrait} or {@link Look}, run this test once with {@code CARDPROOF_WRITE_FACES=1} in
   * the environment: it writes them anew.
   */
  @ParameterizedTest
  @EnumSource(Face.class)
  void theCommittedCodeStreamIsThatOfThePaintedFace(Face face) throws IOException {
    byte[] encoded = encoded(Portrait.paint(face, 0));
    if (System.getenv("CARDPROOF_WRITE_FACES") != null) {
      Path module = Path.of(System.getProperty("cardproof.root", ".."), "card-simulator");
      Path folder = module.resolve("src/main/resources/io/cardproof/simulator/picture");
      Files.write(folder.resolve(Jpeg2000File.resource(face)), encoded);
      return;
    }
    try (InputStream committed = Face.class.getResourceAsStream(Jpeg2000File.resource(face))) {
      assertArrayEquals(encoded, committed == null ? null : committed.readAllBytes());
    }
  }

  private static byte[] encoded(BufferedImage painted) throws IOException {
    // Of packed pixels the encoder would take the components for signed ones.
    BufferedImage image =
        new BufferedImage(painted.getWidth(), painted.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    image.getGraphics().drawImage(painted, 0, 0, null);
    ImageWriter writer = new J2KImageWriterSpi().createWriterInstance();
    J2KImageWriteParam parameters = (J2KImageWriteParam) writer.getDefaultWriteParam();
    parameters.setLossless(false);
    parameters.setFilter(J2KImageWriteParam.FILTER_97);
    parameters.setComponentTransformation(true);
    parameters.setEncodingRate(RATE);
    parameters.setWriteCodeStreamOnly(true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(Face.class)
  void bothFormsOfJpeg2000ShowTheFaceAtTheSizeAskedFor(Face face) throws IOException {
    byte[] stream = Jpeg2000File.codeStream(face, 15_001);
    byte[] file = Jpeg2000File.jp2(face, 40_000);

    assertEquals(15_001, stream.length);
    assertEquals("ff4fff51", HexFormat.of().formatHex(stream, 0, 4));
    assertShows(face, stream);
    assertEquals(40_000, file.length);
    assertEquals("0000000c6a502020", HexFormat.of().formatHex(file, 0, 8));
    assertShows(face, file);
  }

  private static void assertShows(Face face, byte[] jpeg2000) throws IOException {
    double reached = signalToNoise(Portrait.paint(face, 0), decoded(jpeg2000));
    assertTrue(reached > 30, reached + " dB");
  }

  private static BufferedImage decoded(byte[] jpeg2000) throws IOException {
    ImageReader reader = new J2KImageReaderSpi().createReaderInstance(null);
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg2000)));
    return reader.read(0);
  }

  @Test
  void aPortraitThatDoesNotFitIsRefusedWithTheSizesThatDo() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Jpeg2000File.codeStream(Face.NORA, 5000))
            .getMessage();
    assertTrue(String.valueOf(message).matches(".* 1[01],?[0-9]{3} to .*"), message);
  }

  @ParameterizedTest
  @ValueSource(ints = {6_000, 12_000, 12_001, 30_000})
  void wsqComesBackAsThePictureThatWentIn(int size) {
    BufferedImage original = Fingerprint.paint(7);
    byte[] file = Fingerprint.wsq(7, size);
    Bitmap bitmap = new WsqDecoder().decode(file);

    assertEquals(size, file.length);
    assertEquals(Fingerprint.WIDTH, bitmap.getWidth());
    assertEquals(Fingerprint.HEIGHT, bitmap.getHeight());
    double expected = size < 10_000 ? 17 : size < 20_000 ? 22 : 25;
    double reached = signalToNoise(original, grey(bitmap));
    assertTrue(reached > expected, size + " bytes reach " + reached + " dB");
  }

  @ParameterizedTest
  @ValueSource(ints = {96, 97, 130, 191, 255})
  void wsqKnowsOddLengths(int side) {
    GreyImage image = new GreyImage(side, side + 3);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < side; x++) {
        image.set(x, y, 128 + 90 * Math.sin(x / 5.0) * Math.cos(y / 7.0));
      }
    }
    Bitmap bitmap = new WsqDecoder().decode(WsqFile.ofSize(image, 2_000 + side * side / 2));
    double reached = signalToNoise(image.toBufferedImage(), grey(bitmap));
    assertTrue(reached > 40, side + " pixels reach " + reached + " dB");
  }

  @Test
  void fingersAndIrisesDifferBySeedAlone() throws IOException {
    assertArrayEquals(Fingerprint.wsq(1, 9_000), Fingerprint.wsq(1, 9_000));
    assertFalse(Arrays.equals(Fingerprint.wsq(1, 9_000), Fingerprint.wsq(2, 9_000)));
    assertFalse(Arrays.equals(Iris.jpeg(1, 9_000), Iris.jpeg(2, 9_000)));
    BufferedImage iris = ImageIO.read(new ByteArrayInputStream(Iris.jpeg(1, 9_000)));
    assertTrue(signalToNoise(Iris.paint(1), iris) > 28);
  }

  private static BufferedImage grey(Bitmap bitmap) {
    BufferedImage image =
        new BufferedImage(bitmap.getWidth(), bitmap.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = bitmap.getPixels();
    for (int i = 0; i < pixels.length; i++) {
      image
          .getRaster()
          .setSample(i % bitmap.getWidth(), i / bitmap.getWidth(), 0, pixels[i] & 0xFF);
    }
    return image;
  }

  private static double signalToNoise(BufferedImage one, BufferedImage two) {
    assertEquals(one.getWidth(), two.getWidth());
    assertEquals(one.getHeight(), two.getHeight());
    double sum = 0;
    int bands = one.getRaster().getNumBands();
    int[] a = one.getRaster().getPixels(0, 0, one.getWidth(), one.getHeight(), (int[]) null);
    int[] b = two.getRaster().getPixels(0, 0, two.getWidth(), two.getHeight(), (int[]) null);
    assertEquals(bands, two.getRaster().getNumBands());
    for (int i = 0; i < a.length; i++) {
      sum += (double) (a[i] - b[i]) * (a[i] - b[i]);
    }
    return 10 * Math.log10(255.0 * 255 * a.length / Math.max(sum, 1));
  }
}
