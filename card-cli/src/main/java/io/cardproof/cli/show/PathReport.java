package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.check.Reason;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Talk;
import io.cardproof.cli.talk.Tone;
import io.cardproof.trust.CertificateFacts;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.PathTrace;
import io.cardproof.trust.PathTrace.Attempt;
import io.cardproof.trust.Provenance;
import io.cardproof.trust.SignerPath;
import io.cardproof.trust.StoredCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way from a document signer to who vouches for it, with everything that was tried. */
public final class PathReport {
  private static final int WIDEST = 110;
  private static final String INDENT = "     ";

  private final Messages messages;
  private final Style style;
  private final int width;
  private final Explanation explanation;
  private final PathTrace trace;

  /** A report of this explanation. */
  public PathReport(Talk talk, Explanation explanation) {
    this.messages = talk.messages();
    this.style = talk.style();
    this.width = Math.min(WIDEST, talk.here().terminal().columns());
    this.explanation = explanation;
    this.trace = explanation.trace();
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(outcome());
    lines.addAll(signer());
    CertificateView issued = trace.signer();
    boolean first = true;
    for (Attempt attempt : trace.attempts()) {
      if (first || !attempt.issued().equals(issued)) {
        issued = attempt.issued();
        lines.addAll(heading(issued));
        first = false;
      }
      lines.addAll(attempt(attempt));
    }
    trace.path().ifPresent(path -> lines.addAll(path(path)));
    lines.add("");
    return lines;
  }

  /** For programs. */
  public ObjectNode json() {
    return PathJson.of(explanation);
  }

  private List<String> outcome() {
    Optional<Reason> found = explanation.reason();
    if (found.isEmpty()) {
      return List.of(" " + style.block(Tone.GOOD, messages.text("path.found")));
    }
    Reason reason = found.get();
    String said = messages.text(trace.path().isPresent() ? "path.refused" : "path.none");
    List<String> lines = new ArrayList<>();
    lines.add(
        " "
            + style.block(reason.leavesOpen() ? Tone.CAUTION : Tone.BAD, said)
            + " "
            + style.faint(reason.id()));
    lines.addAll(indented(messages.text("reason." + reason.id())));
    advice(reason).forEach(text -> lines.addAll(indented("→ " + text)));
    return lines;
  }

  private List<String> advice(Reason reason) {
    List<String> advice = new ArrayList<>();
    if (reason == Reason.CSCA_UNKNOWN) {
      CertificateView signer = unvouched();
      String country = signer.issuerCountry().or(signer::country).orElse("??");
      advice.add(
          signer
              .authorityKeyId()
              .map(id -> messages.text("path.needed", Columns.harmless(country), id.toHex()))
              .orElseGet(
                  () ->
                      messages.text(
                          "path.needed.name",
                          Columns.harmless(country),
                          name(CertificateFacts.of(signer).issuer()))));
      KnownAuthorities.with(signer.authorityKeyId())
          .ifPresent(
              known -> advice.add(messages.text("path.known", known.name(), known.sha256())));
    } else {
      messages.find("reason." + reason.id() + ".advice").ifPresent(advice::add);
    }
    return advice;
  }

  /** Whose issuer is missing: the last link that fits, or the signer itself. */
  private CertificateView unvouched() {
    return trace.attempts().stream()
        .filter(each -> each.role() == PathTrace.Role.LINK && each.refusal().isEmpty())
        .map(each -> each.candidate().certificate())
        .reduce(trace.signer(), (before, link) -> link);
  }

  private List<String> signer() {
    CertificateView view = trace.signer();
    CertificateFacts facts = CertificateFacts.of(view);
    Table table =
        new Table()
            .add(messages.text("trust.field.subject"), name(facts.subject()))
            .add(messages.text("trust.field.issuer"), name(facts.issuer()))
            .add(
                messages.text("trust.field.aki"),
                view.authorityKeyId()
                    .map(id -> id.toHex())
                    .orElseGet(() -> messages.text("trust.none")))
            .add(
                messages.text("trust.field.valid"),
                messages.text(
                    "trust.period", Dates.text(view.notBefore()), Dates.text(view.notAfter())))
            .add(messages.text("trust.field.key"), CertificateLabels.key(facts.key()))
            .add(messages.text("trust.field.signature"), facts.signatureAlgorithm())
            .add(
                messages.text("trust.field.sha256"),
                CertificateLabels.grouped(view.der().sha256().toHex()));
    explanation
        .signedAt()
        .ifPresent(instant -> table.add(messages.text("path.signed"), Dates.text(instant)));
    List<String> lines =
        new ArrayList<>(List.of("", " " + style.bold(messages.text("path.signer"))));
    table.lines(width - 3).forEach(line -> lines.add("   " + line));
    return lines;
  }

  private List<String> heading(CertificateView issued) {
    long number = trace.attempts().stream().filter(each -> each.issued().equals(issued)).count();
    String name = Columns.harmless(issued.shortName());
    String text =
        issued.equals(trace.signer())
            ? messages.text("path.tried", String.valueOf(number))
            : messages.text("path.tried.link", name, String.valueOf(number));
    return List.of("", " " + style.bold(text));
  }

  private List<String> attempt(Attempt attempt) {
    CertificateView view = attempt.candidate().certificate();
    boolean made = attempt.refusal().isEmpty();
    List<String> lines = new ArrayList<>();
    lines.add(
        "   "
            + style.tint(made ? Tone.GOOD : Tone.BAD, made ? "✓" : "✗")
            + " "
            + Columns.cut(named(view), width - 5));
    lines.addAll(
        indented(
            messages.text("path.role." + attempt.role().id())
                + ", "
                + messages.text("path.match." + attempt.match().id())
                + ", "
                + messages.text(
                    "trust.period", Dates.text(view.notBefore()), Dates.text(view.notAfter()))));
    attempt
        .refusal()
        .map(reason -> indented(said(reason)))
        .orElseGet(() -> from(attempt.candidate()))
        .forEach(line -> lines.add(made ? style.faint(line) : style.tint(Tone.BAD, line)));
    return lines;
  }

  /** About a candidate the reason is another sentence than about a document. */
  private String said(Reason reason) {
    return messages
        .find("path.refusal." + reason.id())
        .orElseGet(() -> messages.text("reason." + reason.id()));
  }

  private List<String> from(StoredCertificate stored) {
    String sources =
        stored.provenance().stream().map(this::described).collect(Collectors.joining("; "));
    return indented(messages.text("path.from", sources));
  }

  private String described(Provenance source) {
    return Columns.harmless(source.source())
        + " ("
        + messages.text("trust.pinning." + source.pinning().id())
        + ")";
  }

  private List<String> path(SignerPath path) {
    List<String> lines = new ArrayList<>(List.of("", " " + style.bold(messages.text("path.path"))));
    lines.add(INDENT + Columns.cut(Columns.harmless(path.signer().shortName()), width - 5));
    path.links().forEach(link -> lines.add(step(link)));
    lines.add(step(path.anchor()));
    lines.add("");
    lines.add(" " + style.bold(messages.text("path.revocation")));
    lines.addAll(
        indented(new RevocationText(messages).of(path.revocation().at(explanation.now()))));
    return lines;
  }

  private String step(StoredCertificate issuer) {
    return INDENT + Columns.cut("← " + named(issuer.certificate()), width - 5);
  }

  private List<String> indented(String text) {
    return Columns.wrap(text, width - INDENT.length()).stream().map(line -> INDENT + line).toList();
  }

  private static String named(CertificateView view) {
    return Columns.harmless(
        CertificateLabels.prefix(view.der().sha256().toHex())
            + " "
            + view.country().orElse("??")
            + " "
            + view.shortName());
  }

  private static String name(String text) {
    return Columns.harmless(text.replace(",", ", "));
  }
}
