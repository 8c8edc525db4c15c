package io.cardproof.image;

import io.cardproof.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes a picture as PNG, ISO 15948: eight bits a sample, nothing but header, pixels and end. */
final class PngWriter {
  private static final Bytes SIGNATURE = Bytes.ofHex("89504E470D0A1A0A");
  private static final int HEADER_BYTES = 13;
  private static final byte EIGHT_BITS = 8;
  private static final byte GREY = 0;
  private static final byte COLOUR = 2;
  private static final int FILTER_SUB = 1;

  private final Picture picture;

  PngWriter(Picture picture) {
    this.picture = picture;
  }

  Bytes write() {
    return Bytes.concat(
        SIGNATURE, chunk("IHDR", header()), chunk("IDAT", pixels()), chunk("IEND", new byte[0]));
  }

  private byte[] header() {
    return ByteBuffer.allocate(HEADER_BYTES)
        .putInt(picture.width())
        .putInt(picture.height())
        .put(EIGHT_BITS)
        .put(picture.channels() == 1 ? GREY : COLOUR)
        .array();
  }

  private byte[] pixels() {
    byte[] samples = picture.samples().toByteArray();
    int channels = picture.channels();
    int row = picture.width() * channels;
    byte[] filtered = new byte[row + 1];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      for (int start = 0; start < samples.length; start += row) {
        filtered[0] = FILTER_SUB;
        for (int i = 0; i < row; i++) {
          int left = i < channels ? 0 : samples[start + i - channels];
          filtered[i + 1] = (byte) (samples[start + i] - left);
        }
        deflater.write(filtered);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return out.toByteArray();
  }

  private static Bytes chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    return Bytes.of(
        ByteBuffer.allocate(12 + data.length)
            .putInt(data.length)
            .put(name)
            .put(data)
            .putInt((int) check.getValue())
            .array());
  }
}
