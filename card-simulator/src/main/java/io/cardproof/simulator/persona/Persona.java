package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.RandomSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** A document that the simulator knows by name. Its dates follow the day it is asked for. */
public interface Persona {

  /** All personas, the default one first. */
  static List<Persona> all() {
    return List.of(
        CitizenCard.of2021(),
        CitizenCard.of2024(),
        UtopianDocuments.passport(),
        UtopianDocuments.passportOf2010(),
        UtopianDocuments.passportWithTerminalAuthentication(),
        UtopianDocuments.identityCard());
  }

  /** What it is called. */
  String name();

  /** One English line about the document. */
  String summary();

  /** Who issues it. */
  IssuerProfile issuer();

  /** The last day of the document that the holder carries on {@code today}. */
  LocalDate expiry(LocalDate today);

  /** When the issuer signed the document that the holder carries on {@code today}. */
  Instant signing(LocalDate today);

  /**
   * The document of {@code today}, without EF.SOD and EF.CardSecurity, which the issuer signs;
   * EF.COM names the data groups in the order in which this has them, if it has none of its own.
   */
  Document document(LocalDate today, RandomSource random);

  /** The same persona, whose document is changed before it is signed. */
  default Persona with(UnaryOperator<Document> change) {
    return new ChangedPersona(this, change);
  }
}
