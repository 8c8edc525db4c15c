package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.show.TrustList.Entry;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Talk;
import io.cardproof.cli.talk.Tone;
import io.cardproof.trust.CertificateFacts;
import io.cardproof.trust.CertificateFacts.ExtensionFacts;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.KeyFacts;
import io.cardproof.trust.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One certificate with all that it says, and where it came from. */
public final class CertificateSheet {
  private static final int WIDEST = 110;

  private final Messages messages;
  private final Style style;
  private final int width;
  private final Instant now;

  /** Sheets as of {@code now}. */
  public CertificateSheet(Talk talk, Instant now) {
    this.messages = talk.messages();
    this.style = talk.style();
    this.width = Math.min(WIDEST, talk.here().terminal().columns());
    this.now = now;
  }

  /** For people. */
  public List<String> lines(Entry entry) {
    CertificateView view = entry.stored().certificate();
    CertificateFacts facts = CertificateFacts.of(view);
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        " "
            + style.bold(Columns.harmless(view.shortName()))
            + "  "
            + style.faint(messages.text("trust.role." + entry.role().id())));
    if (view.testOnly()) {
      lines.add(" " + style.block(Tone.CAUTION, messages.text("verdict.test-anchor")));
    }
    Table table = new Table();
    names(table, facts, view);
    dates(table, view);
    keys(table, facts, view);
    uses(table, facts);
    for (Provenance source : entry.stored().provenance()) {
      table.add(messages.text("trust.field.source"), described(source));
    }
    table.lines(width - 1).forEach(line -> lines.add(" " + line));
    return lines;
  }

  /** For programs. */
  public ObjectNode json(List<Entry> entries) {
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("certificates");
    for (Entry entry : entries) {
      ObjectNode node = array.addObject();
      TrustJson.certificate(entry.stored(), entry.role(), now, node);
      CertificateView view = entry.stored().certificate();
      CertificateFacts facts = CertificateFacts.of(view);
      node.put("publicKeySha256", view.spki().sha256().toHex());
      view.keyUsedFrom().ifPresent(from -> node.put("keyUsedFrom", from.toString()));
      view.keyUsedUntil().ifPresent(until -> node.put("keyUsedUntil", until.toString()));
      node.put("authority", facts.authority());
      facts.pathLength().ifPresent(most -> node.put("pathLength", most.toString()));
      facts.keyUsage().forEach(node.putArray("keyUsage")::add);
      facts.purposes().forEach(node.putArray("extendedKeyUsage")::add);
      ArrayNode extensions = node.putArray("extensions");
      for (ExtensionFacts extension : facts.extensions()) {
        extensions
            .addObject()
            .put("oid", extension.oid())
            .put("name", ExtensionNames.of(extension.oid()))
            .put("critical", extension.critical());
      }
    }
    return root;
  }

  private void names(Table table, CertificateFacts facts, CertificateView view) {
    table.add(
        messages.text("trust.field.sha256"),
        CertificateLabels.grouped(view.der().sha256().toHex()));
    table.add(messages.text("trust.field.subject"), name(facts.subject()));
    table.add(
        messages.text("trust.field.issuer"),
        facts.subject().equals(facts.issuer())
            ? messages.text("trust.itself")
            : name(facts.issuer()));
    table.add(messages.text("trust.field.serial"), facts.serialNumber().toString(16));
  }

  private void dates(Table table, CertificateView view) {
    String until = Dates.text(view.notAfter());
    String period = messages.text("trust.period", Dates.text(view.notBefore()), until);
    table.add(
        messages.text("trust.field.valid"),
        now.isAfter(view.notAfter()) ? period + " · " + messages.text("trust.expired") : period);
    if (view.keyUsedFrom().isPresent() || view.keyUsedUntil().isPresent()) {
      table.add(
          messages.text("trust.field.key-period"),
          messages.text("trust.period", day(view.keyUsedFrom()), day(view.keyUsedUntil())));
    }
  }

  private void keys(Table table, CertificateFacts facts, CertificateView view) {
    table.add(messages.text("trust.field.key"), key(facts.key()));
    table.add(messages.text("trust.field.signature"), facts.signatureAlgorithm());
    table.add(
        messages.text("trust.field.key-sha256"),
        CertificateLabels.grouped(view.spki().sha256().toHex()));
    table.add(
        messages.text("trust.field.ski"),
        view.subjectKeyId().map(id -> id.toHex()).orElse(messages.text("trust.none")));
    table.add(
        messages.text("trust.field.aki"),
        view.authorityKeyId().map(id -> id.toHex()).orElse(messages.text("trust.none")));
  }

  private void uses(Table table, CertificateFacts facts) {
    String length = facts.pathLength().map(most -> ", pathLen " + most).orElse("");
    table.add(
        messages.text("trust.field.authority"),
        messages.text(facts.authority() ? "trust.yes" : "trust.no") + length);
    table.add(
        messages.text("trust.field.usage"),
        facts.keyUsage().isEmpty()
            ? messages.text("trust.none")
            : String.join(", ", facts.keyUsage()));
    if (!facts.purposes().isEmpty()) {
      table.add(messages.text("trust.field.purposes"), String.join(", ", facts.purposes()));
    }
    table.add(
        messages.text("trust.field.extensions"),
        facts.extensions().stream()
            .map(each -> ExtensionNames.of(each.oid()) + (each.critical() ? "!" : ""))
            .collect(Collectors.joining(", ")));
  }

  private String key(KeyFacts key) {
    String shown = CertificateLabels.key(key);
    if (key.parameters() == KeyFacts.Parameters.EXPLICIT) {
      return messages.text("trust.key.explicit", shown);
    }
    return key.exponent().map(e -> shown + ", e = " + e).orElse(shown);
  }

  private String described(Provenance source) {
    String shown =
        Columns.harmless(source.source())
            + ": "
            + messages.text("trust.pinning." + source.pinning().id());
    return source
        .signed()
        .map(at -> shown + ", " + messages.text("trust.signed", Dates.text(at)))
        .orElse(shown);
  }

  private static String name(String text) {
    return Columns.harmless(text.replace(",", ", "));
  }

  private static String day(Optional<Instant> instant) {
    return instant.map(Dates::text).orElse("…");
  }
}
