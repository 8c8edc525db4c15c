package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.trust.CertificateFacts;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.KeyFacts;
import io.cardproof.trust.Provenance;
import io.cardproof.trust.RefusedEntry;
import io.cardproof.trust.SourceRecord;
import io.cardproof.trust.StoredCertificate;
import io.cardproof.trust.TrustStore;
import java.time.Instant;
import java.util.List;

/** Certificates and sources of a trust store as JSON. Fields are only ever added. */
public final class TrustJson {
  private TrustJson() {}

  /** What a store holds, in numbers, and the hash that names it. */
  public static ObjectNode summary(TrustStore store) {
    return Json.node()
        .put("sha256", store.sha256().toHex())
        .put("anchors", store.anchors().size())
        .put("links", store.links().size())
        .put("signers", store.signers().size());
  }

  /** The sources with what became of their entries. */
  public static void sources(List<SourceRecord> sources, ArrayNode array) {
    for (SourceRecord source : sources) {
      ObjectNode node = array.addObject();
      node.put("name", source.name()).put("kind", source.kind().id());
      node.put("sha256", source.sha256().toHex()).put("pinning", source.pinning().id());
      source.signed().ifPresent(instant -> node.put("signed", instant.toString()));
      source.imported().ifPresent(instant -> node.put("imported", instant.toString()));
      node.put("loaded", source.loaded()).put("duplicates", source.duplicates());
      ArrayNode refused = node.putArray("refused");
      for (RefusedEntry entry : source.refused()) {
        refused.addObject().put("place", entry.place()).put("reason", entry.cause().id());
      }
    }
  }

  /** A certificate in short, with where it came from. */
  static void certificate(StoredCertificate stored, TrustRole role, Instant now, ObjectNode node) {
    node.put("role", role.id());
    facts(stored.certificate(), now, node);
    provenance(stored.provenance(), node.putArray("provenance"));
  }

  /** A certificate in short. */
  static void facts(CertificateView view, Instant now, ObjectNode node) {
    CertificateFacts facts = CertificateFacts.of(view);
    node.put("sha256", view.der().sha256().toHex());
    view.country().ifPresent(country -> node.put("country", country));
    node.put("name", view.shortName());
    node.put("subject", facts.subject()).put("issuer", facts.issuer());
    node.put("serialNumber", facts.serialNumber().toString(16));
    node.put("notBefore", view.notBefore().toString()).put("notAfter", view.notAfter().toString());
    node.put("expired", now.isAfter(view.notAfter()));
    key(facts.key(), node.putObject("key"));
    node.put("signatureAlgorithm", facts.signatureAlgorithm());
    view.subjectKeyId().ifPresent(id -> node.put("subjectKeyId", id.toHex()));
    view.authorityKeyId().ifPresent(id -> node.put("authorityKeyId", id.toHex()));
    node.put("testOnly", view.testOnly());
  }

  private static void key(KeyFacts key, ObjectNode node) {
    node.put("algorithm", key.algorithm()).put("bits", key.bits());
    key.curve().ifPresent(curve -> node.put("curve", curve));
    if (key.parameters() != KeyFacts.Parameters.NONE) {
      node.put("parameters", key.parameters().id());
    }
    key.exponent().ifPresent(exponent -> node.put("exponent", exponent.toString()));
  }

  /** Every source of a certificate. */
  static void provenance(List<Provenance> provenance, ArrayNode array) {
    for (Provenance each : provenance) {
      ObjectNode node = array.addObject().put("source", each.source());
      node.put("pinning", each.pinning().id());
      each.signed().ifPresent(instant -> node.put("signed", instant.toString()));
      each.imported().ifPresent(instant -> node.put("imported", instant.toString()));
    }
  }
}
