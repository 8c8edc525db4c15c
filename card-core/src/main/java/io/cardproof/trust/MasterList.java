package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.crypto.SignatureScheme;
import io.cardproof.document.SignerInfo;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;

/**
 * A list of country signers that one state publishes, ICAO 9303-12 §9. Its own signature has been
 * verified when one exists.
 *
 * @param certificates DER of the entries, in the order of the list
 * @param pinned whether a root that the operator gave certified the list's signer
 * @param remarks what is odd about its signer
 */
public record MasterList(List<Bytes> certificates, boolean pinned, List<Remark> remarks) {
  static final String CONTENT_TYPE = "2.23.136.1.1.2";

  /** Copies the lists. */
  public MasterList {
    certificates = List.copyOf(certificates);
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads and verifies a list.
   *
   * @param source a name for it, for errors and remarks
   * @param roots the country signers that may certify the list's signer
   * @throws MalformedInputException if it is not a master list, or its signature is wrong
   */
  static MasterList of(
      CmsFile cms, String source, List<CertificateView> roots, SignatureAlgorithms algorithms)
      throws MalformedInputException {
    SignerInfo info =
        cms.signer()
            .orElseThrow(
                () -> new MalformedInputException(source, "signer", "the master list has none"));
    CertificateView signer = signer(info, source);
    verifySignature(cms.content(), info, signer, source, algorithms);
    List<Remark> remarks = new ArrayList<>();
    boolean pinned = pinned(signer, roots, algorithms);
    if (!pinned) {
      remarks.add(
          new Remark(
              "master-list-unpinned",
              source + ": no root that was given certifies the signer of this list"));
    }
    if (!info.signingTime().map(signer::validAt).orElse(true)) {
      remarks.add(
          new Remark(
              "master-list-signer-not-valid",
              source + ": the signer of this list was not valid when it signed"));
    }
    return new MasterList(entries(cms.content(), source), pinned, remarks);
  }

  private static CertificateView signer(SignerInfo info, String source)
      throws MalformedInputException {
    Bytes der =
        info.certificate()
            .orElseThrow(
                () ->
                    new MalformedInputException(
                        source, "signer", "the master list lacks its certificate"));
    CertificateView signer = CertificateView.of(der);
    if (!signer.purposes().contains(SignerProfile.LIST_SIGNING)) {
      throw new MalformedInputException(source, "signer", "not a signer of master lists");
    }
    return signer;
  }

  private static void verifySignature(
      Bytes content,
      SignerInfo info,
      CertificateView signer,
      String source,
      SignatureAlgorithms algorithms)
      throws MalformedInputException {
    try {
      SignedContent.verify(algorithms.key(signer.spki()), info, content);
    } catch (PathException e) {
      throw new MalformedInputException(source, "signature of the master list", e.reason().id());
    }
  }

  private static boolean pinned(
      CertificateView signer, List<CertificateView> roots, SignatureAlgorithms algorithms) {
    return roots.stream()
        .filter(
            root ->
                root.subject().equals(signer.issuer())
                    || (signer.authorityKeyId().isPresent()
                        && signer.authorityKeyId().equals(root.subjectKeyId())))
        .filter(root -> root.validAt(signer.notBefore()))
        .anyMatch(root -> certified(root, signer, algorithms));
  }

  private static boolean certified(
      CertificateView root, CertificateView signer, SignatureAlgorithms algorithms) {
    try {
      SignatureScheme scheme = SignatureScheme.of(signer.signatureAlgorithm(), Optional.empty());
      algorithms.key(root.spki()).verify(scheme, signer.signed(), signer.signature());
      return true;
    } catch (SignatureCheckException e) {
      return false;
    }
  }

  private static List<Bytes> entries(Bytes content, String source) throws MalformedInputException {
    try {
      ASN1Sequence list = ASN1Sequence.getInstance(content.toByteArray());
      if (!ASN1Integer.getInstance(list.getObjectAt(0)).hasValue(0)) {
        throw new MalformedInputException(source, "version", "not a version that is known here");
      }
      List<Bytes> entries = new ArrayList<>();
      for (ASN1Encodable entry : ASN1Set.getInstance(list.getObjectAt(1))) {
        entries.add(Bytes.of(entry.toASN1Primitive().getEncoded(ASN1Encoding.DL)));
      }
      return entries;
    } catch (IOException | RuntimeException e) {
      throw new MalformedInputException(source, "list of certificates", "is not DER");
    }
  }
}
