package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityInfos;
import io.cardproof.document.SecurityObject;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.ReaderRecord;
import io.cardproof.evidence.ReadingStats;
import io.cardproof.reader.CardLink;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One pass over the steps: CardAccess, PACE or BAC, application, SOD, DG14, Chip Authentication,
 * DG15, Active Authentication, DG1, DG13, DG2, the rest. All of it comes from one unbroken channel.
 */
final class InspectionRun {
  private final CardLink link;
  private final MeteredPort port;
  private final LongCommands commands;
  private final AccessKey key;
  private final InspectionRequest request;
  private final SecureRandom random;
  private final FileReader reader;
  private final Admission admission;
  private final Captured captured = new Captured();

  InspectionRun(
      CardLink link,
      MeteredPort port,
      LongCommands commands,
      FileReader reader,
      AccessKey key,
      InspectionRequest request,
      SecureRandom random,
      Admission admission) {
    this.link = link;
    this.port = port;
    this.commands = commands;
    this.key = key;
    this.request = request;
    this.random = random;
    this.reader = reader;
    this.admission = admission;
  }

  Evidence execute(Instant capturedAt)
      throws AccessDeniedException,
          CardUnavailableException,
          ProtocolException,
          UnsupportedDocumentException {
    FileAnswer cardAccess = readCardAccess();
    Access access = new Access(port, random, reader, admission);
    try (Access.Opened opened = access.open(cardAccess, key)) {
      opened.files().forEach(captured::keep);
      opened.proofs().forEach(captured::prove);
      readDocument(opened, cardAccess, capturedAt);
      return new Evidence(
          captured.files(),
          opened.record(),
          captured.proofs(),
          key.presented(),
          new ReaderRecord(link.name(), link.atr()),
          capturedAt,
          new ReadingStats(port.apdus(), port.bytesSent(), port.bytesReceived(), port.millis()),
          captured.terminal(),
          Optional.of(admission.policy()));
    }
  }

  private FileAnswer readCardAccess() throws CardUnavailableException, ProtocolException {
    port.enter(Step.CARD_ACCESS);
    MasterFile masterFile = new MasterFile(new PlainChannel(port), reader);
    FileAnswer answer = masterFile.cardAccess();
    captured.keep(FileId.CARD_ACCESS, answer);
    if (request.extent() == Extent.ALL_FILES) {
      captured.keep(FileId.ATR_INFO, masterFile.file(FileId.ATR_INFO));
      captured.keep(FileId.DIR, masterFile.file(FileId.DIR));
    }
    return answer;
  }

  private void readDocument(Access.Opened opened, FileAnswer cardAccess, Instant capturedAt)
      throws CardUnavailableException, ProtocolException, UnsupportedDocumentException {
    Channel channel = opened.channel();
    Set<Integer> listed = readSecurityObject(channel);
    if (request.extent() == Extent.ALL_FILES) {
      read(channel, FileId.COM);
    }
    if (listed.isEmpty()) {
      return;
    }
    Optional<SecurityInfos> dg14 =
        listed.contains(14) ? infos(read(channel, FileId.DG14)) : Optional.empty();
    if (dg14.isPresent()) {
      admission.announced(opened.record(), cardAccess, dg14.get());
    }
    List<ChipKey> chipKeys =
        dg14.map(infos -> ChipKey.ranked(infos, channel.suite())).orElse(List.of());
    DataGroups dataGroups = dataGroups(capturedAt);
    if (chipKeys.isEmpty()) {
      dataGroups.read(new DataGroups.Situation(channel, listed, dg14, Optional.empty()));
      return;
    }
    port.enter(Step.CHIP_AUTHENTICATION);
    Agreement agreement = new ChipAuthentication(port, commands, random).run(channel, chipKeys);
    if (agreement.transcript().statusWord() != Answer.SUCCESS && !isProvenByMapping()) {
      admission.chipAuthenticationRefused();
    }
    Channel after = agreement.channel().<Channel>map(changed -> changed).orElse(channel);
    readAfter(
        agreement,
        dataGroups,
        new DataGroups.Situation(after, listed, dg14, binding(opened, agreement)));
  }

  private DataGroups dataGroups(Instant capturedAt) {
    LocalDate today = LocalDate.ofInstant(capturedAt, ZoneOffset.UTC);
    Optional<TerminalStep> terminalStep =
        request
            .terminal()
            .map(credentials -> new TerminalStep(port, commands, reader, credentials, today));
    return new DataGroups(
        port, reader, commands, request.challenge(), admission, terminalStep, captured);
  }

  private static Optional<TerminalBinding> binding(Access.Opened opened, Agreement agreement) {
    return opened
        .chipIdentifier()
        .flatMap(
            identifier ->
                agreement.compressedTerminalKey().map(key -> new TerminalBinding(identifier, key)));
  }

  private boolean isProvenByMapping() {
    return captured.proofs().stream()
        .anyMatch(ChipProof.ChipAuthenticationMapping.class::isInstance);
  }

  // Whatever the chip sends instead of an answer under the new keys is a proof that failed, and
  // the verifier's to judge: design §5. Silence is not an answer and stays an exception.
  private void readAfter(Agreement agreement, DataGroups dataGroups, DataGroups.Situation situation)
      throws CardUnavailableException, ProtocolException {
    int place = captured.proofs().size();
    try {
      dataGroups.read(situation);
    } catch (ProtocolException e) {
      if (!agreement.hasFailed()) {
        throw e;
      }
    } finally {
      agreement.channel().ifPresent(SecureMessaging::close);
    }
    captured.prove(place, agreement.transcript());
  }

  /** The data groups that the security object lists; none if there is no security object. */
  private Set<Integer> readSecurityObject(Channel channel)
      throws CardUnavailableException, ProtocolException {
    port.enter(Step.READ_FILE);
    FileAnswer answer = read(channel, FileId.SOD);
    if (!answer.isRead() && answer.statusWord() != Answer.FILE_NOT_FOUND) {
      throw new ProtocolException(
          Step.READ_FILE,
          "the chip refuses its security object",
          "ICAO 9303-10 §4.6.2",
          answer.statusWord());
    }
    try {
      return answer.isRead() ? SecurityObject.parse(answer.content()).hashes().keySet() : Set.of();
    } catch (MalformedDocumentException e) {
      // The verifier reports it; without a list there is nothing more that could count.
      return Set.of();
    }
  }

  private static Optional<SecurityInfos> infos(FileAnswer dg14) {
    try {
      return dg14.isRead() ? Optional.of(SecurityInfos.forDg14(dg14.content())) : Optional.empty();
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }

  private FileAnswer read(Channel channel, FileId id)
      throws CardUnavailableException, ProtocolException {
    FileAnswer answer = reader.read(channel, id);
    captured.keep(id, answer);
    return answer;
  }
}
