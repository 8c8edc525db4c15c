package io.cardproof.simulator.chip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a chip was asked since it was made, and how it answered: for tests of a reader's manners. It
 * keeps the last {@value #MOST} commands, and names none of their content.
 */
public final class Journal {
  private static final int MOST = 10_000;

  private final Deque<JournalEntry> entries = new ArrayDeque<>();

  Journal() {}

  void add(JournalEntry entry) {
    if (entries.size() == MOST) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  /** All of them, the first first. */
  public List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  /** The plain commands behind the first protected one of their reset: each ends the channel. */
  public List<JournalEntry> plainInsideChannel() {
    List<JournalEntry> plain = new ArrayList<>();
    boolean open = false;
    for (JournalEntry entry : entries) {
      open &= entry.exchange().numberSinceReset() > 1;
      open |= entry.exchange().isProtected();
      if (open && !entry.exchange().isProtected()) {
        plain.add(entry);
      }
    }
    return plain;
  }

  /** The reads of bytes that an earlier one of the same reset had brought already. */
  public List<JournalEntry> readAgain() {
    List<JournalEntry> again = new ArrayList<>();
    Map<Exchange.File, List<JournalEntry.Range>> read = new HashMap<>();
    for (JournalEntry entry : entries) {
      if (entry.exchange().numberSinceReset() == 1) {
        read.clear();
      }
      entry
          .range()
          .ifPresent(
              range -> {
                List<JournalEntry.Range> before =
                    read.computeIfAbsent(
                        entry.exchange().file().orElseThrow(), file -> new ArrayList<>());
                if (before.stream().anyMatch(range::overlaps)) {
                  again.add(entry);
                }
                before.add(range);
              });
    }
    return again;
  }

  /**
   * What is wrong with the form of the commands, each with its command; empty where all is well.
   */
  public List<String> objections() {
    return entries.stream()
        .flatMap(
            entry ->
                CommandSyntax.objections(entry.exchange()).stream()
                    .map(objection -> entry + ": " + objection))
        .toList();
  }

  /** A line for each command; no content. */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    entries.forEach(entry -> lines.append(entry).append('\n'));
    return lines.toString();
  }
}
