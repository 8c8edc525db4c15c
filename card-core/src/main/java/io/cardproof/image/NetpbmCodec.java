package io.cardproof.image;

import io.cardproof.document.EncodedImage;
import io.cardproof.document.ImageType;
import io.cardproof.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Portable grey maps and pixel maps, the plain formats of ISO 39794-4 and -6. */
final class NetpbmCodec implements Codec {
  private static final Pattern HEADER =
      Pattern.compile("P([56])\\s+(\\d{1,5})\\s+(\\d{1,5})\\s+(\\d{1,5})\\s");
  private static final int LONGEST_HEADER = 64;
  private static final int LARGEST_BYTE = 255;
  private static final int LARGEST_SAMPLE = 65_535;

  @Override
  public Picture decode(EncodedImage image) throws ImageException {
    Bytes bytes = image.bytes();
    Matcher header = HEADER.matcher(start(bytes));
    int largest = header.lookingAt() ? Integer.parseInt(header.group(4)) : 0;
    if (largest < 1 || largest > LARGEST_SAMPLE) {
      throw ImageException.malformed(ImageType.NETPBM, "not the header of one");
    }
    int channels = header.group(1).equals("5") ? 1 : 3;
    int width = image.width().orElseThrow();
    int height = image.height().orElseThrow();
    Bytes samples = samples(bytes.from(header.end()), width * height * channels, largest);
    return new Picture(width, height, channels, samples);
  }

  private static String start(Bytes bytes) {
    byte[] start = bytes.slice(0, Math.min(bytes.length(), LONGEST_HEADER)).toByteArray();
    return new String(start, StandardCharsets.ISO_8859_1);
  }

  private static Bytes samples(Bytes content, int count, int largest) throws ImageException {
    int size = largest > LARGEST_BYTE ? 2 : 1;
    if (content.length() < (long) count * size) {
      throw ImageException.malformed(ImageType.NETPBM, "fewer pixels than announced");
    }
    byte[] samples = new byte[count];
    for (int i = 0; i < count; i++) {
      int value = content.at(i * size);
      if (size == 2) {
        value = value << 8 | content.at(2 * i + 1);
      }
      samples[i] = (byte) (Math.min(value, largest) * 255L / largest);
    }
    return Bytes.of(samples);
  }
}
