package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.trust.PathTrace;
import io.cardproof.trust.PathTrace.Attempt;
import io.cardproof.trust.SignerPath;
import java.time.Instant;

/** How the path of a signer was looked for, as JSON. */
final class PathJson {
  private PathJson() {}

  static ObjectNode of(Explanation explanation) {
    PathTrace trace = explanation.trace();
    Instant now = explanation.now();
    ObjectNode root = Json.object();
    explanation.reason().ifPresent(reason -> root.put("reason", reason.id()));
    explanation.signedAt().ifPresent(instant -> root.put("signingReference", instant.toString()));
    TrustJson.facts(trace.signer(), now, root.putObject("signer"));
    ArrayNode attempts = root.putArray("attempts");
    trace.attempts().forEach(attempt -> attempt(attempt, attempts.addObject()));
    trace.path().ifPresent(path -> path(path, now, root));
    return root;
  }

  private static void attempt(Attempt attempt, ObjectNode node) {
    node.put("issued", attempt.issued().der().sha256().toHex());
    node.put("candidate", attempt.candidate().certificate().der().sha256().toHex());
    node.put("name", attempt.candidate().certificate().shortName());
    node.put("role", attempt.role().id()).put("match", attempt.match().id());
    attempt.refusal().ifPresent(reason -> node.put("reason", reason.id()));
    node.put("verified", attempt.refusal().isEmpty());
    TrustJson.provenance(attempt.candidate().provenance(), node.putArray("provenance"));
  }

  private static void path(SignerPath path, Instant now, ObjectNode root) {
    ArrayNode array = root.putArray("path");
    array.add(path.signer().der().sha256().toHex());
    path.links().forEach(link -> array.add(link.certificate().der().sha256().toHex()));
    array.add(path.anchor().certificate().der().sha256().toHex());
    RevocationJson.of(path.revocation().at(now), root.putObject("revocation"));
  }
}
