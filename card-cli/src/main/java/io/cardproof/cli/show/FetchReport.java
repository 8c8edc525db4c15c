package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Talk;
import io.cardproof.cli.talk.Tone;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was fetched from where, and what became of it. */
public final class FetchReport {
  /** What became of an address. */
  public enum Outcome {
    /** Taken into the store. */
    NEW(Tone.GOOD, "✓"),
    /** What the store has already. */
    UNCHANGED(Tone.GOOD, "="),
    /** Older than what the store has, and not taken. */
    OLDER(Tone.BAD, "✗"),
    /** Not what the store takes. */
    REFUSED(Tone.BAD, "✗"),
    /** Nothing came. */
    FAILED(Tone.BAD, "✗");

    private final Tone tone;
    private final String mark;

    Outcome(Tone tone, String mark) {
      this.tone = tone;
      this.mark = mark;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One address.
   *
   * @param content what came
   * @param signed when that says that it was signed
   * @param problem why it was not taken, in English
   */
  public record Entry(
      String address,
      Outcome outcome,
      Optional<Bytes> content,
      Optional<Instant> signed,
      String problem) {}

  private final Messages messages;
  private final Style style;
  private final int width;

  /** In the language and the colours of {@code talk}. */
  public FetchReport(Talk talk) {
    this.messages = talk.messages();
    this.style = talk.style();
    this.width = Math.min(110, talk.here().terminal().columns());
  }

  /** For people. */
  public List<String> lines(List<Entry> entries, TrustStore store, Path file) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      Outcome outcome = entry.outcome();
      lines.add(
          " "
              + style.tint(outcome.tone, outcome.mark)
              + " "
              + Columns.cut(Columns.harmless(entry.address()), width - 3));
      Columns.wrap(said(entry), width - 5).forEach(part -> lines.add("     " + part));
      entry
          .content()
          .map(content -> "     SHA-256 " + content.sha256().toHex())
          .ifPresent(lines::add);
    }
    lines.add(messages.text("trust.store", file.toString()));
    lines.add("  SHA-256 " + CertificateLabels.grouped(store.sha256().toHex()));
    return lines;
  }

  /** For programs. */
  public ObjectNode json(List<Entry> entries, TrustStore store, Path file) {
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("fetched");
    for (Entry entry : entries) {
      ObjectNode node = array.addObject().put("address", entry.address());
      node.put("outcome", entry.outcome().id());
      entry
          .content()
          .ifPresent(
              content ->
                  node.put("bytes", content.length()).put("sha256", content.sha256().toHex()));
      entry.signed().ifPresent(at -> node.put("signed", at.toString()));
      if (!entry.problem().isEmpty()) {
        node.put("problem", entry.problem());
      }
    }
    root.set("store", TrustJson.summary(store).put("file", file.toString()));
    return root;
  }

  private String said(Entry entry) {
    StringBuilder said = new StringBuilder(messages.text("fetch." + entry.outcome().id()));
    entry
        .content()
        .ifPresent(
            content ->
                said.append(", ")
                    .append(messages.text("fetch.bytes", String.valueOf(content.length()))));
    entry
        .signed()
        .ifPresent(at -> said.append(", ").append(messages.text("trust.signed", Dates.text(at))));
    return entry.problem().isEmpty()
        ? said.toString()
        : said + ": " + messages.said(entry.problem());
  }
}
