package io.cardproof.cli.trace;

import io.cardproof.cli.show.Comparison;
import io.cardproof.cli.show.TracedCommand;
import io.cardproof.cli.show.TracedCommands;
import io.cardproof.cli.talk.CommandException;
import io.cardproof.cli.talk.Talk;
import io.cardproof.reader.trace.Trace;
import io.cardproof.report.Findings;
import io.cardproof.simulator.Faults;
import io.cardproof.simulator.persona.Persona;
import io.cardproof.simulator.quirk.Quirk;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes the trace of a made-up card that behaved as the recorded one did: the likeness first, then
 * with the faults that bring it nearer.
 */
final class Redaction {
  private static final int MOST_FAULTS = 2;

  /** The habits that most chips have which have any. */
  private static final Set<String> COMMON = Set.of("short-length-only", "no-short-identifiers");

  /** The faults that are the likeliest, by the check that differs: they are tried first. */
  private static final Map<String, List<String>> LIKELY =
      Map.of(
          "chip-authentication", List.of("clone"),
          "active-authentication", List.of("clone"),
          "pace-cam", List.of("clone"),
          "document.expiry", List.of("expired"),
          "passive-authentication.hash.dg2", List.of("dg2-changed"),
          "passive-authentication.chain", List.of("unknown-csca", "untrusted-csca"),
          "passive-authentication.validity", List.of("signer-expired"),
          "passive-authentication.revocation", List.of("signer-revoked", "crl-stale"));

  private final Talk talk;
  private final Original original;
  private final Retake retake;
  private final Persona persona;

  /** Tries in {@code scratch} what comes near to {@code original}. */
  Redaction(Talk talk, Original original, Path scratch) throws CommandException {
    this.talk = talk;
    this.original = original;
    this.retake = new Retake(original, talk.here().random(), scratch);
    this.persona = persona(original, talk.here().random());
  }

  private static Persona persona(Original original, SecureRandom random) throws CommandException {
    try {
      return new Likeness(original, random).persona();
    } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
      throw noLikeness(original);
    }
  }

  private static CommandException noLikeness(Original original) {
    return CommandException.input("input.no-likeness", original.trace().source());
  }

  /**
   * A made-up card, and how near it comes.
   *
   * @param faults that it was given
   */
  record Result(Retake.Take take, Comparison comparison, List<String> faults) {}

  /** Who is in it. */
  Persona persona() {
    return persona;
  }

  /** How its inspections are made. */
  Retake retake() {
    return retake;
  }

  /** The likeness with those faults, and with those that bring it nearer if none are given. */
  Result make(List<String> given) throws CommandException {
    Optional<Result> first = attempt(given);
    if (first.isEmpty() && given.isEmpty()) {
      throw noLikeness(original);
    }
    if (first.isEmpty()) {
      throw CommandException.usage("usage.faults-of-trace", String.join(", ", given));
    }
    Result best = first.get();
    if (given.isEmpty() && !best.comparison().isSame()) {
      talk.mention("note.looking-for-faults");
    }
    while (given.isEmpty() && !best.comparison().isSame() && best.faults().size() < MOST_FAULTS) {
      Result nearer = nearer(best);
      if (nearer.comparison().distance() >= best.comparison().distance()) {
        return best;
      }
      best = nearer;
    }
    return best;
  }

  private Result nearer(Result sofar) throws CommandException {
    Result best = best(sofar, candidates(sofar.comparison(), likely(sofar.comparison())::contains));
    boolean found = best.faults().size() > sofar.faults().size();
    return found ? best : best(sofar, candidates(sofar.comparison(), id -> true));
  }

  private Result best(Result sofar, List<String> candidates) throws CommandException {
    Result best = sofar;
    for (String fault : candidates) {
      List<String> faults = new ArrayList<>(sofar.faults());
      faults.add(fault);
      Optional<Result> next = attempt(faults);
      if (next.isPresent() && next.get().comparison().distance() < best.comparison().distance()) {
        best = next.get();
      }
      if (best.comparison().isSame()) {
        return best;
      }
    }
    return best;
  }

  private static Set<String> likely(Comparison sofar) {
    Set<String> likely = new HashSet<>(COMMON);
    sofar.differences().forEach(each -> likely.addAll(LIKELY.getOrDefault(each.id(), List.of())));
    return likely;
  }

  // A quirk changes the commands, another fault the findings; those that want a number, or stand
  // for the wire, belong to one inspection and not to a card.
  private static List<String> candidates(Comparison sofar, Predicate<String> wanted) {
    boolean otherSteps = sofar.firstOtherStep().isPresent();
    boolean otherFindings = !sofar.differences().isEmpty();
    return Faults.list().stream()
        .map(Faults.Entry::id)
        .filter(id -> !id.contains("=") && !id.contains(":"))
        .filter(id -> Quirk.find(id).isPresent() ? otherSteps : otherFindings)
        .filter(wanted)
        .toList();
  }

  /** Empty if those faults exclude each other, or no card or no report comes of them. */
  private Optional<Result> attempt(List<String> faults) throws CommandException {
    return retake.of(persona, faults).map(take -> new Result(take, comparison(take), faults));
  }

  private Comparison comparison(Retake.Take take) {
    return new Comparison(
        Findings.of(original.report()),
        Findings.of(take.report()),
        steps(original.trace()),
        steps(take.trace()));
  }

  private static List<String> steps(Trace trace) {
    return TracedCommands.of(trace).stream().map(TracedCommand::what).toList();
  }
}
