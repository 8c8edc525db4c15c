package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.crypto.Digests;
import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.document.Mrz;
import io.cardproof.trust.DeviationList.Deviation;
import io.cardproof.trust.DeviationList.SignerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What states say of faults in documents that they issued, ICAO 9303-12 §10. It is worth knowing
 * and changes no verdict: a state that knows of a fault does not make a signature right.
 */
public final class Deviations {
  private final List<DeviationList> lists;

  /** The lists of {@code trust}. */
  public Deviations(TrustStore trust) {
    this.lists = trust.deviationLists();
  }

  /**
   * One remark for each fault that a list of the signer's state describes of this document.
   *
   * @param mrz of the document, if it can be read; without it restrictions to a kind of document or
   *     to numbers are not met
   * @param signedAt the signing reference, which stands for the day of issue
   */
  public List<Remark> remarks(CertificateView signer, Optional<Mrz> mrz, Instant signedAt) {
    List<Remark> remarks = new ArrayList<>();
    for (DeviationList list : lists) {
      if (!ofTheSameState(list, signer)) {
        continue;
      }
      for (Deviation deviation : list.deviations()) {
        if (covers(deviation, signer, mrz, signedAt)) {
          deviation.descriptions().forEach(each -> remarks.add(remark(list, each)));
        }
      }
    }
    return remarks.stream().distinct().toList();
  }

  private static boolean ofTheSameState(DeviationList list, CertificateView signer) {
    return list.country().isPresent()
        && signer.country().filter(code -> Countries.same(list.country().get(), code)).isPresent();
  }

  private static boolean covers(
      Deviation deviation, CertificateView signer, Optional<Mrz> mrz, Instant signedAt) {
    return deviation.signer().map(id -> names(id, signer)).orElse(true)
        && deviation
            .issued()
            .map(period -> !signedAt.isBefore(period.first()) && !signedAt.isAfter(period.last()))
            .orElse(true)
        && deviation.documentType().map(type -> isOfType(mrz, type)).orElse(true)
        && (deviation.documentNumbers().isEmpty()
            || mrz.filter(zone -> deviation.documentNumbers().contains(zone.documentNumber()))
                .isPresent());
  }

  private static boolean isOfType(Optional<Mrz> mrz, String type) {
    String wanted = type.replace("<", "").strip();
    return mrz.filter(zone -> zone.documentCode().replace("<", "").equals(wanted)).isPresent();
  }

  private static boolean names(SignerId id, CertificateView signer) {
    if (id instanceof SignerId.IssuerAndSerial named) {
      return named.issuer().equals(signer.issuer())
          && named.serialNumber().equals(signer.serialNumber());
    }
    if (id instanceof SignerId.KeyId named) {
      return signer.subjectKeyId().filter(named.keyId()::equals).isPresent();
    }
    SignerId.Digest named = (SignerId.Digest) id;
    try {
      return Digests.digest(named.algorithm(), signer.der()).equals(named.digest());
    } catch (SignatureCheckException e) {
      return false;
    }
  }

  private static Remark remark(DeviationList list, DeviationList.Description description) {
    String vouched = list.pinning() == Provenance.Pinning.PINNED ? "" : " (list not pinned)";
    return new Remark(
        "known-deviation",
        "the issuing state knows a fault of such documents: " + description.type() + vouched);
  }
}
