package io.cardproof.cli.trust;

import io.cardproof.access.Presented;
import io.cardproof.check.Reason;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.document.FileId;
import io.cardproof.error.MalformedInputException;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceCodec;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.evidence.ReaderRecord;
import io.cardproof.evidence.ReadingStats;
import io.cardproof.report.Report;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Expectation;
import io.cardproof.verify.Policy;
import io.cardproof.verify.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the document signer in evidence, in a security object, or in a file by itself. */
final class SignerFile {
  private static final int MOST = 64 << 20;
  private static final int SECURITY_OBJECT = 0x77;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]*)-----END CERTIFICATE-----");

  private final TrustStore store;
  private final Instant now;

  /** Looks in {@code store} for a signer that a document leaves out. */
  SignerFile(TrustStore store, Instant now) {
    this.store = store;
    this.now = now;
  }

  /**
   * A signer.
   *
   * @param signer its certificate
   * @param signedAt the signing reference of the document; empty for a certificate by itself
   */
  record Found(CertificateView signer, Optional<Instant> signedAt) {}

  /** The signer of the document, or the certificate, in this file. */
  Found read(Path file) throws CommandException, MalformedInputException {
    Bytes content = content(file);
    Optional<CertificateView> alone = certificate(content);
    return alone.isPresent()
        ? new Found(alone.get(), Optional.empty())
        : signer(evidence(content, file), file);
  }

  private Found signer(Evidence evidence, Path file) throws CommandException {
    Report report = new Verifier(store, Policy.COUNTER).verify(evidence, Expectation.none(), now);
    return report
        .signer()
        .map(
            each -> new Found(CertificateView.of(each.certificateDer()), report.signingReference()))
        .orElseThrow(() -> CommandException.input(problem(report), file.toString()));
  }

  private static String problem(Report report) {
    boolean missing =
        report.checks().stream()
            .flatMap(check -> check.reason().stream())
            .anyMatch(Reason.SIGNER_CERTIFICATE_MISSING::equals);
    return missing ? "input.no-signer" : "input.no-security-object";
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

  private Evidence evidence(Bytes content, Path file) throws MalformedInputException {
    return !content.isEmpty() && content.at(0) == SECURITY_OBJECT
        ? of(content)
        : new EvidenceCodec().decode(content, String.valueOf(file.getFileName()));
  }

  /** Of a card from which nothing but this file is known. */
  private Evidence of(Bytes securityObject) {
    return new Evidence(
        List.of(EvidenceFile.read(FileId.SOD, securityObject)),
        AccessRecord.none(),
        List.of(),
        new Presented.Nothing(),
        new ReaderRecord("", Bytes.empty()),
        now,
        new ReadingStats(0, 0, 0, 0));
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
