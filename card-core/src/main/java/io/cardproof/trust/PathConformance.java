package io.cardproof.trust;

import io.cardproof.check.Reason;
import io.cardproof.check.Remark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the certificates of a path, whose signatures are good, are not as ICAO 9303-12 §7.1 wants
 * them. It depends on the path alone.
 *
 * @param ofSigner of the document signer's certificate
 * @param ofAuthorities of the country signer's, and of the links to it
 */
public record PathConformance(Set<ProfileDefect> ofSigner, Set<ProfileDefect> ofAuthorities) {
  /** Holds the sets as they are given: they are never changed. */
  public PathConformance {
    ofSigner = Collections.unmodifiableSet(ofSigner);
    ofAuthorities = Collections.unmodifiableSet(ofAuthorities);
  }

  /** Looks at every certificate of {@code path}. */
  public static PathConformance of(SignerPath path) {
    List<StoredCertificate> issuers = path.issuers();
    Set<ProfileDefect> ofAuthorities = EnumSet.noneOf(ProfileDefect.class);
    for (StoredCertificate issuer : issuers) {
      ofAuthorities.addAll(CertificateProfile.ofAuthority(issuer.certificate()));
    }
    return new PathConformance(
        ofSigner(path.signer(), issuers.get(0).certificate()), ofAuthorities);
  }

  private static Set<ProfileDefect> ofSigner(CertificateView signer, CertificateView issuer) {
    Set<ProfileDefect> defects = EnumSet.noneOf(ProfileDefect.class);
    defects.addAll(CertificateProfile.ofDocumentSigner(signer));
    if (!signer.issuer().equals(issuer.subject())) {
      defects.add(ProfileDefect.ISSUER_NAME);
    }
    return defects;
  }

  /** The signer's defects that are a matter of policy, each with its own reason. */
  public List<Reason> reasons() {
    return ofSigner.stream().map(ProfileDefect::reason).flatMap(Optional::stream).toList();
  }

  /** All the others, which change no verdict. */
  public List<Remark> remarks() {
    Set<ProfileDefect> others = EnumSet.noneOf(ProfileDefect.class);
    ofSigner.stream().filter(defect -> defect.reason().isEmpty()).forEach(others::add);
    return remarks(others);
  }

  /** All of them, of a signer about whom no policy decides. */
  public List<Remark> allRemarks() {
    return remarks(ofSigner);
  }

  private List<Remark> remarks(Set<ProfileDefect> ofTheSigner) {
    List<Remark> remarks = new ArrayList<>();
    remark("signer-profile", ofTheSigner, remarks);
    remark("csca-profile", ofAuthorities, remarks);
    return remarks;
  }

  private static void remark(String id, Set<ProfileDefect> defects, List<Remark> remarks) {
    if (!defects.isEmpty()) {
      remarks.add(
          new Remark(
              id, defects.stream().map(ProfileDefect::text).collect(Collectors.joining(", "))));
    }
  }
}
