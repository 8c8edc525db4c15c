package io.cardproof.simulator.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the table of cases: comma-separated, fields with commas in quotes. */
record CaseRow(String id, String unit, String access, String behaviour, String expected) {

  static CaseRow parse(String line) {
    List<String> fields = fields(line);
    return new CaseRow(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
  }

  InspectionCase inspectionCase(@Nullable CaseFault fault) {
    Carrier named = Carrier.of(access);
    return new InspectionCase(
        id,
        unit,
        behaviour,
        Expected.of(expected),
        fault == null ? named : fault.carrier(named),
        Optional.ofNullable(fault));
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
