package io.cardproof.simulator;

import io.cardproof.simulator.FaultPlan.Kind;
import io.cardproof.simulator.issuer.CountrySigner;
import io.cardproof.simulator.issuer.DocumentSigner;
import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SignerVariant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Certificate;

/** Who signs a document, and what a reader is told of them; with the faults that lie in that. */
final class IssuingParties {
  private static final Duration CRL_AGE = Duration.ofDays(1);
  private static final Duration STALE_CRL_AGE = Duration.ofDays(200);

  private final FaultPlan faults;
  private final CountrySigner anchor;
  private final CountrySigner issuer;
  private final List<Certificate> links = new ArrayList<>();
  private final DocumentSigner signer;
  private final CountrySigner publisher;

  IssuingParties(IssuerProfile usual, Instant signing, FaultPlan faults, RandomSource random) {
    this.faults = faults;
    IssuerProfile profile = faults.issuing().profile(usual);
    anchor =
        faults.has(Kind.CSCA_EXPIRED)
            ? CountrySigner.over(profile, signing, random)
            : CountrySigner.trusted(profile, signing, random);
    issuer = issuer(profile, signing, random);
    signer = issuer.documentSigner(variant(), faults.issuing(), random);
    publisher = publisher(random);
  }

  DocumentSigner signer() {
    return signer;
  }

  ExportedTrust trust(Instant now) {
    return new ExportedTrust(
        List.of(der(anchor.certificate())),
        links.stream().map(IssuingParties::der).toList(),
        signer.carriesCertificate() ? List.of() : List.of(der(signer.certificate())),
        Optional.of(crl(now)),
        distrusted());
  }

  private CountrySigner issuer(IssuerProfile profile, Instant signing, RandomSource random) {
    if (faults.has(Kind.UNTRUSTED_CSCA)) {
      return anchor.impostor(random);
    }
    if (faults.has(Kind.UNKNOWN_CSCA)) {
      return CountrySigner.stranger(profile, signing, random);
    }
    return faults.has(Kind.CSCA_LINKED) || faults.has(Kind.CSCA_LINK_MISSING)
        ? grandchild(random)
        : anchor;
  }

  private CountrySigner grandchild(RandomSource random) {
    CountrySigner second = anchor.successor("second", random);
    CountrySigner third = second.successor("third", random);
    if (faults.has(Kind.CSCA_LINKED)) {
      links.add(anchor.linkTo(second, random));
    }
    links.add(second.linkTo(third, random));
    return third;
  }

  /** Who signs the revocation list. */
  private CountrySigner publisher(RandomSource random) {
    CountrySigner named =
        faults.has(Kind.SIGNER_REVOKED) || faults.has(Kind.CSCA_LINKED) ? issuer : anchor;
    return faults.has(Kind.CRL_FORGED) ? named.impostor(random) : named;
  }

  private SignerVariant variant() {
    if (faults.has(Kind.SIGNER_EXPIRED)) {
      return SignerVariant.OVER;
    }
    return faults.has(Kind.CURVE_BALL) ? SignerVariant.FORGED_CURVE : SignerVariant.USUAL;
  }

  private byte[] crl(Instant now) {
    List<BigInteger> revoked = revoked(signer.certificate().getSerialNumber().getValue());
    Duration age = faults.has(Kind.CRL_STALE) ? STALE_CRL_AGE : CRL_AGE;
    return publisher.crl(now.minus(age), revoked);
  }

  private List<BigInteger> revoked(BigInteger serialNumber) {
    return faults.has(Kind.SIGNER_REVOKED)
        ? List.of(serialNumber)
        : faults.issuing().revoked(serialNumber);
  }

  private List<byte[]> distrusted() {
    List<byte[]> hashes = new ArrayList<>();
    if (faults.has(Kind.CSCA_DISTRUSTED)) {
      hashes.add(sha256(der(anchor.certificate())));
    }
    if (faults.has(Kind.SIGNER_DISTRUSTED)) {
      hashes.add(sha256(der(signer.certificate())));
    }
    return hashes;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] der(Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
