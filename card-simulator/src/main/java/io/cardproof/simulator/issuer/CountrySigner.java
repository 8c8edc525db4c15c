package io.cardproof.simulator.issuer;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * A test country signing CA (CSCA): issues document signers, signers of lists, revocation lists and
 * links to its other generations; with the defects that real ones have, if you like.
 */
public final class CountrySigner {
  private final IssuerProfile profile;
  private final IssuerDates dates;
  private final ProfileExtensions extensions;
  private final Identity identity;
  private final Instant until;
  private final Set<CertificateDefect> defects;
  private final Certificate certificate;

  /** Name, key and number of a CA. */
  private static final class Identity {
    final X500Name name;
    final SigningKey key;
    final byte[] keyId;
    final BigInteger serial;

    Identity(X500Name name, SigningKey key, byte[] keyId, BigInteger serial) {
      this.name = name;
      this.key = key;
      this.keyId = keyId;
      this.serial = serial;
    }

    static Identity fresh(IssuerProfile profile, X500Name name, SecureRandom random) {
      SigningKey key = profile.cscaKey().key(random);
      return new Identity(name, key, keyIdentifier(key), SigningKey.serialNumber(random));
    }
  }

  private CountrySigner(
      IssuerProfile profile,
      IssuerDates dates,
      Identity identity,
      Instant until,
      Set<CertificateDefect> defects) {
    this.profile = profile;
    this.dates = dates;
    this.extensions = new ProfileExtensions(profile, dates);
    this.identity = identity;
    this.until = until;
    this.defects = Set.copyOf(defects);
    this.certificate = draft(identity, identity.serial).sign(identity.key);
  }

  /** The state's CA, of an age that lets it sign for documents personalised at {@code signing}. */
  public static CountrySigner trusted(IssuerProfile profile, Instant signing, RandomSource random) {
    return create(profile, signing, profile.cscaName(), Set.of(), random.named("csca"));
  }

  /** The state's CA as {@link #trusted}, with these defects in its certificate and links. */
  public static CountrySigner defective(
      IssuerProfile profile, Instant signing, Set<CertificateDefect> defects, RandomSource random) {
    return create(profile, signing, profile.cscaName(), defects, random.named("csca"));
  }

  /** The state's CA as {@link #trusted}, but over before it issued the document signer. */
  public static CountrySigner over(IssuerProfile profile, Instant signing, RandomSource random) {
    IssuerDates dates = new IssuerDates(signing);
    X500Name name = new X500Name(profile.cscaName());
    return new CountrySigner(
        profile,
        dates,
        Identity.fresh(profile, name, random.named("csca")),
        dates.signerFrom().minus(Duration.ofDays(1)),
        Set.of());
  }

  /** A CA of the same country with another name, key and key identifier. */
  public static CountrySigner stranger(
      IssuerProfile profile, Instant signing, RandomSource random) {
    return create(profile, signing, profile.otherCscaName(), Set.of(), random.named("other-csca"));
  }

  /** A CA with this one's name and key identifier, but a key of its own. */
  public CountrySigner impostor(RandomSource random) {
    SecureRandom own = random.named("impostor-csca");
    return other(
        new Identity(
            identity.name,
            profile.cscaKey().key(own),
            identity.keyId,
            SigningKey.serialNumber(own)));
  }

  /** An impostor whose key has a named curve's parameters but for the generator. */
  public CountrySigner curveBall(RandomSource random) {
    SecureRandom own = random.named("curve-ball-csca");
    return other(
        new Identity(
            identity.name,
            EcSigningKey.onForgedCurve(own),
            identity.keyId,
            SigningKey.serialNumber(own)));
  }

  /** The next generation: the same name, another key (ICAO 9303-12 §4.1.4.3). */
  public CountrySigner successor(String generation, RandomSource random) {
    return other(Identity.fresh(profile, identity.name, random.named("csca-" + generation)));
  }

  /** The next generation under another name, its attributes in the order of their encoding. */
  public CountrySigner renamed(String name, String generation, RandomSource random) {
    return other(Identity.fresh(profile, new X500Name(name), random.named("csca-" + generation)));
  }

  /** The next generation, whose certificate has the number of this one's as well as its issuer. */
  public CountrySigner sameNumber(String generation, RandomSource random) {
    SigningKey key = profile.cscaKey().key(random.named("csca-" + generation));
    return other(new Identity(identity.name, key, keyIdentifier(key), identity.serial));
  }

  /**
   * A link certificate: this CA's key vouches for the other's, its successor's or its
   * predecessor's. It says so where the name changes.
   */
  public Certificate linkTo(CountrySigner other, RandomSource random) {
    BigInteger serial =
        SigningKey.serialNumber(random.named("link-" + other.certificate.getSerialNumber()));
    CertificateDraft draft = other.draft(identity, serial);
    if (!identity.name.equals(other.identity.name)) {
      draft.with(CertificateExtensions.nameChange());
    }
    return draft.sign(identity.key);
  }

  private static CountrySigner create(
      IssuerProfile profile,
      Instant signing,
      String name,
      Set<CertificateDefect> defects,
      SecureRandom random) {
    IssuerDates dates = new IssuerDates(signing);
    return new CountrySigner(
        profile,
        dates,
        Identity.fresh(profile, new X500Name(name), random),
        dates.cscaUntil(profile.signerLife()),
        defects);
  }

  private CountrySigner other(Identity otherIdentity) {
    return new CountrySigner(profile, dates, otherIdentity, until, Set.of());
  }

  /** The certificate under its own key. */
  public Certificate certificate() {
    return certificate;
  }

  /** A certificate over this CA's key, for its own signature or for another's. */
  private CertificateDraft draft(Identity issuer, BigInteger serial) {
    CertificateDraft draft =
        new CertificateDraft(
                serial,
                issuer.name,
                identity.name,
                identity.key.publicKey(),
                dates.cscaFrom(),
                until)
            .with(extensions.authority(issuer.keyId, identity.keyId));
    defects.forEach(defect -> defect.applyTo(draft));
    return draft;
  }

  /** A document signer under this CA. */
  public DocumentSigner documentSigner(
      SignerVariant variant, IssuingFault fault, RandomSource source) {
    SecureRandom random = source.named("document-signer");
    SigningKey key =
        variant == SignerVariant.FORGED_CURVE
            ? EcSigningKey.onForgedCurve(random)
            : profile.signerKey().key(random);
    Instant end =
        variant == SignerVariant.OVER
            ? dates.signing().minus(Duration.ofDays(1))
            : dates.signerUntil(profile.signerLife());
    return documentSigner(below(profile.signerName(), key, end, random), key, fault);
  }

  /**
   * A document signer under this CA with defects of its own.
   *
   * @param purpose names its stream of randomness, so that each signer has a key of its own
   */
  public DocumentSigner documentSigner(
      String purpose, Set<CertificateDefect> its, RandomSource source) {
    SecureRandom random = source.named("document-signer-" + purpose);
    SigningKey key = profile.signerKey().key(random);
    CertificateDraft draft =
        below(profile.signerName(), key, dates.signerUntil(profile.signerLife()), random);
    its.forEach(defect -> defect.applyTo(draft));
    return documentSigner(draft, key, IssuingFault.none());
  }

  private DocumentSigner documentSigner(
      CertificateDraft draft, SigningKey key, IssuingFault fault) {
    if (!profile.documentTypes().isEmpty()) {
      draft.with(CertificateExtensions.documentTypes(profile.documentTypes()));
    }
    Certificate usual = draft.sign(identity.key);
    return new DocumentSigner(
        usual,
        CertificateDraft.deviating(usual, fault, identity.key),
        key,
        profile,
        dates.signing(),
        fault);
  }

  /** A signer of the lists that this state publishes, with the purpose that their kind asks for. */
  public ListSigner listSigner(ListSigner.Kind kind, RandomSource source) {
    SecureRandom random = source.named("list-signer-" + kind);
    SigningKey key = profile.signerKey().key(random);
    String name = "C=" + profile.country() + ",O=Cardproof TEST,CN=" + kind.signerName();
    CertificateDraft draft = below(name, key, dates.signerUntil(profile.signerLife()), random);
    return new ListSigner(
        kind,
        draft.with(kind.purpose()).sign(identity.key),
        certificate,
        key,
        profile.digest(),
        dates.signing());
  }

  private CertificateDraft below(String subject, SigningKey key, Instant end, SecureRandom random) {
    return new CertificateDraft(
            SigningKey.serialNumber(random),
            identity.name,
            new X500Name(subject),
            key.publicKey(),
            dates.signerFrom(),
            end)
        .with(extensions.signer(identity.keyId, keyIdentifier(key)));
  }

  /**
   * A revocation list of this CA, DER, good for 90 days (ICAO 9303-12 §7.1.4).
   *
   * @param thisUpdate when the list says it was made
   * @param revoked serial numbers, their keys compromised; without any, the list has no {@code
   *     revokedCertificates}
   */
  public byte[] crl(Instant thisUpdate, List<BigInteger> revoked) {
    RevocationListDraft draft = revocationList(thisUpdate);
    revoked.forEach(number -> draft.revoke(number, thisUpdate, CRLReason.keyCompromise));
    return draft.sign();
  }

  /** A revocation list of this CA, made at that moment; add to it and sign it. */
  public RevocationListDraft revocationList(Instant thisUpdate) {
    return new RevocationListDraft(identity.name, identity.keyId, identity.key, thisUpdate);
  }

  SigningKey key() {
    return identity.key;
  }

  /** SHA-1 of the public key's bits (RFC 5280 §4.2.1.2, method 1). */
  private static byte[] keyIdentifier(SigningKey key) {
    return Hash.SHA_1.of(key.publicKey().getPublicKeyData().getOctets());
  }
}
