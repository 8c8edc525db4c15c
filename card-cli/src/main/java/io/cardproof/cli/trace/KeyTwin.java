package io.cardproof.cli.trace;

import io.cardproof.simulator.issuer.KeyForm;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.trust.KeyFacts;
import io.cardproof.value.Bytes;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a key that agrees or signs on a curve lies, and how it says so. */
record KeyTwin(StandardGroup group, KeyForm form) {
  private static final KeyTwin OTHER_CURVE =
      new KeyTwin(StandardGroup.BRAINPOOL_P256R1, KeyForm.EXPLICIT);
  private static final KeyTwin DIFFIE_HELLMAN =
      new KeyTwin(StandardGroup.MODP_2048_256, KeyForm.X942);

  /** The same for a key of one's own; on a usual group where the key's own is not known. */
  static KeyTwin of(Bytes spki) {
    KeyFacts facts = KeyFacts.of(spki);
    Optional<StandardGroup> group =
        Stream.of(StandardGroup.values())
            .filter(each -> facts.curve().filter(each.text()::equals).isPresent())
            .findFirst();
    if (group.isPresent()) {
      return new KeyTwin(
          group.get(),
          facts.parameters() == KeyFacts.Parameters.NAMED ? KeyForm.NAMED : KeyForm.EXPLICIT);
    }
    return facts.algorithm().equals("EC") ? OTHER_CURVE : DIFFIE_HELLMAN;
  }
}
