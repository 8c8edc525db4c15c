package io.cardproof.simulator.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.SimulatedCard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InspectionCaseTest {
  private static final int PLANNED = 338;

  @Test
  void everyCaseOfThePlanIsThereOnce() {
    List<InspectionCase> all = InspectionCases.all();
    Set<String> ids = new HashSet<>();
    all.forEach(each -> ids.add(each.id()));
    assertEquals(PLANNED, all.size());
    assertEquals(PLANNED, ids.size());
  }

  @Test
  void aCaseBringsItsBaseChip() throws Exception {
    SimulatedCard card = SimulatedCard.builder().fault("LDS_H_43").seed(3).build();
    assertEquals("inspection-bac", card.name());
  }

  @Test
  void aCaseGoesOnAPersonaThatCanCarryIt() throws Exception {
    SimulatedCard card =
        SimulatedCard.builder().persona("cccd-2021").fault("LDS_H_43").seed(3).build();
    assertEquals("cccd-2021", card.name());
  }

  @Test
  void aCardIsOneCase() {
    SimulatedCard.Builder two = SimulatedCard.builder().fault("LDS_H_43").fault("LDS_H_39");
    assertTrue(
        assertThrows(IllegalArgumentException.class, two::build)
            .toString()
            .contains("one inspection case"));
  }
}
