package io.cardproof.simulator.inspection;

import static java.util.Map.entry;

import io.cardproof.simulator.issuer.IrisFile;
import io.cardproof.simulator.issuer.IrisFile.Eye;
import io.cardproof.simulator.picture.Face;
import io.cardproof.simulator.picture.Jpeg2000File;
import io.cardproof.simulator.picture.Portrait;
import java.util.Map;
import java.util.stream.Stream;

/** The chips of the unit {@code dg4}. */
final class Dg4Cases {
  private static final BiometricChange IRISES = new BiometricChange(4, 0x76);
  private static final String MARK = "49495200";
  private static final int CODING = 21;
  private static final String JPEG_2000 = "000E";
  private static final int JPEG_2000_BYTES = 13_000;

  private Dg4Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.ofEntries(
        entry("LDS_E_01", IRISES.file(usual -> inJpeg2000())),
        entry("LDS_E_02", CaseFault.none()),
        entry("LDS_E_03", IRISES.file(FileChange.at(0, "77"))),
        entry("LDS_E_04", IRISES.file(FileChange.length(-1))),
        entry("LDS_E_05", IRISES.file(FileChange.length(1))),
        entry("LDS_E_06", IRISES.withoutCount()),
        entry("LDS_E_07", IRISES.header(0x87, "01FF")),
        entry("LDS_E_08", IRISES.withoutHeader(0x87)),
        entry("LDS_E_09", IRISES.header(0x88, "000F")),
        entry("LDS_E_10", IRISES.withoutHeader(0x88)),
        entry("LDS_E_11", IRISES.header(0x82, "FE")),
        entry("LDS_E_12", IRISES.withoutHeader(0x82)),
        entry("LDS_E_13", IRISES.record(0, "46495300")),
        entry("LDS_E_14", IRISES.withoutLastData()));
  }

  // What a picture shows is all the same here.
  private static byte[] inJpeg2000() {
    byte[] image = Jpeg2000File.codeStream(Face.PILAR, JPEG_2000_BYTES);
    return IrisFile.of(
        Stream.of(Eye.values())
            .map(eye -> IrisFile.template(eye, image, Portrait.WIDTH, Portrait.HEIGHT))
            .map(template -> FileChange.from(MARK, CODING, JPEG_2000).apply(template))
            .toList());
  }
}
