package io.cardproof.trust;

import io.cardproof.check.Remark;
import io.cardproof.value.Bytes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the contents of a store; {@link SnapshotDecoder} is the other direction. */
final class SnapshotEncoder {
  private final TrustContents contents;
  private final SnapshotOutput out = new SnapshotOutput();
  // A list's certificates share where they came from, so each one names it by number.
  private final Map<Provenance, Integer> provenances = new LinkedHashMap<>();

  SnapshotEncoder(TrustContents contents) {
    this.contents = contents;
    Stream.of(contents.anchors(), contents.links(), contents.signers())
        .flatMap(List::stream)
        .flatMap(stored -> stored.provenance().stream())
        .forEach(each -> provenances.putIfAbsent(each, provenances.size()));
  }

  Bytes encode() {
    out.list(provenances.keySet(), this::provenance);
    out.list(contents.anchors(), this::stored);
    out.list(contents.links(), this::stored);
    out.list(contents.signers(), this::stored);
    out.list(contents.revocationLists(), this::revocationList);
    out.list(contents.deviationLists(), this::deviationList);
    out.list(
        contents.distrusted().stream().sorted(Comparator.comparing(Bytes::toHex)).toList(),
        out::octets);
    out.list(contents.sources(), this::source);
    out.list(contents.remarks(), this::remark);
    return out.bytes();
  }

  private void provenance(Provenance value) {
    out.text(value.source());
    out.name(value.pinning());
    out.optional(value.signed(), out::instant);
    out.optional(value.imported(), out::instant);
  }

  private void stored(StoredCertificate value) {
    out.octets(value.certificate().der());
    summary(value.certificate().summary());
    out.list(value.provenance(), each -> out.number(provenances.getOrDefault(each, 0)));
  }

  private void summary(CertificateSummary value) {
    out.text(value.subject());
    // Most country signers issued their own certificate.
    out.optional(
        Optional.of(value.issuer()).filter(issuer -> !issuer.equals(value.subject())), out::text);
    out.optional(value.subjectKeyId(), out::octets);
    out.optional(value.authorityKeyId(), out::octets);
    out.instant(value.notBefore());
    out.instant(value.notAfter());
    out.flag(value.testOnly());
  }

  private void revocationList(RevocationList value) {
    out.octets(value.der());
    out.text(value.source().source());
  }

  private void deviationList(DeviationList value) {
    out.text(value.source());
    out.optional(value.country(), out::text);
    out.name(value.pinning());
    out.optional(value.signed(), out::instant);
    out.list(value.deviations(), this::deviation);
  }

  private void deviation(DeviationList.Deviation value) {
    out.optional(value.documentType(), out::text);
    out.optional(value.signer(), this::signerId);
    out.optional(value.issued(), this::period);
    out.list(value.documentNumbers(), out::text);
    out.list(value.descriptions(), this::description);
  }

  private void signerId(DeviationList.SignerId value) {
    if (value instanceof DeviationList.SignerId.IssuerAndSerial named) {
      out.octet(SnapshotDecoder.ISSUER_AND_SERIAL);
      out.text(named.issuer());
      out.octets(Bytes.of(named.serialNumber().toByteArray()));
    } else if (value instanceof DeviationList.SignerId.KeyId byKey) {
      out.octet(SnapshotDecoder.KEY_ID);
      out.octets(byKey.keyId());
    } else if (value instanceof DeviationList.SignerId.Digest byDigest) {
      out.octet(SnapshotDecoder.DIGEST);
      out.text(byDigest.algorithm());
      out.octets(byDigest.digest());
    }
  }

  private void period(DeviationList.Period value) {
    out.instant(value.first());
    out.instant(value.last());
  }

  private void description(DeviationList.Description value) {
    out.text(value.type());
    out.optional(value.text(), out::text);
  }

  private void source(SourceRecord value) {
    out.text(value.name());
    out.name(value.kind());
    out.octets(value.sha256());
    out.name(value.pinning());
    out.optional(value.signed(), out::instant);
    out.optional(value.imported(), out::instant);
    out.number(value.loaded());
    out.number(value.duplicates());
    out.list(value.refused(), this::refused);
  }

  private void refused(RefusedEntry value) {
    out.text(value.place());
    out.name(value.cause());
  }

  private void remark(Remark value) {
    out.text(value.id());
    out.text(value.detail());
  }
}
