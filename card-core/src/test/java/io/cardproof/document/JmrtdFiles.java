package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.sf.scuba.data.Gender;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.icao.DG3File;
import org.jmrtd.lds.icao.DG4File;
import org.jmrtd.lds.iso19794.FaceImageInfo;
import org.jmrtd.lds.iso19794.FaceImageInfo.FeaturePoint;
import org.jmrtd.lds.iso19794.FaceInfo;
import org.jmrtd.lds.iso19794.FingerImageInfo;
import org.jmrtd.lds.iso19794.FingerInfo;
import org.jmrtd.lds.iso19794.IrisBiometricSubtypeInfo;
import org.jmrtd.lds.iso19794.IrisImageInfo;
import org.jmrtd.lds.iso19794.IrisInfo;
import org.jmrtd.lds.iso39794.DateTimeBlock;
import org.jmrtd.lds.iso39794.FaceImageDataBlock;
import org.jmrtd.lds.iso39794.FaceImageInformation2DBlock;
import org.jmrtd.lds.iso39794.FaceImageRepresentation2DBlock;
import org.jmrtd.lds.iso39794.FaceImageRepresentationBlock;
import org.jmrtd.lds.iso39794.FingerImageDataBlock;
import org.jmrtd.lds.iso39794.FingerImagePositionCode;
import org.jmrtd.lds.iso39794.FingerImageRepresentationBlock;
import org.jmrtd.lds.iso39794.VersionBlock;

/** Biometric files as JMRTD writes them: what nobody here wrote. */
final class JmrtdFiles {
  private JmrtdFiles() {}

  /** DG2 after ISO 19794-5: one record with these images and a feature point in each. */
  static Bytes faces(Bytes... images) throws IOException {
    FaceImageInfo[] faces = new FaceImageInfo[images.length];
    for (int i = 0; i < images.length; i++) {
      faces[i] =
          new FaceImageInfo(
              Gender.UNSPECIFIED,
              FaceImageInfo.EyeColor.UNSPECIFIED,
              0,
              0,
              0,
              new int[3],
              new int[3],
              1,
              0,
              0,
              0,
              0,
              new FeaturePoint[] {new FeaturePoint(1, 2, 3, 4, 5)},
              300,
              400,
              stream(images[i]),
              images[i].length(),
              FaceImageInfo.IMAGE_DATA_TYPE_JPEG);
    }
    return Bytes.of(
        DG2File.createISO19794DG2File(List.of(new FaceInfo(List.of(faces)))).getEncoded());
  }

  /** DG3 after ISO 19794-4: one template for each image, the right index finger and on. */
  static Bytes fingers(int compression, int width, int height, Bytes... images) throws IOException {
    FingerInfo[] fingers = new FingerInfo[images.length];
    for (int i = 0; i < images.length; i++) {
      FingerImageInfo image =
          new FingerImageInfo(
              FingerImageInfo.POSITION_RIGHT_INDEX_FINGER + i,
              1,
              1,
              80,
              0,
              width,
              height,
              stream(images[i]),
              images[i].length(),
              compression);
      fingers[i] = new FingerInfo(0, 31, 1, 500, 500, 500, 500, 8, compression, List.of(image));
    }
    return Bytes.of(DG3File.createISO19794DG3File(List.of(fingers)).getEncoded());
  }

  /** DG4 after ISO 19794-6: one template with an image of each eye, the right one first. */
  static Bytes irises(int format, int width, int height, Bytes right, Bytes left)
      throws IOException {
    List<IrisBiometricSubtypeInfo> eyes =
        List.of(
            eye(IrisBiometricSubtypeInfo.EYE_RIGHT, format, width, height, right),
            eye(IrisBiometricSubtypeInfo.EYE_LEFT, format, width, height, left));
    IrisInfo iris =
        new IrisInfo(0, 0, 0, 0, 0, 0, 0, 150, format, width, height, 8, 0, new byte[16], eyes);
    return Bytes.of(DG4File.createISO19794DG4File(List.of(iris)).getEncoded());
  }

  private static IrisBiometricSubtypeInfo eye(
      int eye, int format, int width, int height, Bytes image) throws IOException {
    IrisImageInfo info =
        new IrisImageInfo(1, 80, 0, 0, width, height, stream(image), image.length(), format);
    return new IrisBiometricSubtypeInfo(eye, format, List.of(info));
  }

  /** DG2 after ISO 39794-5. */
  static Bytes face39794(int width, int height, Bytes... images) {
    FaceImageRepresentationBlock[] blocks = new FaceImageRepresentationBlock[images.length];
    for (int i = 0; i < images.length; i++) {
      FaceImageInformation2DBlock information =
          new FaceImageInformation2DBlock(
              FaceImageInformation2DBlock.ImageDataFormatCode.JPEG,
              null,
              null,
              null,
              null,
              null,
              null,
              new FaceImageInformation2DBlock.ImageSizeBlock(width, height),
              null,
              null,
              null);
      blocks[i] =
          new FaceImageRepresentationBlock(
              BigInteger.valueOf(i),
              new FaceImageRepresentation2DBlock(images[i].toByteArray(), information, null),
              new DateTimeBlock(2024, 5, 6, 7, 8, 9, 0),
              null,
              null,
              null,
              null,
              null,
              null,
              null);
    }
    FaceImageDataBlock block =
        new FaceImageDataBlock(new VersionBlock(3, 2019), List.of(blocks), null);
    return Bytes.of(DG2File.createISO39794DG2File(List.of(block)).getEncoded());
  }

  /** DG3 after ISO 39794-4, with an image of each of these positions. */
  static Bytes fingers39794(Bytes image, FingerImagePositionCode... positions) {
    List<FingerImageRepresentationBlock> blocks =
        Arrays.stream(positions).map(position -> finger(position, image)).toList();
    FingerImageDataBlock block = new FingerImageDataBlock(new VersionBlock(3, 2019), blocks, null);
    return Bytes.of(DG3File.createISO39794DG3File(List.of(block)).getEncoded());
  }

  private static FingerImageRepresentationBlock finger(
      FingerImagePositionCode position, Bytes image) {
    return new FingerImageRepresentationBlock(
        position,
        FingerImageRepresentationBlock.ImpressionCode.fromCode(0),
        FingerImageRepresentationBlock.ImageDataFormatCode.PNG,
        new DateTimeBlock(2024, 5, 6, 7, 8, 9, 0),
        null,
        null,
        null,
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        image.toByteArray(),
        null,
        null);
  }

  static ByteArrayInputStream stream(Bytes bytes) {
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
