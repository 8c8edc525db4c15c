package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.trust.Revocation;
import io.cardproof.trust.RevocationSource;

/** What revocation lists say, and how fresh they are, as JSON. */
final class RevocationJson {
  private RevocationJson() {}

  static void of(Revocation revocation, ObjectNode node) {
    if (revocation instanceof Revocation.Good good) {
      node.put("status", "good");
      ArrayNode lists = node.putArray("lists");
      good.lists().forEach(list -> list(list, lists.addObject()));
    } else if (revocation instanceof Revocation.Revoked revoked) {
      node.put("status", "revoked").put("reason", revoked.subject().id());
      node.put("certificate", revoked.certificate().der().sha256().toHex());
      node.put("since", revoked.since().toString());
      revoked.cause().ifPresent(cause -> node.put("cause", cause));
      list(revoked.list(), node.putArray("lists").addObject());
    } else if (revocation instanceof Revocation.Unknown unknown) {
      node.put("status", "unknown").put("cause", unknown.cause().id());
      ArrayNode lists = node.putArray("lists");
      unknown.newest().ifPresent(list -> list(list, lists.addObject()));
    }
  }

  private static void list(RevocationSource list, ObjectNode node) {
    node.put("source", list.source()).put("thisUpdate", list.thisUpdate().toString());
    list.nextUpdate().ifPresent(next -> node.put("nextUpdate", next.toString()));
    list.number().ifPresent(number -> node.put("number", number.toString()));
  }
}
