package io.cardproof.simulator.persona;

import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.RandomSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A document that the simulator knows by name. Its dates follow the day it is asked for. */
public interface Persona {

  /** All personas, the default one first. */
  static List<Persona> all() {
    return List.of(CitizenCard.of2021(), CitizenCard.of2024(), new UtopianPassport());
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

  /** The numbers of the data groups in EF.COM, in the order of its tag list. */
  List<Integer> announced();

  /** The document of {@code today}, without EF.COM and EF.SOD. */
  Document document(LocalDate today, RandomSource random);
}
