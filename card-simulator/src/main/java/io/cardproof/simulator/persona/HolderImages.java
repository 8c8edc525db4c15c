package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.FaceFile;
import io.cardproof.simulator.issuer.FingerFile;
import io.cardproof.simulator.issuer.IrisFile;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.picture.Face;
import io.cardproof.simulator.picture.Fingerprint;
import io.cardproof.simulator.picture.Iris;
import io.cardproof.simulator.picture.Jpeg2000File;
import io.cardproof.simulator.picture.JpegFile;
import io.cardproof.simulator.picture.Portrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** DG2, DG3 and DG4 of a made-up person. */
final class HolderImages {
  private final RandomSource random;

  HolderImages(RandomSource random) {
    this.random = random;
  }

  byte[] face(Face face, PortraitVariant variant) {
    byte[] image = image(face, variant);
    FaceFile.Coding coding =
        variant.format() == PortraitVariant.Format.JPEG
            ? FaceFile.Coding.JPEG
            : FaceFile.Coding.JPEG_2000;
    return switch (variant.record()) {
      case ISO_19794_5 -> FaceFile.iso19794(image, coding, Portrait.WIDTH, Portrait.HEIGHT);
      case ISO_19794_5_WRONG_SIZE -> FaceFile.around(image);
      case ISO_39794_5 -> FaceFile.iso39794(image, coding, Portrait.WIDTH, Portrait.HEIGHT);
    };
  }

  private byte[] image(Face face, PortraitVariant variant) {
    return switch (variant.format()) {
      case JPEG -> {
        long grain = random.named("portrait").nextLong();
        yield JpegFile.ofSize(Portrait.paint(face, grain), variant.bytes());
      }
      case JPEG_2000 -> Jpeg2000File.codeStream(face, variant.bytes());
      case JP2 -> Jpeg2000File.jp2(face, variant.bytes());
    };
  }

  byte[] fingers(Map<FingerFile.Position, Integer> fingers) {
    List<byte[]> templates = new ArrayList<>();
    fingers.forEach(
        (position, bytes) -> {
          long seed = random.named("finger-" + position).nextLong();
          byte[] wsq = Fingerprint.wsq(seed, bytes);
          templates.add(FingerFile.template(position, wsq, Fingerprint.WIDTH, Fingerprint.HEIGHT));
        });
    return FingerFile.of(templates);
  }

  byte[] irises(int bytes) {
    List<byte[]> templates = new ArrayList<>();
    for (IrisFile.Eye eye : IrisFile.Eye.values()) {
      byte[] jpeg = Iris.jpeg(random.named("iris-" + eye).nextLong(), bytes);
      templates.add(IrisFile.template(eye, jpeg, Iris.WIDTH, Iris.HEIGHT));
    }
    return IrisFile.of(templates);
  }
}
