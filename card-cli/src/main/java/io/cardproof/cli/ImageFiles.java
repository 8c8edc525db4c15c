package io.cardproof.cli;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.NewFiles;
import io.cardproof.cli.talk.Talk;
import io.cardproof.document.BiometricImage;
import io.cardproof.document.EncodedImage;
import io.cardproof.document.ImageType;
import io.cardproof.image.ImageDecoder;
import io.cardproof.image.ImageException;
import io.cardproof.report.Holder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes a holder's images: as PNG where it is asked for, else as the chip holds them. */
final class ImageFiles {
  private static final String PNG = "png";

  private final Talk talk;
  private final NewFiles files;
  private final ImageDecoder decoder = new ImageDecoder();

  ImageFiles(Talk talk) {
    this.talk = talk;
    this.files = new NewFiles(talk);
  }

  /** The portrait, as PNG if the name says so. */
  void photo(Holder holder, Path file) throws CommandException {
    if (holder.portrait().isEmpty()) {
      talk.say("warning.no-portrait");
      return;
    }
    EncodedImage image = holder.portrait().get().image();
    String ending = ending(file);
    if (ending.equals(PNG) && image.type() != ImageType.PNG) {
      writePng(image, file);
      return;
    }
    if (!fits(ending, image.type())) {
      talk.say("warning.photo-type", file.toString(), image.type().mime());
    }
    files.writePrivate(file, image.bytes().toByteArray());
  }

  /** Every finger and iris, as PNG and as the chip holds it, named by what it shows. */
  void fingers(Holder holder, Path directory) throws CommandException {
    if (holder.fingers().isEmpty() && holder.irises().isEmpty()) {
      talk.say("warning.no-fingers");
      return;
    }
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw CommandException.input("output.unwritable", directory.toString());
    }
    Set<String> taken = new HashSet<>();
    for (List<BiometricImage> images : List.of(holder.fingers(), holder.irises())) {
      for (BiometricImage image : images) {
        writeBoth(image.image(), directory, name(image, taken));
      }
    }
  }

  private void writeBoth(EncodedImage image, Path directory, String name) throws CommandException {
    if (image.type() != ImageType.PNG) {
      writePng(image, directory.resolve(name + "." + PNG));
    }
    Path original = directory.resolve(name + "." + image.type().extension());
    files.writePrivate(original, image.bytes().toByteArray());
  }

  private void writePng(EncodedImage image, Path file) throws CommandException {
    try {
      files.writePrivate(file, decoder.decode(image).png().toByteArray());
    } catch (ImageException e) {
      talk.say("warning.not-decoded", file.toString(), why(e));
    }
  }

  private String why(ImageException e) {
    String key = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return talk.messages().text("image." + key, e.type().mime(), e.artifact().orElse(""));
  }

  /** {@code right-index}, and {@code right-index-2} for a second image of it. */
  private static String name(BiometricImage image, Set<String> taken) {
    String name = image.part().id();
    for (int i = 2; !taken.add(name); i++) {
      name = image.part().id() + "-" + i;
    }
    return name;
  }

  private static String ending(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean fits(String ending, ImageType type) {
    return switch (type) {
      case JPEG -> Set.of("jpg", "jpeg", "jpe").contains(ending);
      case JPEG2000_CODESTREAM -> Set.of("j2k", "j2c", "jpc").contains(ending);
      default -> ending.equals(type.extension());
    };
  }
}
