package io.cardproof.document;

import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The images of the extensible biometric formats, ISO 39794-4, -5 and -6: a DER structure with
 * automatic tags, in which every optional or unknown element is stepped over.
 */
final class Iso39794 {
  private static final int REPRESENTATIONS = 0xA1;
  private static final int REPRESENTATION = 0x30;
  private static final int MOST_IMAGES = 256;

  private Iso39794() {}

  /** ISO 39794-5: the representation holds a choice in a choice, and the image in that. */
  static List<Portrait> faces(Tlv structure) throws MalformedDocumentException {
    List<Portrait> faces = new ArrayList<>();
    for (Tlv representation : representations(structure)) {
      Tlv image = representation.demand(0xA1).demand(0xA0).demand(0xA0);
      EncodedImage found = EncodedImage.of(bytes(image.demand(0x80)));
      faces.add(new Portrait(found, faceRemarks(found, image)));
    }
    return faces;
  }

  /** ISO 39794-4. */
  static List<BiometricImage> fingers(Tlv structure) throws MalformedDocumentException {
    List<BiometricImage> images = new ArrayList<>();
    for (Tlv representation : representations(structure)) {
      EncodedImage image = EncodedImage.of(bytes(representation.demand(0x83)));
      BodyPart part = BodyPart.finger(code(representation.child(0xA0)));
      images.add(new BiometricImage(part, image, remarks(image)));
    }
    return images;
  }

  /** ISO 39794-6. */
  static List<BiometricImage> irises(Tlv structure) throws MalformedDocumentException {
    List<BiometricImage> images = new ArrayList<>();
    for (Tlv representation : representations(structure)) {
      EncodedImage image = EncodedImage.of(bytes(representation.demand(0x89)));
      Optional<Tlv> eye = representation.child(0x80);
      BodyPart part = BodyPart.eye(eye.isEmpty() ? 0 : number(eye.get()));
      images.add(new BiometricImage(part, image, remarks(image)));
    }
    return images;
  }

  private static List<Tlv> representations(Tlv structure) throws MalformedDocumentException {
    List<Tlv> representations =
        structure.demand(REPRESENTATIONS).children().stream()
            .filter(child -> child.tag() == REPRESENTATION)
            .toList();
    if (representations.size() > MOST_IMAGES) {
      throw structure.malformed("too many images");
    }
    return representations;
  }

  private static Bytes bytes(Tlv object) throws MalformedDocumentException {
    if (object.value().isEmpty()) {
      throw object.malformed("the image is empty");
    }
    return object.value();
  }

  /** A code, or an extension of which only the fallback is known: [0] code, or [1] { [0] code }. */
  private static int code(Optional<Tlv> choice) throws MalformedDocumentException {
    if (choice.isEmpty()) {
      return 0;
    }
    Optional<Tlv> plain = choice.get().child(0x80);
    if (plain.isPresent()) {
      return number(plain.get());
    }
    Optional<Tlv> extension = choice.get().child(0xA1);
    Optional<Tlv> fallback = extension.isEmpty() ? Optional.empty() : extension.get().child(0x80);
    return fallback.isEmpty() ? 0 : number(fallback.get());
  }

  private static int number(Tlv integer) throws MalformedDocumentException {
    Bytes value = integer.value();
    if (value.isEmpty() || value.length() > 3) {
      throw integer.malformed("not a small number");
    }
    return BigEndian.small(value, 0, value.length());
  }

  private static List<String> faceRemarks(EncodedImage found, Tlv image)
      throws MalformedDocumentException {
    List<String> remarks = new ArrayList<>(remarks(found));
    Optional<Tlv> information = image.child(0xA1);
    Optional<Tlv> size = information.isEmpty() ? Optional.empty() : information.get().child(0xA7);
    if (size.isPresent() && found.width().isPresent() && found.height().isPresent()) {
      boolean same =
          number(size.get().demand(0x80)) == found.width().getAsInt()
              && number(size.get().demand(0x81)) == found.height().getAsInt();
      if (!same) {
        remarks.add("the face record names another image size");
      }
    }
    return remarks;
  }

  private static List<String> remarks(EncodedImage image) {
    return image.type() == ImageType.UNKNOWN ? List.of("the image is of no known type") : List.of();
  }
}
