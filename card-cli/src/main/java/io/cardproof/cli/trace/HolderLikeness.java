package io.cardproof.cli.trace;

import io.cardproof.document.BiometricImage;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Mrz;
import io.cardproof.document.Portrait;
import io.cardproof.evidence.Evidence;
import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.issuer.FingerFile;
import io.cardproof.simulator.persona.MrzFormat;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.simulator.persona.PortraitVariant;
import io.cardproof.value.Bytes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files about a holder a document has and how long they are; what is in them is made up from
 * nothing.
 */
final class HolderLikeness {
  private static final Set<Integer> DETAILS = Set.of(5, 7, 11, 12, 13, 16);
  private static final Set<Integer> UNDESCRIBED = Set.of(6, 8, 9, 10);
  private static final String LONG_NUMBER = "TEST00000099";
  private static final int USUAL_NUMBER = 9;
  private static final int MOST_IMAGE = 60_000;
  private static final int LEAST_JPEG = 3_000;
  private static final int LEAST_JPEG_2000 = 11_500;
  private static final int LEAST_FINGER = 8_000;
  private static final int LEAST_IRIS = 8_000;
  private static final int ISO_39794 = 0x7F2E;

  private final Evidence evidence;

  HolderLikeness(Evidence evidence) {
    this.evidence = evidence;
  }

  /** A builder for a document of the same size and kind. */
  PersonaBuilder begin(String name) {
    Optional<Mrz> mrz = mrz();
    PersonaBuilder persona =
        switch (mrz.map(Mrz::type).orElse(Mrz.Type.TD3)) {
          case TD1 -> PersonaBuilder.identityCard(name, MrzFormat.TD1);
          case TD2 -> PersonaBuilder.identityCard(name, MrzFormat.TD2);
          case TD3 -> PersonaBuilder.passport(name);
        };
    mrz.map(Mrz::documentNumber)
        .filter(number -> number.length() > USUAL_NUMBER)
        .ifPresent(number -> persona.documentNumber(LONG_NUMBER));
    mrz.map(Mrz::documentCode)
        .filter(code -> code.matches("[ACIP][A-Z]?"))
        .ifPresent(persona::documentCode);
    return persona;
  }

  void addTo(PersonaBuilder persona) {
    portrait().ifPresent(persona::portrait);
    Set<Integer> listed = new Listed(evidence).dataGroups();
    for (int number : listed) {
      if (DETAILS.contains(number)) {
        persona.details(number);
      } else if (UNDESCRIBED.contains(number)) {
        persona.dataGroup(number, filler(number));
      } else if (number == 3) {
        addFingers(persona);
      } else if (number == 4) {
        persona.irises(irisBytes());
      }
    }
    if (!listed.contains(2)) {
      persona.withoutDataGroup(2);
    }
  }

  private Optional<Mrz> mrz() {
    try {
      Optional<Bytes> dg1 = evidence.file(FileId.DG1);
      return dg1.isEmpty() ? Optional.empty() : Optional.of(Mrz.parseDg1(dg1.get()));
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }

  private Optional<PortraitVariant> portrait() {
    try {
      Optional<Bytes> dg2 = evidence.file(FileId.DG2);
      return dg2.isEmpty() ? Optional.empty() : Optional.of(portrait(dg2.get()));
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }

  private static PortraitVariant portrait(Bytes dg2) throws MalformedDocumentException {
    Portrait portrait = Portrait.parse(dg2);
    int bytes = portrait.imageBytes().length();
    PortraitVariant variant =
        switch (portrait.imageType()) {
          case JPEG2000_JP2 -> PortraitVariant.jp2(between(LEAST_JPEG_2000, bytes));
          case JPEG2000_CODESTREAM -> PortraitVariant.jpeg2000(between(LEAST_JPEG_2000, bytes));
          default -> PortraitVariant.jpeg(between(LEAST_JPEG, bytes));
        };
    boolean lies = portrait.remarks().stream().anyMatch(remark -> remark.contains("size"));
    if (hasStructure(dg2)) {
      return variant.inIso39794();
    }
    return lies ? variant.withWrongSize() : variant;
  }

  // The tag of the constructed data block stands near the beginning, before any image.
  private static boolean hasStructure(Bytes dg2) {
    String head = dg2.slice(0, Math.min(dg2.length(), 64)).toHex();
    return head.contains(String.format(Locale.ROOT, "%04x", ISO_39794));
  }

  private void addFingers(PersonaBuilder persona) {
    Set<FingerFile.Position> positions = new TreeSet<>();
    int longest = 0;
    for (BiometricImage finger : images(FileId.DG3)) {
      longest = Math.max(longest, finger.image().bytes().length());
      for (FingerFile.Position position : FingerFile.Position.values()) {
        if (position.name().equals(finger.part().name())) {
          positions.add(position);
        }
      }
    }
    if (positions.isEmpty()) {
      positions.add(FingerFile.Position.RIGHT_INDEX);
    }
    persona.fingerprints(
        between(LEAST_FINGER, longest), positions.toArray(new FingerFile.Position[0]));
  }

  private int irisBytes() {
    return between(
        LEAST_IRIS,
        images(FileId.DG4).stream()
            .mapToInt(image -> image.image().bytes().length())
            .max()
            .orElse(LEAST_IRIS));
  }

  private List<BiometricImage> images(FileId file) {
    try {
      Optional<Bytes> content = evidence.file(file);
      if (content.isEmpty()) {
        return List.of();
      }
      return file == FileId.DG3
          ? BiometricImage.fingers(content.get())
          : BiometricImage.irises(content.get());
    } catch (MalformedDocumentException e) {
      return List.of();
    }
  }

  /** A file of that number, as long as the real one and full of zeros. */
  private byte[] filler(int number) {
    int length = evidence.file(FileId.dataGroup(number)).map(Bytes::length).orElse(0);
    int zeros = Math.max(1, Math.min(length - 4, 0xFFFF));
    return ByteBuffer.allocate(4 + zeros)
        .put((byte) DataGroups.tag(number))
        .put((byte) 0x82)
        .putShort((short) zeros)
        .array();
  }

  private static int between(int least, int bytes) {
    return Math.max(least, Math.min(bytes, MOST_IMAGE));
  }
}
