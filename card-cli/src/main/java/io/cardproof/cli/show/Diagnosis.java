package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.talk.Language;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found on this machine, item by item. */
public final class Diagnosis {
  /** How an item is. */
  public enum State {
    /** As it should be. */
    OK(Tone.GOOD, "✓"),
    /** Missing, and not always needed. */
    NOTE(Tone.NEUTRAL, "–"),
    /** Missing, and needed to read a card. */
    PROBLEM(Tone.BAD, "✗");

    private final Tone tone;
    private final String mark;

    State(Tone tone, String mark) {
      this.tone = tone;
      this.mark = mark;
    }
  }

  private record Item(String id, State state, String key, String argument) {
    String text(Messages messages) {
      return messages.text(key, argument);
    }

    String advice(Messages messages) {
      return state == State.OK ? "" : messages.find(key + ".advice", argument).orElse("");
    }
  }

  private final List<Item> items = new ArrayList<>();

  /** Adds an item that is told by what was found. */
  public void add(String id, State state, String found) {
    add(id, state, "doctor.found", found);
  }

  /** Adds an item that is told by the text of {@code key}. */
  public void add(String id, State state, String key, String argument) {
    items.add(new Item(id, state, key, argument));
  }

  /** For a person. */
  public List<String> lines(Messages messages, Style style) {
    List<String> lines = new ArrayList<>();
    for (Item item : items) {
      String name = Columns.pad(messages.text("doctor." + item.id()), 18);
      lines.add(
          " "
              + style.tint(item.state().tone, item.state().mark)
              + " "
              + name
              + Columns.harmless(item.text(messages)));
      String advice = item.advice(messages);
      if (!advice.isEmpty()) {
        lines.add("     → " + advice);
      }
    }
    return lines;
  }

  /** For a program, in English. */
  public ObjectNode json() {
    Messages english = Messages.in(Language.ENGLISH);
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("items");
    for (Item item : items) {
      ObjectNode node = array.addObject().put("id", item.id());
      node.put("state", item.state().name().toLowerCase(Locale.ROOT));
      node.put("found", item.text(english));
      String advice = item.advice(english);
      if (!advice.isEmpty()) {
        node.put("advice", advice);
      }
    }
    return root;
  }
}
