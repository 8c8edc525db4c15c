package io.cardproof.trust;

import io.cardproof.error.MalformedInputException;
import io.cardproof.value.Bytes;

/**
 * An object of a source of trust.
 *
 * @param der its bytes
 * @param place where it stands in its source; empty if it is the whole of it
 * @param ledger of its source
 * @param handling what happens if it cannot be read
 */
record TrustItem(Bytes der, String place, SourceLedger ledger, Handling handling) {
  /** What happens to an object that cannot be read. */
  enum Handling {
    /** The operator named it: say so and stop. */
    STRICT,
    /** It stands among others: it must not cost them. */
    LENIENT
  }

  /** A name for it, for errors and remarks. */
  String source() {
    return place.isEmpty() ? ledger.name() : ledger.name() + ", " + place;
  }

  /** Stops, or writes the object off, as its handling says. */
  void refuse(MalformedInputException why, RefusedEntry.Cause cause)
      throws MalformedInputException {
    if (handling == Handling.STRICT) {
      throw why;
    }
    ledger.refused(place, cause);
  }

  TrustItem with(Bytes other, String otherPlace) {
    return new TrustItem(other, otherPlace, ledger, Handling.LENIENT);
  }
}
