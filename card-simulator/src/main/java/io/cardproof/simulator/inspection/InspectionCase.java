package io.cardproof.simulator.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chip that the test plan describes.
 *
 * @param id as in the plan, such as {@code LDS_H_43}
 * @param unit what it tests, such as {@code sod}
 * @param summary one English line about what differs from the base chip
 * @param expected what a reader must make of it
 * @param carrier the base chip
 * @param fault how it is made; none while it is not simulated
 */
public record InspectionCase(
    String id,
    String unit,
    String summary,
    Expected expected,
    Carrier carrier,
    Optional<CaseFault> fault) {

  /**
   * The chips of the case, one or several: a reader must be right about each. The first has the id
   * of the case, the others a number behind it, {@code ISO7816_G_02/2}; none while it is not
   * simulated.
   */
  public List<InspectionCase> chips() {
    List<InspectionCase> chips = new ArrayList<>();
    for (CaseFault each : fault.map(CaseFault::chips).orElse(List.of())) {
      String numbered = chips.isEmpty() ? id : id + "/" + (chips.size() + 1);
      chips.add(new InspectionCase(numbered, unit, summary, expected, carrier, Optional.of(each)));
    }
    return List.copyOf(chips);
  }
}
