package io.cardproof.chip;

import io.cardproof.document.FileId;
import io.cardproof.document.SecurityInfos;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.evidence.TerminalRecord;
import io.cardproof.evidence.TerminalRecord.Outcome;
import io.cardproof.terminal.TerminalRight;
import io.cardproof.value.Bytes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps after Chip Authentication: DG15, Active Authentication, DG1, DG13, DG2, the rest, then
 * Terminal Authentication and what it opens.
 */
final class DataGroups {
  // DG3 and DG4 open by Terminal Authentication only; they are not tried without it.
  private static final Set<Integer> NEEDS_TERMINAL_AUTHENTICATION = Set.of(3, 4);
  private static final List<Integer> FIRST = List.of(1, 13, 2);

  private final MeteredPort port;
  private final FileReader reader;
  private final LongCommands commands;
  private final Bytes challenge;
  private final Admission admission;
  private final Optional<TerminalStep> terminalStep;
  private final Captured captured;

  DataGroups(
      MeteredPort port,
      FileReader reader,
      LongCommands commands,
      Bytes challenge,
      Admission admission,
      Optional<TerminalStep> terminalStep,
      Captured captured) {
    this.port = port;
    this.reader = reader;
    this.commands = commands;
    this.challenge = challenge;
    this.admission = admission;
    this.terminalStep = terminalStep;
    this.captured = captured;
  }

  /**
   * Where the inspection stands when the data groups are read.
   *
   * @param channel the channel after Chip Authentication, or before it if there was none
   * @param listed the data groups that the security object lists
   * @param dg14 what the document announces
   * @param binding what a terminal signs; empty without Chip Authentication
   */
  record Situation(
      Channel channel,
      Set<Integer> listed,
      Optional<SecurityInfos> dg14,
      Optional<TerminalBinding> binding) {}

  void read(Situation situation) throws CardUnavailableException, ProtocolException {
    port.enter(Step.READ_FILE);
    Channel channel = situation.channel();
    Optional<ActiveAuthentication> active = activeAuthentication(channel, situation.listed());
    boolean last = active.isPresent() && active.get().mayEndTheChannel();
    if (active.isPresent() && !last) {
      prove(active.get());
    }
    for (int number : remaining(situation.listed())) {
      read(channel, FileId.dataGroup(number));
    }
    if (terminalStep.isPresent()) {
      readAuthorised(situation, terminalStep.get());
    }
    if (last) {
      proveAtTheEnd(active.get());
    }
  }

  private Optional<ActiveAuthentication> activeAuthentication(Channel channel, Set<Integer> listed)
      throws CardUnavailableException, ProtocolException {
    if (!listed.contains(15)) {
      lookForUnlistedKey(channel);
      return Optional.empty();
    }
    FileAnswer dg15 = read(channel, FileId.DG15);
    return dg15.isRead()
        ? Optional.of(new ActiveAuthentication(channel, commands, dg15.content()))
        : Optional.empty();
  }

  // A key that nobody signed proves nothing, but the report names it.
  private void lookForUnlistedKey(Channel channel)
      throws CardUnavailableException, ProtocolException {
    FileAnswer dg15 = reader.read(channel, FileId.DG15);
    if (dg15.isRead()) {
      captured.keep(FileId.DG15, dg15);
    }
  }

  private void prove(ActiveAuthentication active)
      throws CardUnavailableException, ProtocolException {
    port.enter(Step.ACTIVE_AUTHENTICATION);
    captured.prove(active.run(challenge));
    port.enter(Step.READ_FILE);
  }

  private void proveAtTheEnd(ActiveAuthentication active) throws CardUnavailableException {
    port.enter(Step.ACTIVE_AUTHENTICATION);
    try {
      captured.prove(active.run(challenge));
    } catch (ProtocolException e) {
      captured.prove(ActiveAuthentication.ended(challenge, e));
    }
  }

  private Set<Integer> remaining(Set<Integer> listed) {
    Set<Integer> ordered = new LinkedHashSet<>(FIRST);
    ordered.addAll(listed);
    ordered.retainAll(listed);
    ordered.removeAll(NEEDS_TERMINAL_AUTHENTICATION);
    ordered.removeAll(admission.skipped());
    ordered.removeAll(Set.of(14, 15));
    return ordered;
  }

  // Some documents put more behind Terminal Authentication than DG3 and DG4: what was refused for
  // want of a right is asked for once more.
  private void readAuthorised(Situation situation, TerminalStep step)
      throws CardUnavailableException, ProtocolException {
    List<FileId> refused = captured.refusedBy(Answer.NOT_ALLOWED);
    if (refused.isEmpty()
        && NEEDS_TERMINAL_AUTHENTICATION.stream().noneMatch(situation.listed()::contains)) {
      captured.authenticated(
          TerminalAuthentication.notBegun(
              List.of(), Outcome.NOT_NEEDED, "the document has no files behind it"));
      return;
    }
    TerminalStep.Result result =
        step.run(situation.channel(), situation.dg14(), situation.binding());
    captured.keep(FileId.CVCA, result.cvca());
    captured.authenticated(result.record());
    port.enter(Step.READ_FILE);
    for (FileId id : opened(result.record(), refused, situation.listed())) {
      read(situation.channel(), id);
    }
  }

  private static List<FileId> opened(
      TerminalRecord record, List<FileId> refused, Set<Integer> listed) {
    Set<FileId> opened = new LinkedHashSet<>();
    if (record.passed()) {
      opened.addAll(refused);
    }
    record.effectiveRights().stream()
        .sorted()
        .map(DataGroups::fileOf)
        .filter(id -> listed.contains(id.dataGroupNumber().orElseThrow()))
        .forEach(opened::add);
    return List.copyOf(opened);
  }

  private static FileId fileOf(TerminalRight right) {
    return switch (right) {
      case READ_DG3 -> FileId.DG3;
      case READ_DG4 -> FileId.DG4;
    };
  }

  private FileAnswer read(Channel channel, FileId id)
      throws CardUnavailableException, ProtocolException {
    FileAnswer answer = reader.read(channel, id);
    captured.keep(id, answer);
    return answer;
  }
}
