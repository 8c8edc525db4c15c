package io.cardproof.cli.trace;

import io.cardproof.cli.talk.CommandException;
import io.cardproof.reader.trace.TraceHead;
import io.cardproof.report.Findings;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.Persona;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Makes a made-up trace smaller as long as it has one finding and the same outcome: leaves away one
 * thing after the other, and keeps what was not needed away.
 */
final class Reduction {
  /** What an inspection was asked to do beyond the usual. */
  private static final List<String> EXTRAS =
      List.of(TraceHead.FILES, TraceHead.TERMINAL, TraceHead.DISCLOSE);

  private final String finding;
  private final String outcome;
  private final List<String> faults;
  private Retake retake;
  private Persona persona;
  private Retake.Take smallest;

  /** Begins with {@code whole}, which has {@code finding}. */
  Reduction(Redaction whole, Redaction.Result result, String finding) {
    this.finding = finding;
    this.outcome = result.take().report().verdict().id();
    this.faults = result.faults();
    this.retake = whole.retake();
    this.persona = whole.persona();
    this.smallest = result.take();
  }

  Retake.Take run() throws CommandException {
    for (String extra : EXTRAS) {
      leaveAway(extra);
    }
    for (UnaryOperator<Document> leaner : Leaner.all()) {
      tryWith(leaner);
    }
    return smallest;
  }

  private void leaveAway(String setting) throws CommandException {
    TraceHead head = retake.head();
    TreeMap<String, String> fewer = new TreeMap<>(head.settings());
    if (fewer.remove(setting) == null) {
      return;
    }
    Retake without =
        retake.with(
            new TraceHead(head.reader(), head.atr(), head.maxResponseBytes(), head.now(), fewer));
    Optional<Retake.Take> take = take(without, persona);
    if (take.isPresent()) {
      retake = without;
      smallest = take.get();
    }
  }

  private void tryWith(UnaryOperator<Document> leaner) throws CommandException {
    Persona lean = persona.with(leaner);
    Optional<Retake.Take> take = take(retake, lean);
    if (take.isPresent()) {
      persona = lean;
      smallest = take.get();
    }
  }

  /** The trace of such a card, if it is smaller and still shows what it is about. */
  private Optional<Retake.Take> take(Retake how, Persona card) throws CommandException {
    // Where there is none, what was left away is needed: by the fault, or to read the card at all.
    return how.of(card, faults).filter(this::fits);
  }

  private boolean fits(Retake.Take take) {
    return take.content().length() < smallest.content().length()
        && take.report().verdict().id().equals(outcome)
        && Findings.of(take.report()).hold(finding);
  }
}
