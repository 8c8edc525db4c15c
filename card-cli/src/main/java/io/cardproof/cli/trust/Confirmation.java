package io.cardproof.cli.trust;

import io.cardproof.cli.show.Fingerprints;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.trust.Provenance;
import io.cardproof.trust.StoredCertificate;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks before certificates become trusted that no signed list holds: nobody but the operator can
 * say that they are genuine.
 */
final class Confirmation {
  private final Talk talk;
  private final boolean given;

  /**
   * @param given whether the operator has said yes already
   */
  Confirmation(Talk talk, boolean given) {
    this.talk = talk;
    this.given = given;
  }

  /** Shows what would be trusted on the operator's word alone, and goes on after a yes only. */
  void ask(TrustStore trusted, List<TrustStore> contents) throws CommandException {
    Set<Bytes> known = new HashSet<>();
    trusted.anchors().forEach(each -> known.add(each.certificate().der()));
    Map<Bytes, StoredCertificate> open = new LinkedHashMap<>();
    for (TrustStore content : contents) {
      for (StoredCertificate each : content.anchors()) {
        if (!vouched(each) && !known.contains(each.certificate().der())) {
          open.putIfAbsent(each.certificate().der(), each);
        }
      }
    }
    if (!open.isEmpty()) {
      ask(List.copyOf(open.values()));
    }
  }

  private void ask(List<StoredCertificate> open) throws CommandException {
    new Fingerprints(talk.messages()).lines(open).forEach(line -> talk.here().err().println(line));
    if (given) {
      return;
    }
    if (!talk.here().terminal().in()) {
      throw CommandException.usage("usage.confirm", String.valueOf(open.size()));
    }
    if (!agreed(open.size())) {
      throw CommandException.usage("usage.not-confirmed");
    }
  }

  private static boolean vouched(StoredCertificate stored) {
    return stored.provenance().stream()
        .anyMatch(source -> source.pinning() == Provenance.Pinning.PINNED);
  }

  private boolean agreed(int certificates) throws CommandException {
    try {
      return talk.confirms("prompt.trust", String.valueOf(certificates));
    } catch (IOException e) {
      throw CommandException.usage("usage.not-confirmed");
    }
  }
}
