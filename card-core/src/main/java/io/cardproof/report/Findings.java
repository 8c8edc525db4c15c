package io.cardproof.report;

import io.cardproof.check.Check;
import io.cardproof.check.Remark;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report says by its stable ids, and nothing about anybody: for comparing reports.
 *
 * @param outcome the verdict's id
 * @param results a line for each check, such as {@code chip-authentication passed}, or {@code
 *     document.expiry failed expired}, then one for each remark, {@code remark ID}
 */
public record Findings(String outcome, List<String> results) {
  private static final String REMARK = "remark ";

  /** Copies the list. */
  public Findings {
    results = List.copyOf(results);
  }

  /** The findings of {@code report}. */
  public static Findings of(Report report) {
    List<String> results = new ArrayList<>();
    report.checks().forEach(check -> results.add(line(check)));
    report.remarks().stream()
        .map(Remark::id)
        .distinct()
        .forEach(remark -> results.add(REMARK + remark));
    return new Findings(report.verdict().id(), results);
  }

  /** All of it as lines of text, the outcome first. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("outcome " + outcome);
    lines.addAll(results);
    return List.copyOf(lines);
  }

  /** Whether that is the id of the outcome, or of a reason or a remark among them, or a line. */
  public boolean hold(String finding) {
    return lines().stream().anyMatch(line -> line.equals(finding) || line.endsWith(" " + finding));
  }

  private static String line(Check check) {
    String line = check.id().value() + " " + check.status().id();
    return check.reason().map(reason -> line + " " + reason.id()).orElse(line);
  }
}
