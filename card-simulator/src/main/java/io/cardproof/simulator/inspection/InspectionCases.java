package io.cardproof.simulator.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inspection cases of BSI TR-03105 Part 5.1 in the order of the plan. */
public final class InspectionCases {
  /** When the cases run: SHA-1 and DSA, which some must be accepted with, still were good then. */
  public static final Instant NOW = Instant.parse("2020-01-01T00:00:00Z");

  private static final List<InspectionCase> ALL = read();

  private InspectionCases() {}

  /** Every case, simulated or not. */
  public static List<InspectionCase> all() {
    return ALL;
  }

  /** The case of that id, or one of its {@linkplain InspectionCase#chips further chips}. */
  public static Optional<InspectionCase> find(String id) {
    return id.indexOf('/') < 0
        ? ALL.stream().filter(each -> each.id().equals(id)).findFirst()
        : find(id.substring(0, id.indexOf('/'))).stream()
            .flatMap(each -> each.chips().stream())
            .filter(chip -> chip.id().equals(id))
            .findFirst();
  }

  private static List<InspectionCase> read() {
    Map<String, CaseFault> faults = faults();
    List<InspectionCase> cases =
        rows().stream().map(row -> row.inspectionCase(faults.remove(row.id()))).toList();
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the plan has no cases " + faults.keySet());
    }
    return cases;
  }

  private static Map<String, CaseFault> faults() {
    Map<String, CaseFault> faults = new HashMap<>();
    List.of(
            AccessCases.faults(),
            ActiveAuthenticationCases.faults(),
            ApplicationCases.faults(),
            AtrInfoCases.faults(),
            CardSecurityCases.faults(),
            ChipAuthenticationCases.faults(),
            ComCases.faults(),
            CvcaCases.faults(),
            Dg1Cases.faults(),
            Dg14Cases.faults(),
            Dg15Cases.faults(),
            Dg2Cases.faults(),
            Dg3Cases.faults(),
            Dg4Cases.faults(),
            PaceCases.faults(),
            ReadingCases.faults(),
            SecureMessagingCases.faults(),
            SecurityObjectCases.faults(),
            TerminalAuthenticationCases.faults())
        .forEach(faults::putAll);
    return faults;
  }

  private static List<CaseRow> rows() {
    try (InputStream in = InspectionCases.class.getResourceAsStream("cases.csv")) {
      if (in == null) {
        throw new IllegalStateException("cases.csv is part of this module");
      }
      return new String(in.readAllBytes(), UTF_8).lines().skip(1).map(CaseRow::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
