package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Talk;
import io.cardproof.cli.talk.Tone;
import io.cardproof.trust.AuditFinding;
import io.cardproof.trust.AuditFinding.Kind;
import io.cardproof.trust.AuditFinding.Weight;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.TrustStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an operator should know of a trust store: what is to be done first, then what is odd. */
public final class AuditReport {
  private static final int WIDEST = 110;
  private static final int SHOWN = 5;
  private static final String INDENT = "     ";

  private final Messages messages;
  private final Style style;
  private final int width;
  private final TrustStore store;
  private final List<AuditFinding> findings;
  private final int shown;

  /**
   * A report of {@code findings} on {@code store}.
   *
   * @param whole whether every certificate is named, however many there are
   */
  public AuditReport(Talk talk, TrustStore store, List<AuditFinding> findings, boolean whole) {
    this.messages = talk.messages();
    this.style = talk.style();
    this.width = Math.min(WIDEST, talk.here().terminal().columns());
    this.store = store;
    this.findings = List.copyOf(findings);
    this.shown = whole ? Integer.MAX_VALUE : SHOWN;
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    String looked =
        messages.text(
            "audit.looked",
            String.valueOf(store.anchors().size()),
            String.valueOf(store.links().size()),
            sources());
    Columns.wrap(looked, width - 1).forEach(line -> lines.add(" " + line));
    for (Map.Entry<Kind, List<AuditFinding>> kind : byKind().entrySet()) {
      lines.add("");
      lines.addAll(section(kind.getKey(), kind.getValue()));
    }
    lines.add("");
    lines.add(" " + conclusion());
    return lines;
  }

  /** For programs. */
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.set("store", TrustJson.summary(store));
    ArrayNode array = root.putArray("findings");
    for (AuditFinding finding : findings) {
      ObjectNode node = array.addObject();
      node.put("kind", finding.kind().id());
      node.put("weight", finding.kind().weight().name().toLowerCase(Locale.ROOT));
      if (!finding.detail().isEmpty()) {
        node.put("detail", finding.detail());
      }
      ArrayNode certificates = node.putArray("certificates");
      finding.certificates().forEach(each -> certificates.add(each.der().sha256().toHex()));
    }
    return root;
  }

  private String sources() {
    SourceNumbers numbers = new SourceNumbers();
    store.anchors().forEach(anchor -> numbers.of(anchor.provenance()));
    store.links().forEach(link -> numbers.of(link.provenance()));
    return String.valueOf(numbers.list().size());
  }

  private Map<Kind, List<AuditFinding>> byKind() {
    return findings.stream()
        .collect(
            Collectors.groupingBy(AuditFinding::kind, LinkedHashMap::new, Collectors.toList()));
  }

  private List<String> section(Kind kind, List<AuditFinding> found) {
    boolean problem = kind.weight() == Weight.PROBLEM;
    String mark = problem ? style.tint(Tone.BAD, "✗") : style.tint(Tone.NEUTRAL, "·");
    String title = messages.text("audit." + kind.id(), String.valueOf(found.size()));
    List<String> lines = new ArrayList<>();
    List<String> wrapped = Columns.wrap(title, width - 3);
    lines.add(" " + mark + " " + style.bold(wrapped.get(0)));
    wrapped.stream().skip(1).forEach(more -> lines.add("   " + style.bold(more)));
    if (kind == Kind.PROFILE || kind == Kind.ALGORITHM_WEAK) {
      lines.addAll(counted(found));
    } else {
      found.stream().limit(shown).forEach(finding -> lines.addAll(lines(finding)));
      if (found.size() > shown) {
        lines.add(INDENT + more(found.size() - shown));
      }
    }
    messages
        .find("audit." + kind.id() + ".advice")
        .ifPresent(
            advice ->
                Columns.wrap("→ " + advice, width - INDENT.length())
                    .forEach(part -> lines.add(INDENT + part)));
    return lines;
  }

  /** How often, where every other certificate has it. */
  private List<String> counted(List<AuditFinding> found) {
    Map<String, Long> counts =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    finding -> messages.said(finding.detail()),
                    TreeMap::new,
                    Collectors.counting()));
    List<String> lines = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(shown)
        .forEach(
            entry ->
                lines.add(
                    INDENT
                        + String.format(Locale.ROOT, "%4d", entry.getValue())
                        + "  "
                        + entry.getKey()));
    if (counts.size() > shown) {
      lines.add(INDENT + more(counts.size() - shown));
    }
    return lines;
  }

  private List<String> lines(AuditFinding finding) {
    int room = width - INDENT.length();
    if (finding.certificates().isEmpty()) {
      return List.of(INDENT + Columns.cut(Columns.harmless(finding.detail()), room));
    }
    List<String> lines = new ArrayList<>();
    for (CertificateView certificate : finding.certificates()) {
      String lead = lines.isEmpty() ? INDENT : INDENT + "= ";
      String date = finding.kind() == Kind.EXPIRED ? "  " + Dates.text(certificate.notAfter()) : "";
      lines.add(lead + Columns.cut(named(certificate), width - lead.length() - 12) + date);
    }
    return lines;
  }

  private static String named(CertificateView certificate) {
    return Columns.harmless(
        CertificateLabels.prefix(certificate.der().sha256().toHex())
            + " "
            + certificate.country().orElse("??")
            + " "
            + certificate.shortName());
  }

  private String more(int number) {
    return style.faint(messages.text("audit.more", String.valueOf(number)));
  }

  private String conclusion() {
    boolean problems =
        findings.stream().anyMatch(finding -> finding.kind().weight() == Weight.PROBLEM);
    return problems
        ? style.block(Tone.CAUTION, messages.text("audit.problems"))
        : style.block(Tone.GOOD, messages.text("audit.fine"));
  }
}
