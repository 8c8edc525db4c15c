package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.document.SignerInfo;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A list that a state publishes, signed by a signer of its own for such lists, ICAO 9303-12 §9 and
 * §10. Its signature has been verified when one exists.
 *
 * @param content the signed list
 * @param signer who signed it
 * @param pinning whether a root that the operator gave certified the signer
 * @param signed when it says that it was signed
 * @param remarks what is odd about its signer
 */
record SignedList(
    Bytes content,
    CertificateView signer,
    Provenance.Pinning pinning,
    Optional<Instant> signed,
    List<Remark> remarks) {
  // A list carries its signer and perhaps the country signer above it.
  private static final int MOST_BESIDE = 8;

  /** The kinds of list. */
  enum Kind {
    MASTER_LIST("master list", MasterList.CONTENT_TYPE, SignerProfile.LIST_SIGNING),
    DEVIATION_LIST("deviation list", "2.23.136.1.1.7", SignerProfile.DEVIATION_LIST_SIGNING);

    private final String words;
    private final String contentType;
    private final String purpose;

    Kind(String words, String contentType, String purpose) {
      this.words = words;
      this.contentType = contentType;
      this.purpose = purpose;
    }

    String contentType() {
      return contentType;
    }
  }

  /**
   * Reads and verifies a list.
   *
   * @param source a name for it, for errors and remarks
   * @param roots the country signers that may certify the list's signer
   * @throws MalformedInputException if it is no such list, or its signature is wrong
   */
  static SignedList of(
      Bytes der,
      Kind kind,
      String source,
      List<CertificateView> roots,
      SignatureAlgorithms algorithms)
      throws MalformedInputException {
    CmsFile cms = cms(der, kind, source);
    SignerInfo info =
        cms.signer()
            .orElseThrow(
                () ->
                    new MalformedInputException(
                        source, "signer", "the " + kind.words + " has none"));
    CertificateView signer = signer(info, kind, source);
    try {
      SignedContent.verify(algorithms.key(signer.spki()), info, cms.content());
    } catch (PathException e) {
      throw new MalformedInputException(source, "signature of the " + kind.words, e.reason().id());
    }
    boolean pinned = pinned(signer, roots, cms.certificates(), algorithms);
    return new SignedList(
        cms.content(),
        signer,
        pinned ? Provenance.Pinning.PINNED : Provenance.Pinning.UNPINNED,
        info.signingTime(),
        remarks(kind, source, pinned, info.signingTime().map(signer::validAt).orElse(true)));
  }

  private static CmsFile cms(Bytes der, Kind kind, String source) throws MalformedInputException {
    try {
      CmsFile file = CmsFile.of(der);
      if (file.contentType().equals(kind.contentType)) {
        return file;
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedInputException(source, "CMS", "is not SignedData");
    }
    throw new MalformedInputException(source, "content type", "not a " + kind.words);
  }

  private static CertificateView signer(SignerInfo info, Kind kind, String source)
      throws MalformedInputException {
    Bytes der =
        info.certificate()
            .orElseThrow(
                () ->
                    new MalformedInputException(
                        source, "signer", "the " + kind.words + " lacks its certificate"));
    CertificateView signer = view(der, source);
    if (!signer.purposes().contains(kind.purpose)) {
      throw new MalformedInputException(source, "signer", "not a signer of " + kind.words + "s");
    }
    return signer;
  }

  private static CertificateView view(Bytes der, String source) throws MalformedInputException {
    try {
      return CertificateView.of(der);
    } catch (IllegalArgumentException e) {
      throw new MalformedInputException(source, "signer", "not an X.509 certificate");
    }
  }

  private static List<Remark> remarks(
      Kind kind, String source, boolean pinned, boolean signerValid) {
    String id = kind.words.replace(' ', '-');
    List<Remark> remarks = new ArrayList<>();
    if (!pinned) {
      remarks.add(
          new Remark(
              id + "-unpinned",
              source + ": no root that was given certifies the signer of this list"));
    }
    if (!signerValid) {
      remarks.add(
          new Remark(
              id + "-signer-not-valid",
              source + ": the signer of this list was not valid when it signed"));
    }
    return remarks;
  }

  // Directly, or through one country signer in the file that a root certified: a link.
  private static boolean pinned(
      CertificateView signer,
      List<CertificateView> roots,
      List<Bytes> beside,
      SignatureAlgorithms algorithms) {
    if (certified(signer, roots.stream(), algorithms)) {
      return true;
    }
    Stream<CertificateView> linked =
        beside.stream()
            .filter(der -> !der.equals(signer.der()))
            .limit(MOST_BESIDE)
            .flatMap(SignedList::readable)
            .filter(CertificateView::authority)
            .filter(issuer -> certified(issuer, roots.stream(), algorithms));
    return certified(signer, linked, algorithms);
  }

  private static Stream<CertificateView> readable(Bytes der) {
    try {
      return Stream.of(CertificateView.of(der));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  private static boolean certified(
      CertificateView issued, Stream<CertificateView> issuers, SignatureAlgorithms algorithms) {
    return issuers
        .filter(issuer -> named(issued, issuer))
        .filter(issuer -> issuer.validAt(issued.notBefore()))
        .anyMatch(issuer -> signed(issuer, issued, algorithms));
  }

  private static boolean named(CertificateView issued, CertificateView issuer) {
    return issuer.subject().equals(issued.issuer())
        || (issued.authorityKeyId().isPresent()
            && issued.authorityKeyId().equals(issuer.subjectKeyId()));
  }

  private static boolean signed(
      CertificateView issuer, CertificateView issued, SignatureAlgorithms algorithms) {
    try {
      SignatureScheme scheme = SignatureScheme.of(issued.signatureAlgorithm(), Optional.empty());
      algorithms.key(issuer.spki()).verify(scheme, issued.signed(), issued.signature());
      return true;
    } catch (SignatureCheckException e) {
      return false;
    }
  }
}
