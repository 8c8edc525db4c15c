package io.cardproof.cli.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cardproof.cli.show.TracedCommand.Form;
import io.cardproof.cli.talk.Messages;
import io.cardproof.cli.talk.Style;
import io.cardproof.cli.talk.Talk;
import io.cardproof.cli.talk.Tone;
import io.cardproof.reader.trace.Trace;
import io.cardproof.reader.trace.TraceEvent;
import io.cardproof.reader.trace.TraceHead;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a trace holds, without anything that a card or a person said. */
public final class TraceSheet {
  private static final int WIDEST = 110;
  private static final String SUCCESS = "9000";
  private static final int NAME = 26;
  private static final int FILE = 13;
  private static final int NUMBER = 4;
  private static final int BYTES = 7;
  private static final int OUTCOME = 6;

  /** Settings whose values say how an inspection was made, and nothing of whom. */
  private static final Set<String> TOLD =
      Set.of(
          TraceHead.POLICY, TraceHead.KEY, TraceHead.FILES, TraceHead.PRESENCE, TraceHead.DISCLOSE);

  private final Messages messages;
  private final Style style;
  private final int width;
  private final Trace trace;
  private final List<TracedCommand> commands;

  /** The sheet of {@code trace}. */
  public TraceSheet(Talk talk, Trace trace) {
    this.messages = talk.messages();
    this.style = talk.style();
    this.width = Math.min(WIDEST, talk.here().terminal().columns());
    this.trace = trace;
    this.commands = TracedCommands.of(trace);
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(" " + kind());
    head().lines(width - 1).forEach(line -> lines.add(" " + line));
    lines.add("");
    lines.add(" " + style.faint(titles()));
    commands.forEach(command -> lines.add(" " + line(command)));
    return lines;
  }

  /** For programs. */
  public ObjectNode json() {
    TraceHead head = trace.head();
    ObjectNode root = Json.object();
    root.put("madeUp", head.isMadeUp())
        .put("reader", head.reader())
        .put("atr", head.atr().toHex())
        .put("maxResponseBytes", head.maxResponseBytes())
        .put("now", head.now().toString());
    ObjectNode settings = root.putObject("settings");
    head.settings()
        .forEach((name, value) -> settings.put(name, TOLD.contains(name) ? value : null));
    root.put("exchanges", commands.size())
        .put("bytesSent", sent())
        .put("bytesReceived", received())
        .put("millis", millis())
        .put("draws", draws());
    ArrayNode array = root.putArray("commands");
    for (TracedCommand command : commands) {
      ObjectNode node = array.addObject().put("command", command.name());
      command.file().ifPresent(file -> node.put("file", file.label()));
      node.put("protected", command.form() == Form.PROTECTED)
          .put("sent", command.sent())
          .put("received", command.received())
          .put("outcome", command.outcome())
          .put("millis", command.millis());
    }
    return root;
  }

  private String kind() {
    String kind = trace.head().isMadeUp() ? "made-up" : "personal";
    Tone tone = trace.head().isMadeUp() ? Tone.GOOD : Tone.BAD;
    return style.block(tone, messages.text("traced." + kind))
        + " "
        + messages.text("traced." + kind + ".means");
  }

  private Table head() {
    TraceHead head = trace.head();
    Table table =
        new Table()
            .add(messages.text("traced.reader"), Columns.harmless(head.reader()))
            .add(messages.text("traced.atr"), head.atr().toHex())
            .add(messages.text("traced.now"), head.now().truncatedTo(ChronoUnit.SECONDS).toString())
            .add(
                messages.text("traced.longest"),
                messages.text("traced.bytes", head.maxResponseBytes()));
    for (Map.Entry<String, String> setting : head.settings().entrySet()) {
      table.add(messages.text("traced.setting", setting.getKey()), value(setting));
    }
    return table.add(
        messages.text("traced.exchanges"),
        messages.text("traced.total", commands.size(), sent(), received(), millis(), draws()));
  }

  private String value(Map.Entry<String, String> setting) {
    return TOLD.contains(setting.getKey())
        ? Columns.harmless(setting.getValue())
        : style.faint(messages.text("traced.withheld", setting.getValue().length()));
  }

  private String titles() {
    return row(
        "",
        messages.text("traced.command"),
        messages.text("traced.file"),
        messages.text("traced.sent"),
        messages.text("traced.received"),
        messages.text("traced.outcome"),
        messages.text("traced.millis"));
  }

  private String line(TracedCommand command) {
    String name = (command.form() == Form.PROTECTED ? "● " : "○ ") + command.name();
    String plain =
        row(
            String.valueOf(command.number()),
            name,
            command.file().map(id -> id.label()).orElse(""),
            String.valueOf(command.sent()),
            String.valueOf(command.received()),
            "\0",
            String.valueOf(command.millis()));
    return plain.replace(Columns.pad("\0", OUTCOME), outcome(command));
  }

  private String outcome(TracedCommand command) {
    String padded = Columns.pad(command.outcome(), OUTCOME);
    return command.outcome().equals(SUCCESS) ? padded : style.tint(Tone.CAUTION, padded);
  }

  private static String row(
      String number,
      String name,
      String file,
      String sent,
      String received,
      String outcome,
      String millis) {
    return (right(number, NUMBER)
            + "  "
            + Columns.pad(Columns.cut(name, NAME), NAME)
            + " "
            + Columns.pad(file, FILE)
            + right(sent, BYTES)
            + right(received, BYTES)
            + "  "
            + Columns.pad(outcome, OUTCOME)
            + right(millis, NUMBER))
        .stripTrailing();
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - Columns.of(text))) + text;
  }

  private long sent() {
    return commands.stream().mapToLong(TracedCommand::sent).sum();
  }

  private long received() {
    return commands.stream().mapToLong(TracedCommand::received).sum();
  }

  private long millis() {
    return commands.stream().mapToLong(TracedCommand::millis).sum();
  }

  private long draws() {
    return trace.events().stream().filter(TraceEvent.Drawn.class::isInstance).count();
  }
}
