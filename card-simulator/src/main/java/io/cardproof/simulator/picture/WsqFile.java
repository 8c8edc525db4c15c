package io.cardproof.simulator.picture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes WSQ, the format of fingerprints (IAFIS-IC-0110, version 3.1), of an exact size. */
final class WsqFile {
  private static final int START = 0xFFA0;
  private static final int END = 0xFFA1;
  private static final int FRAME = 0xFFA2;
  private static final int BLOCK = 0xFFA3;
  private static final int TRANSFORM_TABLE = 0xFFA4;
  private static final int QUANTIZATION_TABLE = 0xFFA5;
  private static final int CODE_TABLE = 0xFFA6;
  private static final int COMMENT = 0xFFA8;
  private static final int TABLE_ENTRIES = 64;
  private static final int[] BLOCK_STARTS = {0, 19, 52, 60};
  private static final int EMPTY_COMMENT = 4;
  private static final int SEARCH_STEPS = 10;
  private static final double LEAST_QUALITY = 0.005;
  private static final double MOST_QUALITY = 20;
  private static final long MOST_MANTISSA = 0xFFFF_FFFFL;

  private final int width;
  private final int height;
  private final WsqQuantizer.Scaled shift;
  private final WsqQuantizer.Scaled scale;
  private final List<float[]> subbands;

  private WsqFile(GreyImage image) {
    this.width = image.width();
    this.height = image.height();
    float[] pixels = image.rounded();
    double mean = 0;
    float least = 255;
    float most = 0;
    for (float pixel : pixels) {
      mean += pixel / pixels.length;
      least = Math.min(least, pixel);
      most = Math.max(most, pixel);
    }
    shift = WsqQuantizer.Scaled.of(mean);
    scale = WsqQuantizer.Scaled.of(Math.max(1, Math.max(mean - least, most - mean)) / 128);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) ((pixels[i] - shift.value()) / scale.value());
    }
    subbands = WsqTransform.subbands(pixels, width);
  }

  /** The best quality that fits, filled up to {@code size} bytes with a comment. */
  static byte[] ofSize(GreyImage image, int size) {
    WsqFile file = new WsqFile(image);
    byte[] best = file.encoded(LEAST_QUALITY);
    double low = Math.log(LEAST_QUALITY);
    double high = Math.log(MOST_QUALITY);
    for (int step = 0; step < SEARCH_STEPS; step++) {
      double middle = (low + high) / 2;
      byte[] candidate = file.encoded(Math.exp(middle));
      if (candidate.length <= size - EMPTY_COMMENT) {
        best = candidate;
        low = middle;
      } else {
        high = middle;
      }
    }
    return padded(best, size);
  }

  private static byte[] padded(byte[] file, int size) {
    int comment = size - file.length - 2;
    if (comment < 2 || comment > 0xFFFF) {
      throw new IllegalArgumentException("this picture does not fill " + size + " bytes as WSQ");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, 2);
    putShort(out, COMMENT);
    putShort(out, comment);
    out.writeBytes(new byte[comment - 2]);
    out.write(file, 2, file.length - 2);
    return out.toByteArray();
  }

  private byte[] encoded(double quality) {
    List<WsqQuantizer> quantizers = new ArrayList<>();
    for (int i = 0; i < subbands.size(); i++) {
      quantizers.add(WsqQuantizer.of(i, subbands.get(i), quality));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    putShort(out, START);
    putTransformTable(out);
    putQuantizationTable(out, quantizers);
    putFrame(out);
    WsqBlock coarse = block(0, quantizers);
    WsqBlock middle = block(1, quantizers);
    WsqBlock fine = block(2, quantizers);
    WsqCode coarseCode = putCode(out, 0, coarse);
    putBlock(out, 0, coarse, coarseCode);
    WsqCode fineCode = putCode(out, 1, middle, fine);
    putBlock(out, 1, middle, fineCode);
    putBlock(out, 1, fine, fineCode);
    putShort(out, END);
    return out.toByteArray();
  }

  private WsqBlock block(int number, List<WsqQuantizer> quantizers) {
    WsqBlock block = new WsqBlock();
    for (int i = BLOCK_STARTS[number]; i < BLOCK_STARTS[number + 1]; i++) {
      WsqQuantizer quantizer = quantizers.get(i);
      if (!quantizer.leavesOut()) {
        for (float value : subbands.get(i)) {
          block.add(quantizer.index(value));
        }
      }
    }
    block.endRun();
    return block;
  }

  private static void putTransformTable(ByteArrayOutputStream out) {
    putShort(out, TRANSFORM_TABLE);
    putShort(out, 4 + 6 * (WsqTransform.LOW.length + WsqTransform.HIGH.length));
    out.write(2 * WsqTransform.LOW.length - 1);
    out.write(2 * WsqTransform.HIGH.length - 1);
    Arrays.stream(WsqTransform.LOW).forEach(tap -> putTap(out, tap));
    Arrays.stream(WsqTransform.HIGH).forEach(tap -> putTap(out, tap));
  }

  private static void putTap(ByteArrayOutputStream out, double tap) {
    int places = 0;
    double mantissa = Math.abs(tap);
    while (mantissa * 10 < MOST_MANTISSA) {
      mantissa *= 10;
      places++;
    }
    out.write(tap < 0 ? 1 : 0);
    out.write(places);
    long rounded = Math.round(mantissa);
    putShort(out, (int) (rounded >> 16));
    putShort(out, (int) rounded);
  }

  private static void putQuantizationTable(
      ByteArrayOutputStream out, List<WsqQuantizer> quantizers) {
    putShort(out, QUANTIZATION_TABLE);
    putShort(out, 5 + 6 * TABLE_ENTRIES);
    putScaled(out, WsqQuantizer.Scaled.of(WsqQuantizer.BIN_CENTRE));
    for (WsqQuantizer quantizer : quantizers) {
      putScaled(out, quantizer.bin());
      putScaled(out, quantizer.zeroBin());
    }
    out.writeBytes(new byte[6 * (TABLE_ENTRIES - quantizers.size())]);
  }

  private void putFrame(ByteArrayOutputStream out) {
    putShort(out, FRAME);
    putShort(out, 17);
    out.write(0);
    out.write(255);
    putShort(out, height);
    putShort(out, width);
    putScaled(out, shift);
    putScaled(out, scale);
    out.write(0);
    putShort(out, 0);
  }

  private static WsqCode putCode(ByteArrayOutputStream out, int number, WsqBlock... blocks) {
    long[] frequencies = new long[256];
    for (WsqBlock block : blocks) {
      block.count(frequencies);
    }
    WsqCode code = new WsqCode(frequencies);
    byte[] table = code.table();
    putShort(out, CODE_TABLE);
    putShort(out, 3 + table.length);
    out.write(number);
    out.writeBytes(table);
    return code;
  }

  private static void putBlock(ByteArrayOutputStream out, int table, WsqBlock block, WsqCode code) {
    putShort(out, BLOCK);
    putShort(out, 3);
    out.write(table);
    out.writeBytes(block.coded(code));
  }

  private static void putScaled(ByteArrayOutputStream out, WsqQuantizer.Scaled value) {
    out.write(value.places());
    putShort(out, value.mantissa());
  }

  private static void putShort(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }
}
