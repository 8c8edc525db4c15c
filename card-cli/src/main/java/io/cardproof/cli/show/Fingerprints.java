package io.cardproof.cli.show;

import io.cardproof.cli.talk.Messages;
import io.cardproof.trust.CertificateFacts;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.Provenance;
import io.cardproof.trust.StoredCertificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Certificates with their whole fingerprints, for comparing with what their owner publishes. */
public final class Fingerprints {
  private final Messages messages;

  /** In the language of {@code messages}. */
  public Fingerprints(Messages messages) {
    this.messages = messages;
  }

  /** Three lines for each certificate; a list that nobody pinned in two lines, however long. */
  public List<String> lines(List<StoredCertificate> certificates) {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> lists = new LinkedHashMap<>();
    for (StoredCertificate stored : certificates) {
      Provenance source = stored.provenance().get(0);
      if (source.pinning() == Provenance.Pinning.UNPINNED) {
        lists.merge(source.source(), 1, Integer::sum);
      } else {
        lines.addAll(lines(stored.certificate()));
      }
    }
    lists.forEach(
        (list, number) ->
            lines.add(
                messages.text(
                    "trust.confirm.list", Columns.harmless(list), String.valueOf(number))));
    return lines;
  }

  private List<String> lines(CertificateView view) {
    String country = view.country().map(code -> code + "  ").orElse("");
    String facts =
        messages.text(
            "trust.confirm.facts",
            CertificateLabels.key(CertificateFacts.of(view).key()),
            Dates.text(view.notBefore()),
            Dates.text(view.notAfter()));
    return List.of(
        Columns.harmless(country + view.shortName()),
        "  " + facts,
        "  SHA-256 " + CertificateLabels.grouped(view.der().sha256().toHex()));
  }
}
