package io.cardproof.cli.show;

import io.cardproof.cli.talk.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Labelled lines about a person, in their order; what a document does not say is left out. */
final class Entries {
  private final Messages messages;
  private final List<Entry> entries = new ArrayList<>();

  Entries(Messages messages) {
    this.messages = messages;
  }

  /**
   * One line.
   *
   * @param key what it is about, for programs
   * @param label what it is about, for people
   * @param value what the document says
   */
  record Entry(String key, String label, String value) {
    @Override
    public String toString() {
      return key;
    }
  }

  Entries add(String key, Optional<String> value) {
    value
        .map(Columns::harmless)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> entries.add(new Entry(key, messages.text("holder." + key), text)));
    return this;
  }

  List<Entry> list() {
    return List.copyOf(entries);
  }
}
