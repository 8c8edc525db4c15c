package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Talk;
import io.cardproof.cli.talk.Tone;
import io.cardproof.trust.CertificateFacts;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.StoredCertificate;
import io.cardproof.trust.TrustChanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is different between two lists. */
public final class ChangeReport {
  private static final int WIDEST = 110;
  private static final int KEY = 15;
  private static final int FIXED = 3 + 8 + 2 + 3 + 2 + KEY + 2 + 10;

  private final Messages messages;
  private final Style style;
  private final int width;
  private final TrustChanges changes;

  /** A report of these changes. */
  public ChangeReport(Talk talk, TrustChanges changes) {
    this.messages = talk.messages();
    this.style = talk.style();
    this.width = Math.min(WIDEST, talk.here().terminal().columns());
    this.changes = changes;
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    section("added", "+", Tone.GOOD, changes.added(), lines);
    section("renewed", "~", Tone.GOOD, changes.renewed(), lines);
    section("removed", "-", Tone.BAD, changes.removed(), lines);
    section("replaced", "~", Tone.CAUTION, changes.replaced(), lines);
    lines.add("");
    lines.add(" " + messages.text("changes.same", String.valueOf(changes.same())));
    return lines;
  }

  /** For programs. */
  public ObjectNode json() {
    ObjectNode root = Json.object();
    array(changes.added(), root.putArray("added"));
    array(changes.renewed(), root.putArray("renewed"));
    array(changes.removed(), root.putArray("removed"));
    array(changes.replaced(), root.putArray("replaced"));
    root.put("same", changes.same());
    return root;
  }

  private void section(
      String id, String mark, Tone tone, List<StoredCertificate> stored, List<String> lines) {
    if (stored.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(" " + style.bold(messages.text("changes." + id, String.valueOf(stored.size()))));
    stored.stream()
        .map(StoredCertificate::certificate)
        .sorted(Comparator.comparing(each -> each.country().orElse("")))
        .forEach(each -> lines.add(" " + style.tint(tone, mark) + " " + line(each)));
  }

  private String line(CertificateView certificate) {
    int room = Math.max(12, width - FIXED);
    String key = CertificateLabels.key(CertificateFacts.of(certificate).key());
    String country = Columns.harmless(certificate.country().orElse("??"));
    return CertificateLabels.prefix(certificate.der().sha256().toHex())
        + "  "
        + Columns.pad(Columns.cut(country, 3), 3)
        + Columns.pad(Columns.cut(Columns.harmless(certificate.shortName()), room), room)
        + "  "
        + Columns.pad(Columns.cut(key, KEY), KEY)
        + "  "
        + Dates.text(certificate.notAfter());
  }

  private static void array(List<StoredCertificate> stored, ArrayNode array) {
    for (StoredCertificate each : stored) {
      CertificateView view = each.certificate();
      ObjectNode node = array.addObject().put("sha256", view.der().sha256().toHex());
      view.country().ifPresent(country -> node.put("country", country));
      node.put("name", view.shortName());
      node.put("publicKeySha256", view.spki().sha256().toHex());
      node.put("notAfter", view.notAfter().toString());
    }
  }
}
