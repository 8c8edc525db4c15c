package io.cardproof.simulator.inspection;

import static java.util.Map.entry;

import io.cardproof.simulator.issuer.FingerFile;
import io.cardproof.simulator.issuer.FingerFile.Position;
import io.cardproof.simulator.picture.Face;
import io.cardproof.simulator.picture.Fingerprint;
import io.cardproof.simulator.picture.Jpeg2000File;
import io.cardproof.simulator.picture.Portrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The chips of the unit {@code dg3}. */
final class Dg3Cases {
  private static final BiometricChange FINGERS = new BiometricChange(3, 0x63);
  private static final String MARK = "46495200";
  private static final int CODING = 29;
  private static final int WSQ_BYTES = 6_000;
  private static final int JPEG_2000_BYTES = 13_000;
  private static final int RAW_SIDE = 128;

  private Dg3Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.ofEntries(
        entry("LDS_D_01", holding(Dg3Cases::inJpeg2000)),
        entry("LDS_D_02", CaseFault.none()),
        entry("LDS_D_03", holding(Dg3Cases::threeFingers)),
        entry("LDS_D_04", FINGERS.file(FileChange.at(0, "64"))),
        entry("LDS_D_05", FINGERS.file(FileChange.length(-1))),
        entry("LDS_D_06", FINGERS.file(FileChange.length(1))),
        entry("LDS_D_07", FINGERS.withoutCount()),
        entry("LDS_D_08", FINGERS.header(0x87, "01FF")),
        entry("LDS_D_09", FINGERS.withoutHeader(0x87)),
        entry("LDS_D_10", FINGERS.header(0x88, "0009")),
        entry("LDS_D_11", FINGERS.withoutHeader(0x88)),
        entry("LDS_D_12", FINGERS.header(0x82, "FE")),
        entry("LDS_D_13", FINGERS.withoutHeader(0x82)),
        entry("LDS_D_14", FINGERS.record(0, "50495200")),
        entry("LDS_D_15", FINGERS.withoutLastData()),
        entry("LDS_D_16", holding(Dg3Cases::inPixels)));
  }

  // Drawn only when such a chip is made.
  private static CaseFault holding(Supplier<List<byte[]>> templates) {
    return FINGERS.file(usual -> FingerFile.of(templates.get()));
  }

  private static List<byte[]> threeFingers() {
    List<byte[]> templates = new ArrayList<>();
    for (Position finger :
        List.of(Position.RIGHT_INDEX, Position.LEFT_INDEX, Position.RIGHT_THUMB)) {
      byte[] wsq = Fingerprint.wsq(templates.size(), WSQ_BYTES);
      templates.add(FingerFile.template(finger, wsq, Fingerprint.WIDTH, Fingerprint.HEIGHT));
    }
    return templates;
  }

  // What a picture shows is all the same here.
  private static List<byte[]> inJpeg2000() {
    byte[] image = Jpeg2000File.codeStream(Face.PILAR, JPEG_2000_BYTES);
    return both(image, Portrait.WIDTH, Portrait.HEIGHT, "04");
  }

  private static List<byte[]> inPixels() {
    byte[] pixels = new byte[RAW_SIDE * RAW_SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / RAW_SIDE + i % RAW_SIDE);
    }
    return both(pixels, RAW_SIDE, RAW_SIDE, "00");
  }

  private static List<byte[]> both(byte[] image, int width, int height, String coding) {
    return List.of(Position.RIGHT_INDEX, Position.LEFT_INDEX).stream()
        .map(finger -> FingerFile.template(finger, image, width, height))
        .map(template -> FileChange.from(MARK, CODING, coding).apply(template))
        .toList();
  }
}
