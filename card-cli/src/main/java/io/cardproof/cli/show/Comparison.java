package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Talk;
import io.cardproof.cli.talk.Tone;
import io.cardproof.report.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a recorded inspection and one that was made after it have in common.
 *
 * @param recorded the findings of the first
 * @param madeUp the findings of the second
 * @param recordedSteps the commands of the first, by name and file
 * @param madeUpSteps the commands of the second
 */
public record Comparison(
    Findings recorded, Findings madeUp, List<String> recordedSteps, List<String> madeUpSteps) {
  private static final String ABSENT = "–";

  /** Copies the lists. */
  public Comparison {
    recordedSteps = List.copyOf(recordedSteps);
    madeUpSteps = List.copyOf(madeUpSteps);
  }

  /**
   * One check or remark in which they differ.
   *
   * @param id of the check, or {@code remark ID}
   * @param recorded its status and reason in the first
   * @param madeUp the same in the second
   */
  public record Difference(String id, String recorded, String madeUp) {}

  /** Whether nothing differs. */
  public boolean isSame() {
    return differences().isEmpty() && firstOtherStep().isEmpty() && isSameOutcome();
  }

  /** How much differs: findings weigh more than steps. */
  public int distance() {
    int steps = Math.abs(recordedSteps.size() - madeUpSteps.size());
    return 1_000 * (differences().size() + (isSameOutcome() ? 0 : 1))
        + (firstOtherStep().isEmpty() ? 0 : 1 + Math.min(steps, 900));
  }

  /** Whether both have the same verdict. */
  public boolean isSameOutcome() {
    return recorded.outcome().equals(madeUp.outcome());
  }

  /** The checks and remarks that differ, by id. */
  public List<Difference> differences() {
    Map<String, String> before = byId(recorded);
    Map<String, String> after = byId(madeUp);
    Map<String, String> all = new TreeMap<>(before);
    all.putAll(after);
    List<Difference> differences = new ArrayList<>();
    for (String id : all.keySet()) {
      String first = before.getOrDefault(id, ABSENT);
      String second = after.getOrDefault(id, ABSENT);
      if (!first.equals(second)) {
        differences.add(new Difference(id, first, second));
      }
    }
    return differences;
  }

  /** The number of the first command that is another, from 1. */
  public Optional<Integer> firstOtherStep() {
    int most = Math.max(recordedSteps.size(), madeUpSteps.size());
    for (int i = 0; i < most; i++) {
      if (!step(recordedSteps, i).equals(step(madeUpSteps, i))) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  /** For people. */
  public List<String> lines(Talk talk) {
    Messages messages = talk.messages();
    Style style = talk.style();
    List<String> lines = new ArrayList<>();
    lines.add(
        " "
            + mark(style, isSameOutcome())
            + " "
            + (isSameOutcome()
                ? messages.text("retake.same-outcome", madeUp.outcome())
                : messages.text("retake.other-outcome", recorded.outcome(), madeUp.outcome())));
    Optional<Integer> other = firstOtherStep();
    lines.add(
        " "
            + mark(style, other.isEmpty())
            + " "
            + (other.isEmpty()
                ? messages.text("retake.same-steps", madeUpSteps.size())
                : messages.text(
                    "retake.other-steps",
                    other.get(),
                    step(recordedSteps, other.get() - 1),
                    step(madeUpSteps, other.get() - 1))));
    List<Difference> differences = differences();
    if (differences.isEmpty()) {
      lines.add(
          " "
              + mark(style, true)
              + " "
              + messages.text("retake.same-findings", madeUp.results().size()));
    }
    for (Difference each : differences) {
      lines.add(
          " "
              + mark(style, false)
              + " "
              + messages.text("retake.other-finding", each.id(), each.recorded(), each.madeUp()));
    }
    return lines;
  }

  /** For programs. */
  public ObjectNode json() {
    ObjectNode root = Json.object().put("same", isSame());
    root.putObject("outcome").put("recorded", recorded.outcome()).put("madeUp", madeUp.outcome());
    ObjectNode steps =
        root.putObject("commands")
            .put("recorded", recordedSteps.size())
            .put("madeUp", madeUpSteps.size());
    firstOtherStep().ifPresent(number -> steps.put("firstDifference", number));
    ArrayNode differences = root.putArray("differences");
    for (Difference each : differences()) {
      differences
          .addObject()
          .put("id", each.id())
          .put("recorded", each.recorded())
          .put("madeUp", each.madeUp());
    }
    return root;
  }

  private static String mark(Style style, boolean same) {
    return same ? style.tint(Tone.GOOD, "=") : style.tint(Tone.CAUTION, "≠");
  }

  private static String step(List<String> steps, int index) {
    return index < steps.size() ? steps.get(index) : ABSENT;
  }

  private static Map<String, String> byId(Findings findings) {
    Map<String, String> byId = new TreeMap<>();
    for (String line : findings.results()) {
      int space = line.startsWith("remark ") ? line.length() : line.indexOf(' ');
      byId.put(line.substring(0, space), line.substring(Math.min(space + 1, line.length())));
    }
    byId.replaceAll((id, result) -> result.isEmpty() ? "✓" : result);
    return byId;
  }
}
