package io.cardproof.cli.show;

import io.cardproof.cli.talk.Messages;
import io.cardproof.trust.Revocation;
import io.cardproof.trust.RevocationSource;
import java.util.stream.Collectors;

/** What revocation lists say, and how fresh they are, for people. */
final class RevocationText {
  private final Messages messages;

  RevocationText(Messages messages) {
    this.messages = messages;
  }

  /** One sentence. */
  String of(Revocation revocation) {
    if (revocation instanceof Revocation.Revoked revoked) {
      return messages.text(
          "revocation.revoked",
          Columns.harmless(revoked.certificate().shortName()),
          Dates.text(revoked.since()),
          revoked.cause().orElse("–"),
          list(revoked.list()));
    }
    if (revocation instanceof Revocation.Unknown unknown) {
      String cause = messages.text("revocation.unknown." + unknown.cause().id());
      return unknown.newest().map(list -> cause + ": " + list(list)).orElse(cause);
    }
    return revocation instanceof Revocation.Good good
        ? messages.text(
            "revocation.good",
            good.lists().stream().distinct().map(this::list).collect(Collectors.joining("; ")))
        : "";
  }

  private String list(RevocationSource list) {
    String next = list.nextUpdate().map(Dates::text).orElse("–");
    return messages.text(
        "revocation.list",
        Columns.harmless(list.source()),
        Dates.text(list.thisUpdate()),
        next,
        list.number().map(String::valueOf).orElse("–"));
  }
}
