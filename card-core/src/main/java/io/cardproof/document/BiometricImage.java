package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fingerprint of data group 3 or an iris of data group 4.
 *
 * @param part which finger or eye
 * @param image as the chip holds it
 * @param remarks oddities of the headers around it
 */
public record BiometricImage(BodyPart part, EncodedImage image, List<String> remarks) {
  private static final int FINGER_STRUCTURE = 0x64;
  private static final int IRIS_STRUCTURE = 0x66;

  /** Copies the list. */
  public BiometricImage {
    remarks = List.copyOf(remarks);
  }

  /**
   * The fingerprints of data group 3, ICAO 9303-10 §4.7.3: ISO 19794-4 or ISO 39794-4.
   *
   * @return in the order of the file; none where nobody's fingers were enrolled
   */
  public static List<BiometricImage> fingers(Bytes dg3) throws MalformedDocumentException {
    List<BiometricImage> images = new ArrayList<>();
    for (BiometricTemplate template : BiometricTemplate.group(FileId.DG3, dg3)) {
      Optional<Tlv> structure = template.structure(FINGER_STRUCTURE);
      images.addAll(
          structure.isPresent()
              ? Iso39794.fingers(structure.get())
              : new FingerRecord(template).images());
    }
    return List.copyOf(images);
  }

  /**
   * The irises of data group 4, ICAO 9303-10 §4.7.4: ISO 19794-6 or ISO 39794-6.
   *
   * @return in the order of the file; none where nobody's irises were enrolled
   */
  public static List<BiometricImage> irises(Bytes dg4) throws MalformedDocumentException {
    List<BiometricImage> images = new ArrayList<>();
    for (BiometricTemplate template : BiometricTemplate.group(FileId.DG4, dg4)) {
      Optional<Tlv> structure = template.structure(IRIS_STRUCTURE);
      images.addAll(
          structure.isPresent()
              ? Iso39794.irises(structure.get())
              : new IrisRecord(template).images());
    }
    return List.copyOf(images);
  }
}
