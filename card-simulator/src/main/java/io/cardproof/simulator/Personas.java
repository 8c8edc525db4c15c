package io.cardproof.simulator;

import io.cardproof.simulator.persona.Persona;
import java.util.List;
import java.util.stream.Collectors;

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
    return Persona.all().stream()
        .map(persona -> new Entry(persona.name(), persona.summary()))
        .toList();
  }

  static Persona named(String name) {
    return Persona.all().stream()
        .filter(persona -> persona.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static IllegalArgumentException unknown(String name) {
    String known = list().stream().map(Entry::name).collect(Collectors.joining(", "));
    return new IllegalArgumentException("unknown persona " + name + "; known are " + known);
  }
}
