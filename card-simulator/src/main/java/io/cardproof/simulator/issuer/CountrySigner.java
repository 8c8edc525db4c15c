package io.cardproof.simulator.issuer;

import static io.cardproof.simulator.issuer.CertificateExtensions.alternativeName;
import static io.cardproof.simulator.issuer.CertificateExtensions.authorityKeyIdentifier;
import static io.cardproof.simulator.issuer.CertificateExtensions.crlDistributionPoints;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;

/** A test country signing CA (CSCA): self-signed, issues document signers and a CRL. */
public final class CountrySigner {
  private static final Duration CRL_LIFE = Duration.ofDays(90);

  private final IssuerProfile profile;
  private final IssuerDates dates;
  private final X500Name name;
  private final SigningKey key;
  private final byte[] keyId;
  private final Instant until;
  private final Certificate certificate;

  private CountrySigner(
      IssuerProfile profile,
      IssuerDates dates,
      String name,
      SigningKey key,
      byte[] keyId,
      Instant until,
      BigInteger serial) {
    this.profile = profile;
    this.dates = dates;
    this.name = new X500Name(name);
    this.key = key;
    this.keyId = keyId;
    this.until = until;
    this.certificate = write(key, keyId, serial);
  }

  /** The state's CA, of an age that lets it sign for documents personalised at {@code signing}. */
  public static CountrySigner trusted(IssuerProfile profile, Instant signing, RandomSource random) {
    return create(profile, signing, profile.cscaName(), random.named("csca"));
  }

  /** The state's CA as {@link #trusted}, but over before it issued the document signer. */
  public static CountrySigner over(IssuerProfile profile, Instant signing, RandomSource random) {
    IssuerDates dates = new IssuerDates(signing);
    return create(
        profile,
        dates,
        profile.cscaName(),
        dates.signerFrom().minus(Duration.ofDays(1)),
        random.named("csca"));
  }

  /** A CA of the same country with another name, key and key identifier. */
  public static CountrySigner stranger(
      IssuerProfile profile, Instant signing, RandomSource random) {
    return create(profile, signing, profile.otherCscaName(), random.named("other-csca"));
  }

  /** A CA with this one's name and key identifier, but a key of its own. */
  public CountrySigner impostor(RandomSource random) {
    SecureRandom own = random.named("impostor-csca");
    SigningKey otherKey = profile.cscaKey().key(own);
    return new CountrySigner(
        profile, dates, name.toString(), otherKey, keyId, until, SigningKey.serialNumber(own));
  }

  /** The next generation: the same name, another key (ICAO 9303-12 §7.1). */
  public CountrySigner successor(String generation, RandomSource random) {
    return create(profile, dates, name.toString(), until, random.named("csca-" + generation));
  }

  /** A link certificate: this CA's key vouches for its successor's. */
  public Certificate linkTo(CountrySigner next, RandomSource random) {
    BigInteger serial =
        SigningKey.serialNumber(random.named("link-" + next.certificate.getSerialNumber()));
    return next.write(key, keyId, serial);
  }

  private static CountrySigner create(
      IssuerProfile profile, Instant signing, String name, SecureRandom random) {
    IssuerDates dates = new IssuerDates(signing);
    return create(profile, dates, name, dates.cscaUntil(profile.signerLife()), random);
  }

  private static CountrySigner create(
      IssuerProfile profile, IssuerDates dates, String name, Instant until, SecureRandom random) {
    SigningKey key = profile.cscaKey().key(random);
    return new CountrySigner(
        profile, dates, name, key, keyIdentifier(key), until, SigningKey.serialNumber(random));
  }

  /** The self-signed certificate. */
  public Certificate certificate() {
    return certificate;
  }

  /** A certificate over this CA's key by its own key or by another's. */
  private Certificate write(SigningKey issuerKey, byte[] issuerKeyId, BigInteger serial) {
    List<Extension> extensions =
        List.of(
            authorityKeyIdentifier(issuerKeyId),
            CertificateExtensions.subjectKeyIdentifier(keyId),
            CertificateExtensions.keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign),
            CertificateExtensions.certificateAuthority(),
            CertificateExtensions.privateKeyUsagePeriod(dates.cscaFrom(), dates.cscaKeyUntil()),
            alternativeName(Extension.subjectAlternativeName, profile.state(), profile.siteUris()),
            alternativeName(Extension.issuerAlternativeName, profile.state(), List.of()),
            crlDistributionPoints(profile.crlUris()),
            TestMarker.extension());
    return new CertificateWriter(name, issuerKey)
        .write(serial, name, key.publicKey(), dates.cscaFrom(), until, extensions);
  }

  /** A document signer under this CA. */
  public DocumentSigner documentSigner(
      SignerVariant variant, IssuingFault fault, RandomSource source) {
    SecureRandom random = source.named("document-signer");
    SigningKey signerKey =
        variant == SignerVariant.FORGED_CURVE
            ? EcSigningKey.onForgedCurve(random)
            : profile.signerKey().key(random);
    CertificateWriter writer = new CertificateWriter(name, key);
    Certificate certificate =
        writer.write(
            SigningKey.serialNumber(random),
            new X500Name(profile.signerName()),
            signerKey.publicKey(),
            dates.signerFrom(),
            variant == SignerVariant.OVER
                ? dates.signing().minus(Duration.ofDays(1))
                : dates.signerUntil(profile.signerLife()),
            signerExtensions(signerKey));
    return new DocumentSigner(
        certificate,
        writer.deviating(certificate, fault),
        signerKey,
        profile,
        dates.signing(),
        fault);
  }

  private List<Extension> signerExtensions(SigningKey signerKey) {
    List<Extension> extensions = new ArrayList<>();
    extensions.add(authorityKeyIdentifier(keyId));
    extensions.add(CertificateExtensions.subjectKeyIdentifier(keyIdentifier(signerKey)));
    extensions.add(CertificateExtensions.keyUsage(KeyUsage.digitalSignature));
    extensions.add(
        CertificateExtensions.privateKeyUsagePeriod(dates.signerFrom(), dates.signerKeyUntil()));
    extensions.add(
        alternativeName(Extension.subjectAlternativeName, profile.state(), profile.siteUris()));
    extensions.add(alternativeName(Extension.issuerAlternativeName, profile.state(), List.of()));
    extensions.add(crlDistributionPoints(profile.crlUris()));
    profile
        .certificateUris()
        .forEach(uri -> extensions.add(CertificateExtensions.certificateOfIssuer(uri)));
    if (!profile.documentTypes().isEmpty()) {
      extensions.add(CertificateExtensions.documentTypes(profile.documentTypes()));
    }
    extensions.add(TestMarker.extension());
    return extensions;
  }

  /**
   * A revocation list of this CA, DER, good for 90 days (ICAO 9303-12 §7.1.4).
   *
   * @param thisUpdate when the list says it was made
   * @param revoked serial numbers; without any, the list has no {@code revokedCertificates}
   */
  public byte[] crl(Instant thisUpdate, List<BigInteger> revoked) {
    V2TBSCertListGenerator generator = new V2TBSCertListGenerator();
    generator.setSignature(key.algorithm());
    generator.setIssuer(name);
    generator.setThisUpdate(CertificateWriter.time(thisUpdate));
    generator.setNextUpdate(CertificateWriter.time(thisUpdate.plus(CRL_LIFE)));
    for (BigInteger number : revoked) {
      generator.addCRLEntry(
          new ASN1Integer(number), CertificateWriter.time(thisUpdate), CRLReason.keyCompromise);
    }
    Extension[] extensions = {
      authorityKeyIdentifier(keyId),
      CertificateExtensions.extension(Extension.cRLNumber, false, new ASN1Integer(1))
    };
    generator.setExtensions(new Extensions(extensions));
    return SigningKey.der(CertificateWriter.signed(generator.generateTBSCertList(), key));
  }

  /** SHA-1 of the public key's bits (RFC 5280 §4.2.1.2, method 1). */
  private static byte[] keyIdentifier(SigningKey key) {
    try {
      byte[] bits = key.publicKey().getPublicKeyData().getOctets();
      return MessageDigest.getInstance("SHA-1").digest(bits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
