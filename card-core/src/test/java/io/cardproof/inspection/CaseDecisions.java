package io.cardproof.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cardproof.simulator.inspection.Expected;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What we hold to be right where the plan's public text is silent or doubtful, and why; and why a
 * row that is not right is not.
 */
final class CaseDecisions {
  private static final int FIELDS = 3;

  private final Map<String, Decision> decisions;

  /**
   * One line of the table.
   *
   * @param expected empty where the plan's expectation stands and the ground only comments on it
   */
  record Decision(Optional<Expected> expected, String ground) {}

  private CaseDecisions(Map<String, Decision> decisions) {
    this.decisions = decisions;
  }

  /** Reads {@code decisions.psv}: id, expectation or nothing, ground. */
  static CaseDecisions load() throws IOException {
    Map<String, Decision> decisions = new HashMap<>();
    try (InputStream in =
        Objects.requireNonNull(CaseDecisions.class.getResourceAsStream("decisions.psv"))) {
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\|", FIELDS))
          .forEach(fields -> decisions.put(fields[0].strip(), decision(fields)));
    }
    return new CaseDecisions(decisions);
  }

  private static Decision decision(String[] fields) {
    String expected = fields[1].strip();
    return new Decision(
        expected.isEmpty()
            ? Optional.empty()
            : Optional.of(Expected.valueOf(expected.toUpperCase(Locale.ROOT))),
        fields[2].strip());
  }

  Optional<Expected> expected(String id) {
    return Optional.ofNullable(decisions.get(id)).flatMap(Decision::expected);
  }

  String ground(String id) {
    return Optional.ofNullable(decisions.get(id)).map(Decision::ground).orElse("");
  }
}
