package io.cardproof.cli.trace;

import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityObject;
import io.cardproof.document.SignerInfo;
import io.cardproof.report.Report;
import io.cardproof.report.Signer;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.trust.CertificateFacts;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.KeyFacts;
import io.cardproof.value.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** With which algorithms a document is signed; whose keys they are does not matter here. */
final class SigningLikeness {
  private static final String PSS = "2a864886f70d01010a";
  private static final int SHORTEST_RSA = 1024;
  private static final int AUTHORITY_RSA = 3072;
  private static final Map<String, Hash> HASHES =
      Map.of(
          "2b0e03021a", Hash.SHA_1,
          "608648016503040204", Hash.SHA_224,
          "608648016503040201", Hash.SHA_256,
          "608648016503040202", Hash.SHA_384,
          "608648016503040203", Hash.SHA_512);

  private final Report report;

  SigningLikeness(Report report) {
    this.report = report;
  }

  void addTo(PersonaBuilder persona) {
    Optional<SignerInfo> info = signerInfo();
    Hash hash = info.flatMap(each -> hash(each.digestAlgorithm())).orElse(Hash.SHA_256);
    persona.hash(hash);
    Optional<CertificateView> signer = report.signer().flatMap(SigningLikeness::certificate);
    if (info.isPresent() && signer.isPresent()) {
      boolean pss = info.get().signatureAlgorithm().toHex().contains(PSS);
      addTo(persona, signer.get(), hash, pss);
    }
  }

  private static void addTo(
      PersonaBuilder persona, CertificateView signer, Hash hash, boolean pss) {
    KeyFacts key = KeyFacts.of(signer.spki());
    Hash ofAuthority = ofAuthority(signer, hash);
    if (key.algorithm().equals("RSA")) {
      int bits = bits(key);
      persona
          .documentSigner(rsa(pss, bits, hash))
          .countrySigner(rsa(pss, Math.max(AUTHORITY_RSA, bits), ofAuthority));
    } else if (key.algorithm().equals("EC")) {
      KeyTwin twin = KeyTwin.of(signer.spki());
      persona
          .documentSigner(SignatureAlgorithm.ecdsa(twin.group(), hash, twin.form()))
          .countrySigner(SignatureAlgorithm.ecdsa(twin.group(), ofAuthority, twin.form()));
    }
  }

  // A trace can name a key that nobody has the time to make.
  private static int bits(KeyFacts key) {
    int whole = key.bits() / Byte.SIZE * Byte.SIZE;
    return Math.max(SHORTEST_RSA, Math.min(whole, RsaTwin.LONGEST));
  }

  /** The hash of the signature under the signer's certificate; the other one if that is unknown. */
  private static Hash ofAuthority(CertificateView signer, Hash other) {
    String algorithm = CertificateFacts.of(signer).signatureAlgorithm();
    return Stream.of(Hash.values())
        .filter(hash -> algorithm.endsWith(" " + hash.id()))
        .findFirst()
        .orElse(other);
  }

  private static SignatureAlgorithm rsa(boolean pss, int bits, Hash hash) {
    return pss ? SignatureAlgorithm.rsaPss(bits, hash) : SignatureAlgorithm.rsaPkcs1(bits, hash);
  }

  private static Optional<CertificateView> certificate(Signer signer) {
    try {
      return Optional.of(CertificateView.of(signer.certificateDer()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<SignerInfo> signerInfo() {
    try {
      Optional<Bytes> sod = report.evidence().file(FileId.SOD);
      return sod.isEmpty()
          ? Optional.empty()
          : SecurityObject.parse(sod.get()).signers().stream().findFirst();
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Hash> hash(Bytes algorithm) {
    return HASHES.entrySet().stream()
        .filter(entry -> algorithm.toHex().contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
