package io.cardproof.simulator;

import java.util.List;

/** The documents that the simulator knows by name. */
public final class Personas {

  /**
   * One persona.
   *
   * @param name what {@link SimulatedCard.Builder#persona} takes
   * @param summary one English line about the document
   */
  public record Entry(String name, String summary) {}

  private Personas() {}

  /** All personas, the default one first. */
  public static List<Entry> list() {
    return List.of(
        new Entry(
            "cccd-2021",
            "Vietnamese citizen card of 2021: PACE by CAN or MRZ, BAC, CA, AA; 7-field QR"),
        new Entry(
            "cccd-2024",
            "Vietnamese identity card of 2024: as 2021, fields 9 and 11 empty; 11-field QR"),
        new Entry("passport-2010", "Passport of Utopia, BAC only, AA with RSA; no CA, no QR"));
  }
}
