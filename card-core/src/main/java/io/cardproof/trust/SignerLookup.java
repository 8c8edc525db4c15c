package io.cardproof.trust;

import io.cardproof.crypto.SignatureAlgorithms;
import io.cardproof.crypto.VerificationKey;
import io.cardproof.document.SignedFile;
import io.cardproof.document.SignerReference;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Finds the certificate of a file's signer: in the file, or among the signers of a store. Nobody
 * trusts it for that: the path to a country signer decides.
 */
public final class SignerLookup {
  // Names and key identifiers collide; more of one kind than this is no accident.
  private static final int MOST = 8;
  private static final int LONGEST_NAME = 4096;

  private final TrustStore trust;
  private final Function<Bytes, VerificationKey> keys;

  /** Looks in {@code trust} for what a file leaves out. */
  public SignerLookup(TrustStore trust) {
    this(trust, new SignatureAlgorithms());
  }

  private SignerLookup(TrustStore trust, SignatureAlgorithms algorithms) {
    this(trust, certificate -> algorithms.key(CertificateView.of(certificate).spki()));
  }

  /**
   * Looks in {@code trust} for what a file leaves out.
   *
   * @param keys gives the key of a certificate; it throws IllegalArgumentException for what is none
   */
  public SignerLookup(TrustStore trust, Function<Bytes, VerificationKey> keys) {
    this.trust = trust;
    this.keys = keys;
  }

  /**
   * A certificate that may be the signer's.
   *
   * @param certificate DER
   * @param place where it was found
   */
  public record Candidate(Bytes certificate, Place place) {}

  /** Where a certificate was found. */
  public enum Place {
    /** In the file itself, as ICAO 9303-10 §4.6.2 wants it. */
    FILE,
    /** In the trust store: a signer that the PKD published, or the operator gave. */
    STORE
  }

  /**
   * The signer's certificate: of several that may be it the one whose key made the signature, for
   * names and key identifiers collide; where none did, the likeliest.
   *
   * @return empty if neither the file nor the store has one
   * @throws IllegalArgumentException if the file has something that is no certificate
   */
  public Optional<Candidate> signer(SignedFile file) {
    List<Candidate> candidates = candidates(file);
    return candidates.stream()
        .filter(each -> candidates.size() == 1 || signed(each.certificate(), file))
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }

  private boolean signed(Bytes certificate, SignedFile file) {
    try {
      SignedContent.verify(keys.apply(certificate), file.signer(), file.content());
      return true;
    } catch (PathException e) {
      return false;
    }
  }

  /**
   * The certificates that may be the signer's, the likeliest first: the one in the file that it
   * names, those in the store that it names, and else the only one in the file.
   */
  List<Candidate> candidates(SignedFile file) {
    Optional<Bytes> named =
        file.signer().certificate().or(() -> normalised(file, file.signer().reference()));
    if (named.isPresent()) {
      return List.of(new Candidate(named.get(), Place.FILE));
    }
    List<Candidate> found = new ArrayList<>();
    stored(file.signer().reference()).stream()
        .limit(MOST)
        .forEach(each -> found.add(new Candidate(each.certificate().der(), Place.STORE)));
    if (file.certificates().size() == 1) {
      found.add(new Candidate(file.certificates().get(0), Place.FILE));
    }
    return found;
  }

  // The file's own reader compares names part by part; issuers also write them in another order.
  private static Optional<Bytes> normalised(SignedFile file, SignerReference reference) {
    if (!(reference instanceof SignerReference.IssuerAndSerial named)) {
      return Optional.empty();
    }
    Optional<String> issuer = normalised(named.issuer());
    return file.certificates().stream()
        .filter(der -> issuer.isPresent() && is(der, issuer.get(), named))
        .findFirst();
  }

  private static boolean is(Bytes der, String issuer, SignerReference.IssuerAndSerial named) {
    try {
      CertificateView view = CertificateView.of(der);
      return view.issuer().equals(issuer) && view.serialNumber().equals(named.serialNumber());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private List<StoredCertificate> stored(SignerReference reference) {
    if (reference instanceof SignerReference.KeyId byKey) {
      return trust.index().signers(byKey.keyId());
    }
    SignerReference.IssuerAndSerial named = (SignerReference.IssuerAndSerial) reference;
    return normalised(named.issuer())
        .map(issuer -> trust.index().signers(issuer, named.serialNumber()))
        .orElse(List.of());
  }

  private static Optional<String> normalised(Bytes name) {
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    try {
      return Optional.of(Names.normalised(X500Name.getInstance(name.toByteArray())));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }
}
