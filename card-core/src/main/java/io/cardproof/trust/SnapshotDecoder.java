package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what {@link SnapshotEncoder} wrote. */
final class SnapshotDecoder {
  static final int ISSUER_AND_SERIAL = 0;
  static final int KEY_ID = 1;
  static final int DIGEST = 2;

  private static final int LONGEST_LIST = 64 << 20;
  private static final int LONGEST_NUMBER = 1 << 10;
  private static final int HASH_BYTES = 32;

  private final SnapshotInput in;
  private List<Provenance> provenances = List.of();

  SnapshotDecoder(SnapshotInput in) {
    this.in = in;
  }

  TrustContents decode() throws MalformedInputException {
    provenances = in.list(this::provenance);
    TrustContents contents =
        new TrustContents(
            in.list(this::stored),
            in.list(this::stored),
            in.list(this::stored),
            in.list(this::revocationList),
            in.list(this::deviationList),
            distrusted(),
            in.list(this::source),
            in.list(this::remark));
    in.end();
    return contents;
  }

  private Provenance provenance() throws MalformedInputException {
    return new Provenance(
        in.text(),
        in.name(Provenance.Pinning.values()),
        in.optional(in::instant),
        in.optional(in::instant));
  }

  private StoredCertificate stored() throws MalformedInputException {
    Bytes der = in.octets(CertificateView.MAX_BYTES);
    CertificateView certificate = CertificateView.ofSnapshot(der, summary());
    List<Provenance> origin = in.list(this::origin);
    if (origin.isEmpty()) {
      throw in.malformed("a certificate that came from nowhere");
    }
    return new StoredCertificate(certificate, origin);
  }

  private Provenance origin() throws MalformedInputException {
    if (provenances.isEmpty()) {
      throw in.malformed("an origin that is not listed");
    }
    return provenances.get(in.number(provenances.size() - 1));
  }

  private CertificateSummary summary() throws MalformedInputException {
    String subject = in.text();
    Optional<String> issuer = in.optional(in::text);
    return new CertificateSummary(
        subject,
        issuer.orElse(subject),
        in.optional(this::keyId),
        in.optional(this::keyId),
        in.instant(),
        in.instant(),
        in.flag());
  }

  private Bytes keyId() throws MalformedInputException {
    return in.octets(CertificateView.MAX_BYTES);
  }

  private RevocationList revocationList() throws MalformedInputException {
    Bytes der = in.octets(LONGEST_LIST);
    String source = in.text();
    try {
      return RevocationList.of(der, source);
    } catch (IllegalArgumentException e) {
      throw in.malformed("not a revocation list");
    }
  }

  private DeviationList deviationList() throws MalformedInputException {
    return new DeviationList(
        in.text(),
        in.optional(in::text),
        in.name(Provenance.Pinning.values()),
        in.optional(in::instant),
        in.list(this::deviation));
  }

  private DeviationList.Deviation deviation() throws MalformedInputException {
    return new DeviationList.Deviation(
        in.optional(in::text),
        in.optional(this::signerId),
        in.optional(this::period),
        in.list(in::text),
        in.list(this::description));
  }

  private DeviationList.SignerId signerId() throws MalformedInputException {
    return switch (in.octet()) {
      case ISSUER_AND_SERIAL ->
          new DeviationList.SignerId.IssuerAndSerial(in.text(), serialNumber());
      case KEY_ID -> new DeviationList.SignerId.KeyId(keyId());
      case DIGEST -> new DeviationList.SignerId.Digest(in.text(), in.octets(LONGEST_NUMBER));
      default -> throw in.malformed("a signer that is named in no known way");
    };
  }

  private BigInteger serialNumber() throws MalformedInputException {
    Bytes number = in.octets(LONGEST_NUMBER);
    if (number.isEmpty()) {
      throw in.malformed("an empty number");
    }
    return new BigInteger(number.toByteArray());
  }

  private DeviationList.Period period() throws MalformedInputException {
    return new DeviationList.Period(in.instant(), in.instant());
  }

  private DeviationList.Description description() throws MalformedInputException {
    return new DeviationList.Description(in.text(), in.optional(in::text));
  }

  private Set<Bytes> distrusted() throws MalformedInputException {
    return new HashSet<>(in.list(() -> in.octets(HASH_BYTES)));
  }

  private SourceRecord source() throws MalformedInputException {
    return new SourceRecord(
        in.text(),
        in.name(SourceRecord.Kind.values()),
        in.octets(HASH_BYTES),
        in.name(Provenance.Pinning.values()),
        in.optional(in::instant),
        in.optional(in::instant),
        in.number(Integer.MAX_VALUE),
        in.number(Integer.MAX_VALUE),
        in.list(this::refused));
  }

  private RefusedEntry refused() throws MalformedInputException {
    return new RefusedEntry(in.text(), in.name(RefusedEntry.Cause.values()));
  }

  private Remark remark() throws MalformedInputException {
    return new Remark(in.text(), in.text());
  }
}
