package io.cardproof.cli.show;

import io.cardproof.cli.talk.Messages;
import io.cardproof.simulator.Faults;
import io.cardproof.simulator.inspection.InspectionCase;
import io.cardproof.simulator.inspection.InspectionCases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults of the simulator, and the inspection cases by what they test. */
public final class FaultList {
  private final List<String> lines = new ArrayList<>();

  /** The list in that language; the cases have the words of their table, which are English. */
  public FaultList(Messages messages) {
    Table table = new Table();
    Faults.list().forEach(entry -> table.add(entry.id(), messages.said(entry.summary())));
    lines.addAll(table.lines());
    units().forEach((unit, cases) -> add(messages, unit, cases));
  }

  /** For people. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  private static Map<String, List<InspectionCase>> units() {
    Map<String, List<InspectionCase>> units = new LinkedHashMap<>();
    for (InspectionCase each : InspectionCases.all()) {
      if (each.fault().isPresent()) {
        units.computeIfAbsent(each.unit(), unit -> new ArrayList<>()).add(each);
      }
    }
    return units;
  }

  private void add(Messages messages, String unit, List<InspectionCase> cases) {
    lines.add("");
    lines.add(messages.text("simulate.faults.unit", unit));
    Table table = new Table();
    cases.forEach(
        each ->
            table.add(
                each.id(),
                each.expected().id() + ", " + each.carrier().id() + ": " + each.summary()));
    lines.addAll(table.lines());
  }
}
