package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.evidence.TerminalRecord;
import io.cardproof.evidence.TerminalRecord.Outcome;
import io.cardproof.terminal.TerminalRight;
import java.util.Optional;

/** How Terminal Authentication went, for programs. */
final class TerminalJson {
  private TerminalJson() {}

  static ObjectNode of(Optional<TerminalRecord> terminal) {
    return terminal
        .map(TerminalJson::of)
        .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("status", "not-tried"));
  }

  private static ObjectNode of(TerminalRecord record) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("status", status(record.outcome()));
    record.authority().ifPresent(authority -> node.put("authority", authority));
    ArrayNode offered = node.putArray("authorities");
    record.authorities().forEach(offered::add);
    ArrayNode holders = node.putArray("holderReferences");
    record.holderReferences().forEach(holders::add);
    ArrayNode rights = node.putArray("rights");
    record.effectiveRights().stream().sorted().map(TerminalJson::file).forEach(rights::add);
    if (!record.passed()) {
      node.put("reason", record.outcome().id());
      if (record.statusWord() != 0) {
        node.put("statusWord", String.format("%04X", record.statusWord()));
      }
    }
    if (!record.detail().isEmpty()) {
      node.put("detail", record.detail());
    }
    return node;
  }

  private static String status(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "passed";
      case NOT_NEEDED -> "not-needed";
      default -> "failed";
    };
  }

  /** The file that the right opens. */
  static String file(TerminalRight right) {
    return switch (right) {
      case READ_DG3 -> "DG3";
      case READ_DG4 -> "DG4";
    };
  }
}
