package io.cardproof.simulator.inspection;

import static java.util.Map.entry;

import io.cardproof.simulator.issuer.FaceFile;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.picture.Face;
import io.cardproof.simulator.picture.JpegFile;
import io.cardproof.simulator.picture.Portrait;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The chips of the unit {@code dg2}. */
final class Dg2Cases {
  private static final BiometricChange FACE = new BiometricChange(2, 0x75);
  private static final String RESERVED = "7F";
  private static final int HEADERS = 46;
  private static final int RECORD_LENGTH = 8;
  private static final int FACE_LENGTH = 14;
  private static final int POINTS = 18;
  private static final int AFTER_INFORMATION = 34;
  private static final byte[] EYES = {
    1, 0x31, 0, 100, 0, 120, 0, 0, 1, 0x32, 0, (byte) 200, 0, 120, 0, 0
  };

  private Dg2Cases() {}

  static Map<String, CaseFault> faults() {
    return Map.ofEntries(
        entry("ISO7816_C_08", FACE.record(Dg2Cases::withoutImage)),
        entry("LDS_C_01", FACE.record(34, "0101")),
        entry("LDS_C_02", new Jpeg()),
        entry("LDS_C_03", FACE.record(Dg2Cases::withEyes)),
        entry("LDS_C_04", FACE.file(FileChange.at(0, "76"))),
        entry("LDS_C_05", FACE.file(FileChange.length(-1))),
        entry("LDS_C_06", FACE.file(FileChange.length(1))),
        entry("LDS_C_07", FACE.withoutCount()),
        entry("LDS_C_08", FACE.header(0x87, "01FF")),
        entry("LDS_C_09", FACE.withoutHeader(0x87)),
        entry("LDS_C_10", FACE.header(0x88, "0009")),
        entry("LDS_C_11", FACE.withoutHeader(0x88)),
        entry("LDS_C_12", FACE.header(0x81, "000002")),
        entry("LDS_C_13", FACE.header(0x81, "08")),
        entry("LDS_C_14", FACE.record(0, "50414300")),
        entry("LDS_C_15", FACE.record(4, "30393900")),
        entry("LDS_C_16", FACE.record(withLength(Dg2Cases::withEyes))),
        entry("LDS_C_17", FACE.record(20, RESERVED)),
        entry("LDS_C_18", FACE.record(21, RESERVED)),
        entry("LDS_C_19", FACE.record(22, RESERVED)),
        entry("LDS_C_20", FACE.record(28, "FF")),
        entry("LDS_C_21", FACE.record(29, "FF")),
        entry("LDS_C_22", FACE.record(30, "FF")),
        entry("LDS_C_23", FACE.record(31, "FF")),
        entry("LDS_C_24", FACE.record(32, "FF")),
        entry("LDS_C_25", FACE.record(33, "FF")),
        entry("LDS_C_26", FACE.record(34, RESERVED)),
        entry("LDS_C_27", FACE.record(35, "02")),
        entry("LDS_C_28", FACE.withoutLastData()));
  }

  /** The headers alone, which announce an image of size zero. */
  private static byte[] withoutImage(byte[] record) {
    ByteBuffer headers = ByteBuffer.wrap(Arrays.copyOf(record, HEADERS));
    headers.putInt(RECORD_LENGTH, HEADERS).putInt(FACE_LENGTH, HEADERS - FACE_LENGTH);
    headers.putInt(AFTER_INFORMATION + 2, 0);
    return headers.array();
  }

  /** With the centres of both eyes as feature points. */
  private static byte[] withEyes(byte[] record) {
    ByteBuffer longer = ByteBuffer.allocate(record.length + EYES.length);
    longer.put(record, 0, AFTER_INFORMATION).put(EYES);
    longer.put(record, AFTER_INFORMATION, record.length - AFTER_INFORMATION);
    longer.putShort(POINTS, (short) 2);
    longer.putInt(RECORD_LENGTH, longer.getInt(RECORD_LENGTH) + EYES.length);
    longer.putInt(FACE_LENGTH, longer.getInt(FACE_LENGTH) + EYES.length);
    return longer.array();
  }

  /** The changed record with the face's own length as it was. */
  private static UnaryOperator<byte[]> withLength(UnaryOperator<byte[]> change) {
    return record -> {
      ByteBuffer changed = ByteBuffer.wrap(change.apply(record));
      changed.putInt(FACE_LENGTH, ByteBuffer.wrap(record).getInt(FACE_LENGTH));
      return changed.array();
    };
  }

  /** A full frontal face in JPEG. */
  private static final class Jpeg implements CaseFault {
    private static final int BYTES = 13_000;

    @Override
    public Document unsigned(Document document, RandomSource random) {
      byte[] image = JpegFile.ofSize(Portrait.paint(Face.PILAR, 1), BYTES);
      byte[] dg2 = FaceFile.iso19794(image, FaceFile.Coding.JPEG, Portrait.WIDTH, Portrait.HEIGHT);
      Document jpeg = document.with(Document.DG_BASE + 2, dg2);
      return FACE.record(AFTER_INFORMATION, "0100").unsigned(jpeg, random);
    }
  }
}
