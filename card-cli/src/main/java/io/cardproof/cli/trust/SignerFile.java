package io.cardproof.cli.trust;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityObject;
import io.cardproof.error.MalformedInputException;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.SignerLookup;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the document signer in evidence, in a security object, or in a file by itself. */
final class SignerFile {
  private static final int MOST = 64 << 20;
  private static final int SECURITY_OBJECT = 0x77;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]*)-----END CERTIFICATE-----");

  private SignerFile() {}

  /** The certificate; empty where neither the document nor the store has that of its signer. */
  static Optional<CertificateView> read(Path file, TrustStore store)
      throws CommandException, MalformedInputException {
    Bytes content = content(file);
    Optional<CertificateView> alone = certificate(content);
    if (alone.isPresent()) {
      return alone;
    }
    Bytes sod =
        !content.isEmpty() && content.at(0) == SECURITY_OBJECT
            ? content
            : ofEvidence(content, file);
    try {
      return new SignerLookup(store)
          .signer(SecurityObject.parse(sod))
          .map(SignerLookup.Candidate::certificate)
          .map(CertificateView::of);
    } catch (MalformedDocumentException | IllegalArgumentException e) {
      throw CommandException.input("input.no-security-object", file.toString());
    }
  }

  private static Optional<CertificateView> certificate(Bytes content) {
    try {
      return Optional.of(CertificateView.of(content));
    } catch (IllegalArgumentException e) {
      Matcher pem = PEM.matcher(new String(content.toByteArray(), StandardCharsets.ISO_8859_1));
      return pem.find() ? decoded(pem.group(1)) : Optional.empty();
    }
  }

  private static Optional<CertificateView> decoded(String base64) {
    try {
      return Optional.of(
          CertificateView.of(Bytes.of(Base64.getMimeDecoder().decode(base64.strip()))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Bytes ofEvidence(Bytes content, Path file)
      throws CommandException, MalformedInputException {
    return new EvidenceCodec()
        .decode(content, String.valueOf(file.getFileName()))
        .file(FileId.SOD)
        .orElseThrow(() -> CommandException.input("input.no-security-object", file.toString()));
  }

  private static Bytes content(Path file) throws CommandException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MOST + 1);
      if (content.length <= MOST) {
        return Bytes.of(content);
      }
    } catch (IOException e) {
      throw CommandException.input("input.unreadable", file.toString());
    }
    throw CommandException.input("input.unreadable", file.toString());
  }
}
