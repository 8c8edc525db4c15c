package io.cardproof.cli.trust;

import io.cardproof.cli.show.Fingerprints;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.trust.Provenance;
import io.cardproof.trust.StoredCertificate;
import io.cardproof.trust.TrustStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  static boolean givenByItself(StoredCertificate stored) {
    return stored.provenance().stream()
        .anyMatch(source -> source.pinning() == Provenance.Pinning.GIVEN);
  }

  /** Shows those of {@code loose} that are not trusted yet, and goes on after a yes only. */
  void ask(TrustStore trusted, List<StoredCertificate> loose) throws CommandException {
    Map<String, StoredCertificate> open = new LinkedHashMap<>();
    for (StoredCertificate each : loose) {
      open.putIfAbsent(each.certificate().der().sha256().toHex(), each);
    }
    trusted.anchors().forEach(known -> open.remove(known.certificate().der().sha256().toHex()));
    if (open.isEmpty()) {
      return;
    }
    new Fingerprints(talk.messages())
        .lines(List.copyOf(open.values()))
        .forEach(line -> talk.here().err().println(line));
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

  private boolean agreed(int certificates) throws CommandException {
    try {
      return talk.confirms("prompt.trust", String.valueOf(certificates));
    } catch (IOException e) {
      throw CommandException.usage("usage.not-confirmed");
    }
  }
}
