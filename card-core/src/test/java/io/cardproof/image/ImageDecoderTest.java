package io.cardproof.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SharedData;
import io.cardproof.document.BiometricImage;
import io.cardproof.document.EncodedImage;
import io.cardproof.document.ImageType;
import io.cardproof.document.Portrait;
import io.cardproof.value.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder();

  @Test
  void jpegPngAndBothFormsOfJpeg2000ShowTheSamePicture() throws Exception {
    assertEquals(ImageType.JPEG2000_JP2, Samples.jp2().type());
    assertEquals(ImageType.JPEG2000_CODESTREAM, Samples.codestream().type());
    for (EncodedImage image :
        List.of(Samples.jpeg(), Samples.png(), Samples.jp2(), Samples.codestream())) {
      Picture picture = decoder.decode(image);
      assertEquals(Samples.WIDTH, picture.width());
      assertEquals(Samples.HEIGHT, picture.height());
      assertNear(0xFF0000, picture.rgb(10, 60), image.type());
      assertNear(0x0000FF, picture.rgb(80, 60), image.type());
    }
  }

  @Test
  void aGreyImageKeepsItsSamples() throws Exception {
    Picture picture = decoder.decode(Samples.greyPng());
    assertEquals(1, picture.channels());
    assertEquals(0x000000, picture.rgb(0, 0));
    assertEquals(44 * 255 / 89 * 0x010101, picture.rgb(44, 7));
    assertEquals(0xFFFFFF, picture.rgb(89, 119));
    BufferedImage grey = ImageIO.read(stream(Samples.greyPng().bytes()));
    Picture wavelets = decoder.decode(Samples.jp2(grey));
    assertEquals(1, wavelets.channels());
    assertNear(44 * 255 / 89 * 0x010101, wavelets.rgb(44, 7), ImageType.JPEG2000_JP2);
  }

  @Test
  void theImagesOfTheBsiDocumentBecomePictures() throws Exception {
    Picture face =
        decoder.decode(Portrait.parse(SharedData.bytes("bsi-reference-set/EF_DG2.bin")).image());
    assertEquals(413, face.width());
    assertEquals(531, face.height());
    assertEquals(3, face.channels());
    Picture finger =
        decoder.decode(
            BiometricImage.fingers(SharedData.bytes("bsi-reference-set/EF_DG3.bin"))
                .get(0)
                .image());
    assertEquals(620, finger.width());
    assertEquals(1, finger.channels());
    Picture iris =
        decoder.decode(
            BiometricImage.irises(SharedData.bytes("bsi-reference-set/EF_DG4.bin")).get(1).image());
    assertEquals(160, iris.width());
    for (Picture picture : List.of(face, finger, iris)) {
      assertTrue(contrast(picture) > 80, "a picture has dark and bright places");
    }
  }

  @Test
  void thePngIsReadByTheJdkAsThePictureItWas() throws Exception {
    for (EncodedImage image : List.of(Samples.png(), Samples.greyPng())) {
      Picture picture = decoder.decode(image);
      BufferedImage again = ImageIO.read(stream(picture.png()));
      assertEquals(picture.width(), again.getWidth());
      assertEquals(picture.height(), again.getHeight());
      assertEquals(picture, Rasters.picture(again));
    }
  }

  @Test
  void plainPixelsAreTakenByTheirLength() throws Exception {
    assertEquals(0x808080, decoder.decode(raw(ImageType.RAW, 2, 1, "0080")).rgb(1, 0));
    assertEquals(0x808080, decoder.decode(raw(ImageType.RAW, 2, 1, "000180FF")).rgb(1, 0));
    assertEquals(0x445566, decoder.decode(raw(ImageType.RAW, 2, 1, "112233445566")).rgb(1, 0));
    // Ten pixels of four bits: 0 to 9.
    Picture packed = decoder.decode(raw(ImageType.RAW_PACKED, 5, 2, "0123456789"));
    assertEquals(0x999999, packed.rgb(4, 1));
    // Ten pixels of one bit in two bytes.
    Picture bits = decoder.decode(raw(ImageType.RAW_PACKED, 5, 2, "0040"));
    assertEquals(0xFFFFFF, bits.rgb(4, 1));
    assertEquals(0x000000, bits.rgb(3, 1));
    assertEquals(
        ImageException.Reason.MALFORMED, refusal(raw(ImageType.RAW, 2, 2, "000000")).reason());
    assertEquals(
        ImageException.Reason.MALFORMED, refusal(raw(ImageType.RAW_PACKED, 9, 2, "00")).reason());
  }

  @Test
  void portableMapsAreDecoded() throws Exception {
    Bytes grey = Bytes.of("P5\n2 1\n255\nA@".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(0x404040, decoder.decode(EncodedImage.of(grey)).rgb(1, 0));
    Bytes colour = Bytes.of("P6 1 1 255 ABC".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(0x414243, decoder.decode(EncodedImage.of(colour)).rgb(0, 0));
    Bytes deep = Bytes.of("P5 1 1 65535 ÿÿ".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(0xFFFFFF, decoder.decode(EncodedImage.of(deep)).rgb(0, 0));
    Bytes cut = Bytes.of("P6 2 1 255 ABC".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(ImageException.Reason.MALFORMED, refusal(EncodedImage.of(cut)).reason());
  }

  @Test
  void aSmallFileThatClaimsAHugePictureIsNotDecoded() throws Exception {
    byte[] jpeg = Samples.jpeg().bytes().toByteArray();
    int frame = find(jpeg, 0xC0);
    Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xFF);
    assertEquals(
        ImageException.Reason.TOO_LARGE, refusal(EncodedImage.of(Bytes.of(jpeg))).reason());
    ImageDecoder small = new ImageDecoder(100);
    for (EncodedImage image :
        List.of(Samples.jpeg(), Samples.png(), Samples.jp2(), Samples.codestream())) {
      ImageException e = assertThrows(ImageException.class, () -> small.decode(image));
      assertEquals(ImageException.Reason.TOO_LARGE, e.reason());
    }
  }

  @Test
  void theCodeStreamIsNotBelievedThroughItsWrapper() throws Exception {
    byte[] jp2 = Samples.jp2().bytes().toByteArray();
    int stream = find(jp2, 0x4F);
    Arrays.fill(jp2, stream + 8, stream + 10, (byte) 0x7F);
    assertEquals(ImageException.Reason.TOO_LARGE, refusal(EncodedImage.of(Bytes.of(jp2))).reason());
  }

  @Test
  void whatKeepsTheDecoderBusyForEverIsRefusedBeforeIt() throws Exception {
    byte[] stream = Samples.codestream().bytes().toByteArray();
    int data = find(stream, 0x93) + 2;
    byte[] markers = stream.clone();
    Arrays.fill(markers, data + 8, data + 10, (byte) 0xFF);
    assertEquals(
        ImageException.Reason.MALFORMED, refusal(EncodedImage.of(Bytes.of(markers))).reason());
    int coding = find(stream, 0x52);
    Bytes packedHeaders =
        Bytes.concat(
            Bytes.of(stream, 0, coding),
            Bytes.ofHex("FF60000400FF"),
            Bytes.of(stream).from(coding));
    assertEquals(ImageException.Reason.MALFORMED, refusal(EncodedImage.of(packedHeaders)).reason());
  }

  @Test
  void whatNobodyDecodesIsSaidToBeUnsupported() {
    EncodedImage unknown = EncodedImage.of(Bytes.ofHex("00112233"));
    assertEquals(ImageException.Reason.TYPE_UNSUPPORTED, refusal(unknown).reason());
    EncodedImage lossless = EncodedImage.of(Bytes.ofHex("FFD8FFF7000B0800780060010111"));
    assertEquals(ImageType.JPEG_LS, lossless.type());
    assertEquals(ImageException.Reason.TYPE_UNSUPPORTED, refusal(lossless).reason());
  }

  @Test
  void damagedImagesGiveAPictureOrTheTypedError() throws Exception {
    Random random = new Random(20261123);
    for (EncodedImage image :
        List.of(Samples.jpeg(), Samples.png(), Samples.jp2(), Samples.codestream())) {
      for (int i = 0; i < 150; i++) {
        byte[] bytes = image.bytes().toByteArray();
        for (int j = random.nextInt(3); j >= 0; j--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        Bytes damaged = Bytes.of(bytes, 0, bytes.length - (i % 3 == 0 ? random.nextInt(200) : 0));
        assertPictureOrTypedError(EncodedImage.of(damaged));
      }
    }
  }

  @Test
  void damagedFingerprintsGiveAPictureOrTheTypedError() throws Exception {
    EncodedImage finger =
        BiometricImage.fingers(SharedData.bytes("bsi-reference-set/EF_DG3.bin")).get(0).image();
    Random random = new Random(20261123);
    for (int i = 0; i < 60; i++) {
      byte[] bytes = finger.bytes().toByteArray();
      bytes[random.nextInt(i % 2 == 0 ? 500 : bytes.length)] = (byte) random.nextInt();
      int end = i % 5 == 0 ? random.nextInt(bytes.length) : bytes.length;
      assertPictureOrTypedError(EncodedImage.of(Bytes.of(bytes, 0, end)));
    }
  }

  private void assertPictureOrTypedError(EncodedImage image) {
    try {
      decoder.decode(image);
    } catch (ImageException e) {
      // The typed error is one of the two right answers.
    }
  }

  private ImageException refusal(EncodedImage image) {
    return assertThrows(ImageException.class, () -> decoder.decode(image));
  }

  private static EncodedImage raw(ImageType type, int width, int height, String hex) {
    return new EncodedImage(Bytes.ofHex(hex), type, OptionalInt.of(width), OptionalInt.of(height));
  }

  private static int find(byte[] bytes, int marker) {
    int at = 0;
    while ((bytes[at] & 0xFF) != 0xFF || (bytes[at + 1] & 0xFF) != marker) {
      at++;
    }
    return at;
  }

  private static int contrast(Picture picture) {
    int darkest = 255;
    int brightest = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int green = picture.rgb(x, y) >> 8 & 0xFF;
        darkest = Math.min(darkest, green);
        brightest = Math.max(brightest, green);
      }
    }
    return brightest - darkest;
  }

  private static void assertNear(int expected, int actual, ImageType type) {
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (expected >> shift & 0xFF) - (actual >> shift & 0xFF);
      assertTrue(Math.abs(difference) < 12, type + ": " + Integer.toHexString(actual));
    }
  }

  private static ByteArrayInputStream stream(Bytes bytes) throws IOException {
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
