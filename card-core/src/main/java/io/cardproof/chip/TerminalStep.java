package io.cardproof.chip;

import io.cardproof.document.CvcaPlace;
import io.cardproof.document.CvcaReferences;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityInfos;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.evidence.TerminalRecord;
import io.cardproof.evidence.TerminalRecord.Outcome;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.value.Bytes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything of Terminal Authentication that an inspection does: EF.CVCA, then the protocol. What
 * was read or refused is for the caller to keep.
 */
final class TerminalStep {
  private final MeteredPort port;
  private final LongCommands commands;
  private final FileReader reader;
  private final TerminalCredentials credentials;
  private final LocalDate today;

  TerminalStep(
      MeteredPort port,
      LongCommands commands,
      FileReader reader,
      TerminalCredentials credentials,
      LocalDate today) {
    this.port = port;
    this.commands = commands;
    this.reader = reader;
    this.credentials = credentials;
    this.today = today;
  }

  /** EF.CVCA as the chip gave it, and how the protocol went. */
  record Result(FileAnswer cvca, TerminalRecord record) {}

  /**
   * @param dg14 says where EF.CVCA is, if that is not the usual place
   * @param binding what the terminal signs; empty without Chip Authentication
   */
  Result run(Channel channel, Optional<SecurityInfos> dg14, Optional<TerminalBinding> binding)
      throws CardUnavailableException, ProtocolException {
    port.enter(Step.TERMINAL_AUTHENTICATION);
    Optional<CvcaPlace> elsewhere = dg14.flatMap(CvcaPlace::of);
    FileAnswer cvca = readAuthorities(channel, elsewhere);
    return new Result(
        cvca, cvca.isRead() ? authenticate(channel, cvca.content(), binding) : notRead(elsewhere));
  }

  private FileAnswer readAuthorities(Channel channel, Optional<CvcaPlace> elsewhere)
      throws CardUnavailableException, ProtocolException {
    return elsewhere.isPresent()
        ? reader.readElsewhere(channel, FileId.CVCA, elsewhere.get().fid(), elsewhere.get().sfi())
        : reader.read(channel, FileId.CVCA);
  }

  private static TerminalRecord notRead(Optional<CvcaPlace> elsewhere) {
    return elsewhere.isPresent()
        ? notBegun(Outcome.AUTHORITY_MISPLACED, "EF.CVCA is not where DG14 says", List.of())
        : notBegun(Outcome.AUTHORITY_UNKNOWN, "EF.CVCA was not read", List.of());
  }

  private TerminalRecord authenticate(
      Channel channel, Bytes cvca, Optional<TerminalBinding> binding)
      throws CardUnavailableException, ProtocolException {
    List<String> authorities;
    try {
      authorities = CvcaReferences.parse(cvca).references();
    } catch (MalformedDocumentException e) {
      return notBegun(Outcome.AUTHORITY_UNKNOWN, String.valueOf(e.getMessage()), List.of());
    }
    if (binding.isEmpty()) {
      return notBegun(Outcome.CHIP_AUTHENTICATION_NEEDED, "", authorities);
    }
    return new TerminalAuthentication(channel, commands, credentials, today)
        .run(authorities, binding.get());
  }

  private static TerminalRecord notBegun(Outcome outcome, String detail, List<String> authorities) {
    return TerminalAuthentication.notBegun(authorities, outcome, detail);
  }
}
