package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.check.Check;
import io.cardproof.check.Remark;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.evidence.ReadingStats;
import io.cardproof.report.Report;
import io.cardproof.report.Signer;
import java.util.List;
import java.util.Optional;

/** A report as one JSON object; docs/command.md describes it. Fields are only ever added. */
public final class ReportJson {
  private final boolean unverified;

  /**
   * @param unverified whether what the chip says is shown although nobody vouches for it
   */
  public ReportJson(boolean unverified) {
    this.unverified = unverified;
  }

  /** The report. */
  public ObjectNode of(Report report) {
    ObjectNode root = Json.object();
    root.put("verdict", report.verdict().id()).put("presence", report.presence().id());
    checks(report.checks(), root.putArray("checks"));
    remarks(report.remarks(), root.putArray("remarks"));
    access(report.access(), root.putObject("access"));
    root.set("terminalAuthentication", TerminalJson.of(report.evidence().terminal()));
    Optional<Person> holder = Person.holder(report);
    holder.ifPresent(person -> root.set("holder", PersonJson.of(person)));
    if (unverified && holder.isEmpty()) {
      Person.unverified(report).ifPresent(said -> root.set("unverified", PersonJson.of(said)));
    }
    report.signer().ifPresent(signer -> signer(signer, root.putObject("signer")));
    report.revocation().ifPresent(said -> RevocationJson.of(said, root.putObject("revocation")));
    root.put("testAnchor", report.testAnchor());
    root.put("policy", report.policy()).put("now", report.now().toString());
    report
        .signingReference()
        .ifPresent(instant -> root.put("signingReference", instant.toString()));
    reading(report.reading(), root.putObject("reading"));
    files(report.evidence().files(), root.putArray("files"));
    return root;
  }

  private static void checks(List<Check> checks, ArrayNode array) {
    for (Check check : checks) {
      ObjectNode node = array.addObject();
      node.put("id", check.id().value()).put("status", check.status().id());
      check.reason().ifPresent(reason -> node.put("reason", reason.id()));
      node.put("clause", check.clause());
    }
  }

  private static void remarks(List<Remark> remarks, ArrayNode array) {
    for (Remark remark : remarks) {
      array.addObject().put("id", remark.id()).put("detail", remark.detail());
    }
  }

  private static void access(AccessRecord access, ObjectNode node) {
    node.put("protocol", access.protocol().label());
    access.key().ifPresent(key -> node.put("key", key.name()));
  }

  private static void signer(Signer signer, ObjectNode node) {
    node.put("sha256", signer.sha256()).put("subject", signer.subject());
  }

  /** What was asked for and what came back, never the content. */
  private static void files(List<EvidenceFile> files, ArrayNode array) {
    for (EvidenceFile file : files) {
      array
          .addObject()
          .put("id", file.id().label())
          .put("bytes", file.content().length())
          .put("statusWord", String.format("%04X", file.statusWord()));
    }
  }

  private static void reading(ReadingStats reading, ObjectNode node) {
    node.put("apdus", reading.apdus())
        .put("bytesSent", reading.bytesSent())
        .put("bytesReceived", reading.bytesReceived())
        .put("millis", reading.millis());
  }
}
