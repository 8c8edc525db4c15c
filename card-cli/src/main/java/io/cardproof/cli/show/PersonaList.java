package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.talk.Messages;
import io.cardproof.simulator.CardProfile;
import io.cardproof.simulator.Personas;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The personas of the simulator with all that each has. */
public final class PersonaList {
  private static final String INDENT = "  ";

  private final Messages messages;
  private final List<String> lines = new ArrayList<>();
  private final ObjectNode json = Json.object();
  private final ArrayNode personas = json.putArray("personas");

  /** An empty list in that language. */
  public PersonaList(Messages messages) {
    this.messages = messages;
  }

  /** Adds one. */
  public void add(Personas.Entry entry, CardProfile profile) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(entry.name() + INDENT + messages.said(entry.summary()));
    table(profile).lines().forEach(line -> lines.add(INDENT + line));
    addJson(entry, profile);
  }

  /** For people. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** For programs. */
  public ObjectNode json() {
    return json;
  }

  private Table table(CardProfile profile) {
    String access =
        profile.access().isEmpty()
            ? messages.text("simulate.list.free")
            : String.join(" · ", profile.access());
    Table table = new Table().add(messages.text("simulate.list.access"), access);
    table.add(messages.text("simulate.list.keys"), String.join(" · ", profile.keys()));
    table.add(messages.text("simulate.list.proofs"), String.join(" · ", profile.proofs()));
    return table.add(messages.text("simulate.list.files"), files(profile));
  }

  private static String files(CardProfile profile) {
    return profile.files().stream()
        .map(file -> file.name() + " " + file.bytes())
        .collect(Collectors.joining(" · "));
  }

  private void addJson(Personas.Entry entry, CardProfile profile) {
    ObjectNode persona = personas.addObject();
    persona.put("name", entry.name()).put("summary", entry.summary());
    profile.access().forEach(persona.putArray("access")::add);
    profile.keys().forEach(persona.putArray("keys")::add);
    profile.proofs().forEach(persona.putArray("proofs")::add);
    ArrayNode files = persona.putArray("files");
    profile
        .files()
        .forEach(file -> files.addObject().put("name", file.name()).put("bytes", file.bytes()));
  }
}
