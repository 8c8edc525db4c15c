package io.cardproof.image;

import io.cardproof.document.ImageType;
import java.util.Optional;

/** An image that gives no picture. The encoded bytes stay what they are and can be handed out. */
public final class ImageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why there is no picture. */
  public enum Reason {
    /**
     * The library that decodes this type is not on the class path; {@link #artifact()} names it.
     */
    PLUGIN_MISSING,
    /** Nothing decodes this type. */
    TYPE_UNSUPPORTED,
    /** It has more pixels than are allowed. */
    TOO_LARGE,
    /** The bytes are no image of the type that they begin as. */
    MALFORMED
  }

  private final Reason reason;
  private final ImageType type;
  private final String artifact;

  private ImageException(Reason reason, ImageType type, String artifact, String message) {
    super(message);
    this.reason = reason;
    this.type = type;
    this.artifact = artifact;
  }

  static ImageException pluginMissing(ImageType type, String artifact) {
    return new ImageException(
        Reason.PLUGIN_MISSING,
        type,
        artifact,
        "no decoder for " + type + ": add " + artifact + " to the class path");
  }

  static ImageException unsupported(ImageType type) {
    return new ImageException(
        Reason.TYPE_UNSUPPORTED, type, "", "no decoder for images of type " + type);
  }

  static ImageException tooLarge(ImageType type, long pixels) {
    return new ImageException(
        Reason.TOO_LARGE, type, "", type + " with " + pixels + " pixels is more than is allowed");
  }

  static ImageException malformed(ImageType type, String problem) {
    return new ImageException(Reason.MALFORMED, type, "", type + ": " + problem);
  }

  /** Why there is no picture. */
  public Reason reason() {
    return reason;
  }

  /** What the image begins as. */
  public ImageType type() {
    return type;
  }

  /** The artifact to add, as {@code group:name:version}, for {@link Reason#PLUGIN_MISSING}. */
  public Optional<String> artifact() {
    return Optional.of(artifact).filter(name -> !name.isEmpty());
  }
}
