package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Talk;
import io.cardproof.cli.talk.Tone;
import io.cardproof.error.MalformedInputException;
import io.cardproof.trust.Provenance;
import io.cardproof.trust.RefusedEntry;
import io.cardproof.trust.SourceRecord;
import io.cardproof.trust.TrustStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of every source of an import. */
public final class ImportReport {
  private static final int WIDEST = 110;

  private final Messages messages;
  private final Style style;
  private final int width;
  private final Path file;
  private final TrustStore before;
  private final TrustStore after;
  private final List<MalformedInputException> refused = new ArrayList<>();

  /** An import that made {@code after} of {@code before} and wrote it into {@code file}. */
  public ImportReport(Talk talk, Path file, TrustStore before, TrustStore after) {
    this.messages = talk.messages();
    this.style = talk.style();
    this.width = Math.min(WIDEST, talk.here().terminal().columns());
    this.file = file;
    this.before = before;
    this.after = after;
  }

  /** A source that cannot be read at all. */
  public void refused(MalformedInputException failure) {
    refused.add(failure);
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    fresh().forEach(source -> lines.addAll(source(source)));
    refused.forEach(failure -> lines.addAll(refusal(failure)));
    lines.addAll(
        Columns.wrap(
            messages.text(
                "trust.import.total",
                String.valueOf(after.anchors().size()),
                String.valueOf(after.links().size()),
                String.valueOf(after.signers().size()),
                String.valueOf(after.anchors().size() - before.anchors().size())),
            width));
    lines.add(messages.text("trust.store", file.toString()));
    lines.add("  SHA-256 " + CertificateLabels.grouped(after.sha256().toHex()));
    return lines;
  }

  /** For programs. */
  public ObjectNode json() {
    ObjectNode root = Json.object();
    TrustJson.sources(fresh(), root.putArray("sources"));
    ArrayNode array = root.putArray("refused");
    for (MalformedInputException failure : refused) {
      array
          .addObject()
          .put("source", failure.source())
          .put("place", failure.place())
          .put("problem", failure.problem());
    }
    ObjectNode store = TrustJson.summary(after).put("file", file.toString());
    store.put("added", after.anchors().size() - before.anchors().size());
    root.set("store", store);
    return root;
  }

  private List<SourceRecord> fresh() {
    return after.sources().stream().filter(source -> !before.sources().contains(source)).toList();
  }

  private List<String> source(SourceRecord source) {
    boolean whole = source.refused().isEmpty();
    boolean vouched = source.pinning() != Provenance.Pinning.UNPINNED;
    String mark = whole && vouched ? style.tint(Tone.GOOD, "✓") : style.tint(Tone.CAUTION, "!");
    List<String> lines = new ArrayList<>();
    lines.add(" " + mark + " " + style.bold(Columns.harmless(source.name())));
    lines.add("     " + described(source));
    lines.add(
        "     "
            + messages.text(
                "trust.import.counts",
                String.valueOf(source.loaded()),
                String.valueOf(source.duplicates()),
                String.valueOf(source.refused().size())));
    causes(source.refused())
        .forEach((cause, count) -> lines.add("       " + count + " × " + cause));
    return lines;
  }

  private String described(SourceRecord source) {
    String kind = messages.text("trust.kind." + source.kind().id());
    String pinning = messages.text("trust.pinning." + source.pinning().id());
    return source
        .signed()
        .map(at -> kind + ", " + pinning + ", " + messages.text("trust.signed", Dates.text(at)))
        .orElse(kind + ", " + pinning);
  }

  private Map<String, Long> causes(List<RefusedEntry> entries) {
    return entries.stream()
        .collect(
            Collectors.groupingBy(
                entry -> messages.text("trust.refused." + entry.cause().id()),
                TreeMap::new,
                Collectors.counting()));
  }

  private List<String> refusal(MalformedInputException failure) {
    return List.of(
        " " + style.tint(Tone.BAD, "✗") + " " + style.bold(Columns.harmless(failure.source())),
        "     "
            + messages.text(
                "trust.import.refused",
                messages.said(failure.place()),
                messages.said(failure.problem())));
  }
}
