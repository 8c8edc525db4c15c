package io.cardproof.conformance;

import io.cardproof.check.Reason;
import io.cardproof.document.ActiveAuthenticationKey;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityObject;
import io.cardproof.value.Bytes;
import java.util.List;
import java.util.Set;

/** What is wrong with the layout of a file, as far as this library knows how it should be. */
public final class ContentConformance {
  private static final Set<FileId> KNOWN =
      Set.of(
          FileId.ATR_INFO,
          FileId.COM,
          FileId.DG1,
          FileId.DG2,
          FileId.DG3,
          FileId.DG4,
          FileId.DG14,
          FileId.DG15);

  private ContentConformance() {}

  /** The defects of a file whose bytes are those that its issuer meant. */
  public static List<ContentDefect> of(FileId file, Bytes content) {
    Defects defects = new Defects(file);
    if (KNOWN.contains(file)) {
      if (file != FileId.ATR_INFO) {
        Envelope.check(file, content, defects);
      }
      try {
        inside(file, content, defects);
      } catch (MalformedDocumentException e) {
        // What is wrong around it often is why it cannot be read.
        if (defects.all().isEmpty()) {
          defects.in(e.place(), Reason.FILE_MALFORMED);
        }
      }
    }
    return defects.all();
  }

  /** The defects of a security object whose signatures are judged elsewhere. */
  public static List<ContentDefect> of(SecurityObject sod) {
    Defects defects = new Defects(FileId.SOD);
    new SignedObject(sod, defects).check();
    return defects.all();
  }

  /** The defects of the data object around all of {@code content}, whoever wrote it. */
  public static List<ContentDefect> ofEnvelope(FileId file, Bytes content) {
    Defects defects = new Defects(file);
    if (KNOWN.contains(file)) {
      Envelope.check(file, content, defects);
    }
    return defects.all();
  }

  private static void inside(FileId file, Bytes content, Defects defects)
      throws MalformedDocumentException {
    switch (file) {
      case ATR_INFO -> LengthInformation.check(content, defects);
      case COM -> CommonFile.check(content, defects);
      case DG1 -> ZoneContent.check(content, defects);
      case DG2 -> new BiometricFrame(BiometricKind.FACE, defects).check(content);
      case DG3 -> new BiometricFrame(BiometricKind.FINGER, defects).check(content);
      case DG4 -> new BiometricFrame(BiometricKind.IRIS, defects).check(content);
      case DG14 -> SecurityOptions.check(content, defects);
      case DG15 -> ActiveAuthenticationKey.parseDg15(content);
      default -> {
        // Nothing is known of the others.
      }
    }
  }
}
