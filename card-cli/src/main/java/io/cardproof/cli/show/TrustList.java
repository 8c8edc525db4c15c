package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Talk;
import io.cardproof.cli.talk.Tone;
import io.cardproof.trust.CertificateFacts;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.Provenance;
import io.cardproof.trust.StoredCertificate;
import io.cardproof.trust.TrustStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Certificates of a trust store by country, one a line, and the sources that they came from. */
public final class TrustList {
  /** A certificate of the list, and what it does in its store. */
  public record Entry(StoredCertificate stored, TrustRole role) {}

  private static final int WIDEST = 110;
  private static final int KEY = 15;
  private static final int DIGEST = 8;
  // Mark, fingerprint, key, digest and date with the spaces between them.
  private static final int FIXED = 3 + 8 + 2 + 2 + KEY + 1 + DIGEST + 1 + 10 + 2;

  private final Messages messages;
  private final Style style;
  private final int width;
  private final Instant now;
  private final TrustStore store;
  private final List<Entry> entries;
  private final SourceNumbers numbers = new SourceNumbers();

  /** A list of {@code entries} out of {@code store}, as of {@code now}. */
  public TrustList(Talk talk, Instant now, TrustStore store, List<Entry> entries) {
    this.messages = talk.messages();
    this.style = talk.style();
    this.width = Math.min(WIDEST, talk.here().terminal().columns());
    this.now = now;
    this.store = store;
    this.entries = List.copyOf(entries);
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, List<Entry>> country : byCountry().entrySet()) {
      lines.add("");
      lines.add(" " + style.bold(country(country.getKey())));
      country.getValue().forEach(entry -> lines.add(line(entry)));
    }
    lines.addAll(sources());
    lines.add("");
    lines.addAll(totals());
    return lines;
  }

  /** For programs. */
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.set("store", TrustJson.summary(store));
    ArrayNode array = root.putArray("certificates");
    for (List<Entry> country : byCountry().values()) {
      country.forEach(
          entry -> TrustJson.certificate(entry.stored(), entry.role(), now, array.addObject()));
    }
    TrustJson.sources(store.sources(), root.putArray("sources"));
    return root;
  }

  private Map<String, List<Entry>> byCountry() {
    Map<String, List<Entry>> countries = new TreeMap<>();
    for (Entry entry : entries) {
      String country = entry.stored().certificate().country().orElse("");
      countries.computeIfAbsent(country, any -> new ArrayList<>()).add(entry);
    }
    countries.values().forEach(each -> each.sort(byName()));
    return countries;
  }

  private static Comparator<Entry> byName() {
    return Comparator.comparing(Entry::role)
        .thenComparing(entry -> entry.stored().certificate().shortName())
        .thenComparing(entry -> entry.stored().certificate().notBefore());
  }

  private String country(String code) {
    if (code.isEmpty()) {
      return messages.text("trust.no-country");
    }
    Locale reader = Locale.forLanguageTag(messages.text("trust.language"));
    String name = new Locale("", code).getDisplayCountry(reader);
    String shown = Columns.harmless(code);
    return name.equalsIgnoreCase(code) ? shown : shown + "  " + name;
  }

  private String line(Entry entry) {
    CertificateView view = entry.stored().certificate();
    CertificateFacts facts = CertificateFacts.of(view);
    String sources = numbers.of(entry.stored().provenance());
    boolean expired = now.isAfter(view.notAfter());
    int room = Math.max(12, width - FIXED - Math.max(3, sources.length()));
    String until = Dates.text(view.notAfter());
    return (" "
            + mark(entry, expired)
            + " "
            + CertificateLabels.prefix(view.der().sha256().toHex())
            + "  "
            + Columns.pad(Columns.cut(Columns.harmless(view.shortName()), room), room)
            + "  "
            + Columns.pad(Columns.cut(CertificateLabels.key(facts.key()), KEY), KEY)
            + " "
            + Columns.pad(CertificateLabels.digest(facts.signatureAlgorithm()), DIGEST)
            + " "
            + (expired ? style.tint(Tone.CAUTION, until) : until)
            + "  "
            + style.faint(sources))
        .stripTrailing();
  }

  private String mark(Entry entry, boolean expired) {
    if (entry.stored().certificate().testOnly()) {
      return style.tint(Tone.CAUTION, "T");
    }
    if (entry.role() == TrustRole.SIGNER) {
      return "·";
    }
    if (expired) {
      return style.tint(Tone.CAUTION, "–");
    }
    return linked(entry) ? "↳" : style.tint(Tone.GOOD, "✓");
  }

  private static boolean linked(Entry entry) {
    return entry.role() == TrustRole.LINK || CertificateFacts.link(entry.stored().certificate());
  }

  private List<String> sources() {
    if (numbers.list().isEmpty()) {
      return List.of();
    }
    Table table = new Table();
    for (Provenance source : numbers.list()) {
      table.add("  " + numbers.of(List.of(source)), described(source));
    }
    List<String> lines = new ArrayList<>(List.of("", " " + style.bold(text("trust.sources"))));
    lines.addAll(table.lines(width));
    return lines;
  }

  private String described(Provenance source) {
    String shown =
        Columns.harmless(SourceNumbers.file(source))
            + ": "
            + text("trust.pinning." + source.pinning().id());
    String signed =
        source.signed().map(at -> ", " + messages.text("trust.signed", Dates.text(at))).orElse("");
    return shown + signed;
  }

  private List<String> totals() {
    List<String> lines = new ArrayList<>();
    lines.addAll(wrapped(messages.text("trust.total", String.valueOf(entries.size()), states())));
    lines.addAll(explained("trust.total.links", entries.stream().filter(TrustList::linked)));
    lines.addAll(
        explained(
            "trust.total.tests",
            entries.stream().filter(entry -> entry.stored().certificate().testOnly())));
    lines.addAll(
        explained(
            "trust.total.expired",
            entries.stream()
                .filter(entry -> now.isAfter(entry.stored().certificate().notAfter()))));
    return lines;
  }

  private List<String> explained(String key, Stream<Entry> those) {
    long number = those.count();
    return number == 0 ? List.of() : wrapped(messages.text(key, String.valueOf(number)));
  }

  private List<String> wrapped(String text) {
    return Columns.wrap(text, width - 1).stream().map(line -> " " + line).toList();
  }

  private String states() {
    return entries.stream()
        .map(entry -> entry.stored().certificate().country().orElse(""))
        .distinct()
        .collect(Collectors.collectingAndThen(Collectors.counting(), String::valueOf));
  }

  private String text(String key) {
    return messages.text(key);
  }
}
