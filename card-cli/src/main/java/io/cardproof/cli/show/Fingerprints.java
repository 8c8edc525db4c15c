package io.cardproof.cli.show;

import io.cardproof.cli.talk.Messages;
import io.cardproof.trust.CertificateFacts;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.StoredCertificate;
import java.util.ArrayList;
import java.util.List;

/** Certificates with their whole fingerprints, for comparing with what their owner publishes. */
public final class Fingerprints {
  private final Messages messages;

  /** In the language of {@code messages}. */
  public Fingerprints(Messages messages) {
    this.messages = messages;
  }

  /** Three lines for each certificate. */
  public List<String> lines(List<StoredCertificate> certificates) {
    List<String> lines = new ArrayList<>();
    for (StoredCertificate stored : certificates) {
      CertificateView view = stored.certificate();
      CertificateFacts facts = CertificateFacts.of(view);
      String country = view.country().map(code -> code + "  ").orElse("");
      lines.add(Columns.harmless(country + view.shortName()));
      lines.add(
          "  "
              + messages.text(
                  "trust.confirm.facts",
                  CertificateLabels.key(facts.key()),
                  Dates.text(view.notBefore()),
                  Dates.text(view.notAfter())));
      lines.add("  SHA-256 " + CertificateLabels.grouped(view.der().sha256().toHex()));
    }
    return lines;
  }
}
