package io.cardproof.cli.show;

import io.cardproof.check.Check;
import io.cardproof.check.CheckId;
import io.cardproof.check.Remark;
import io.cardproof.check.Status;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Talk;
import io.cardproof.cli.talk.Tone;
import io.cardproof.evidence.ReadingStats;
import io.cardproof.evidence.TerminalRecord;
import io.cardproof.report.Report;
import io.cardproof.report.Signer;
import io.cardproof.report.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report for a person at a counter: the verdict first, then who, then why. */
public final class ReportText {
  private static final int WIDEST = 110;
  private static final int INDENT = 4;

  private final Messages messages;
  private final Style style;
  private final Labels labels;
  private final PersonText people;
  private final int width;
  private final boolean unverified;

  /**
   * @param unverified whether what the chip says is shown although nobody vouches for it
   */
  public ReportText(Talk talk, boolean unverified) {
    this.messages = talk.messages();
    this.style = talk.style();
    this.labels = new Labels(messages);
    this.width = Math.min(WIDEST, talk.here().terminal().columns());
    this.people = new PersonText(messages, style, width);
    this.unverified = unverified;
  }

  /** The lines of the report. */
  public List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(verdict(report));
    lines.addAll(who(report));
    lines.addAll(checks(report));
    lines.addAll(remarks(report.remarks()));
    lines.addAll(reading(report));
    lines.add("");
    return lines;
  }

  private List<String> verdict(Report report) {
    List<String> lines = new ArrayList<>();
    Verdict verdict = report.verdict();
    String word = messages.text("verdict." + verdict.id());
    lines.add(" " + style.block(tone(verdict), word) + " " + style.bold(meaning(verdict)));
    if (Person.holder(verdict).isPresent()) {
      lines.add("   " + messages.text("presence." + report.presence().id()));
    }
    if (report.testAnchor()) {
      lines.add(
          " "
              + style.block(Tone.CAUTION, messages.text("verdict.test-anchor"))
              + " "
              + messages.text("verdict.test-anchor.means"));
    }
    return lines;
  }

  private String meaning(Verdict verdict) {
    return verdict.<String>fold(
        authentic -> messages.text("verdict.authentic.means"),
        expired -> messages.text("verdict.expired.means", Dates.text(expired.since())),
        notAuthentic -> messages.text("verdict.not-authentic.means"),
        inconclusive -> messages.text("verdict.inconclusive.means"));
  }

  private static Tone tone(Verdict verdict) {
    return verdict.fold(
        authentic -> Tone.GOOD,
        expired -> Tone.CAUTION,
        notAuthentic -> Tone.BAD,
        inconclusive -> Tone.CAUTION);
  }

  private List<String> who(Report report) {
    Optional<Person> holder = Person.holder(report);
    if (holder.isPresent()) {
      return section("section.holder", people.lines(holder.get()));
    }
    Optional<Person> said = Person.unverified(report);
    if (said.isEmpty()) {
      return List.of();
    }
    if (!unverified) {
      return List.of("", "   " + style.faint(messages.text("hint.unverified")));
    }
    List<String> lines = new ArrayList<>(List.of(""));
    lines.add(" " + style.block(Tone.BAD, messages.text("section.unverified")));
    lines.addAll(people.lines(said.get()));
    return lines;
  }

  private List<String> checks(Report report) {
    List<Check> checks = report.checks();
    boolean rejected = report.verdict() instanceof Verdict.NotAuthentic;
    List<String> lines = new ArrayList<>();
    for (Check check : worstFirst(checks)) {
      if (!isPassedHash(check)) {
        lines.addAll(check(check));
        if (!rejected || check.status() == Status.FAILED) {
          lines.addAll(advice(check));
        }
      } else if (isFirstPassedHash(check, checks)) {
        lines.add(line(Status.PASSED, messages.text("hash.summary", passedFiles(checks))));
      }
    }
    return section("section.checks", lines);
  }

  /** What decided the verdict stands on top; otherwise the order of judging. */
  private static List<Check> worstFirst(List<Check> checks) {
    return checks.stream().sorted(Comparator.comparing(ReportText::rank)).toList();
  }

  private static int rank(Check check) {
    return switch (check.status()) {
      case FAILED -> 0;
      case INCONCLUSIVE -> 1;
      case PASSED -> 2;
      case NOT_APPLICABLE -> 3;
    };
  }

  private List<String> check(Check check) {
    List<String> lines = new ArrayList<>();
    lines.add(line(check.status(), labels.name(check.id())));
    String reason = labels.reason(check);
    if (check.status() == Status.NOT_APPLICABLE) {
      lines.set(0, lines.get(0) + style.faint(reason.isEmpty() ? "" : " · " + reason));
      return lines;
    }
    indented(reason).forEach(line -> lines.add(style.tint(Labels.tone(check.status()), line)));
    return lines;
  }

  /** Left out for what stayed open beside a failure: nobody should present a forgery again. */
  private List<String> advice(Check check) {
    String advice = labels.advice(check);
    return advice.isEmpty()
        ? List.of()
        : indented("→ " + advice).stream().map(style::bold).toList();
  }

  private List<String> indented(String text) {
    return text.isEmpty()
        ? List.of()
        : Columns.wrap(text, width - INDENT - 1).stream()
            .map(line -> " ".repeat(INDENT + 1) + line)
            .toList();
  }

  private String line(Status status, String name) {
    String shown = status == Status.NOT_APPLICABLE ? style.faint(name) : name;
    return "   " + style.tint(Labels.tone(status), Labels.mark(status)) + " " + shown;
  }

  private static boolean isPassedHash(Check check) {
    return Labels.isHash(check.id()) && check.status() == Status.PASSED;
  }

  private static boolean isFirstPassedHash(Check check, List<Check> checks) {
    return checks.stream().filter(ReportText::isPassedHash).findFirst().stream()
        .anyMatch(check::equals);
  }

  private static String passedFiles(List<Check> checks) {
    return checks.stream()
        .filter(ReportText::isPassedHash)
        .map(Check::id)
        .map(CheckId::value)
        .map(id -> id.substring(id.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private List<String> remarks(List<Remark> remarks) {
    List<String> lines = new ArrayList<>();
    for (Remark remark : remarks) {
      List<String> wrapped =
          Columns.wrap(Columns.harmless(labels.remark(remark)), width - INDENT - 1);
      lines.add("   · " + wrapped.get(0));
      wrapped.stream().skip(1).forEach(line -> lines.add(" ".repeat(INDENT + 1) + line));
    }
    return section("section.remarks", lines);
  }

  private List<String> reading(Report report) {
    ReadingStats reading = report.reading();
    Table table =
        new Table()
            .add(messages.text("label.access"), access(report))
            .add(messages.text("label.reader"), Columns.harmless(report.evidence().reader().name()))
            .add(
                messages.text("label.figures"),
                messages.text(
                    "figures",
                    String.valueOf(reading.apdus()),
                    String.valueOf(reading.bytesSent()),
                    String.valueOf(reading.bytesReceived()),
                    String.valueOf(reading.millis())));
    report
        .evidence()
        .terminal()
        .map(this::terminal)
        .ifPresent(said -> table.add(messages.text("label.terminal"), said));
    report
        .signer()
        .map(Signer::subject)
        .map(name -> name.replace(",", ", "))
        .map(Columns::harmless)
        .ifPresent(subject -> table.add(messages.text("label.signer"), subject));
    report
        .revocation()
        .map(new RevocationText(messages)::of)
        .ifPresent(said -> table.add(messages.text("label.revocation"), said));
    table.add(messages.text("label.judged"), judged(report));
    return section(
        "section.reading",
        table.lines(width - 4).stream().map(line -> style.faint("   " + line)).toList());
  }

  private String access(Report report) {
    String protocol = report.access().protocol().label();
    return report
        .access()
        .key()
        .map(key -> messages.text("access.line", protocol, key.name()))
        .orElseGet(() -> messages.text("access.none"));
  }

  private String terminal(TerminalRecord record) {
    String said = messages.text("terminal." + record.outcome().id());
    if (!record.passed()) {
      return record.detail().isEmpty()
          ? said
          : said + " (" + Columns.harmless(record.detail()) + ")";
    }
    String files =
        record.rights().stream().sorted().map(TerminalJson::file).collect(Collectors.joining(", "));
    String chain = Columns.harmless(String.join(" → ", record.holderReferences()));
    return messages.text(
        files.isEmpty() ? "terminal.line.nothing" : "terminal.line", said, chain, files);
  }

  private String judged(Report report) {
    String policy = report.policy();
    String now = seconds(report.now());
    return report
        .signingReference()
        .map(signed -> messages.text("judged.signed", policy, now, seconds(signed)))
        .orElseGet(() -> messages.text("judged", policy, now));
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private List<String> section(String key, List<String> content) {
    if (content.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of("", " " + style.bold(messages.text(key))));
    lines.addAll(content);
    return lines;
  }
}
