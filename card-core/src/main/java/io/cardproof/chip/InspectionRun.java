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
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.evidence.ReaderRecord;
import io.cardproof.evidence.ReadingStats;
import io.cardproof.reader.CardLink;
import io.cardproof.value.Bytes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One pass over the steps: CardAccess, PACE or BAC, application, SOD, DG14, Chip Authentication,
 * DG15, Active Authentication, DG1, DG13, DG2, the rest. All of it comes from one unbroken channel.
 */
final class InspectionRun {
  // DG3 and DG4 open by Terminal Authentication only; they are not tried without it.
  private static final Set<Integer> NEEDS_TERMINAL_AUTHENTICATION = Set.of(3, 4);
  private static final List<Integer> FIRST = List.of(1, 13, 2);

  private final CardLink link;
  private final MeteredPort port;
  private final LongCommands commands;
  private final AccessKey key;
  private final Bytes challenge;
  private final SecureRandom random;
  private final FileReader reader;
  private final Admission admission;
  private final List<EvidenceFile> files = new ArrayList<>();
  private final List<ChipProof> proofs = new ArrayList<>();

  InspectionRun(
      CardLink link,
      MeteredPort port,
      LongCommands commands,
      FileReader reader,
      AccessKey key,
      Bytes challenge,
      SecureRandom random,
      Admission admission) {
    this.link = link;
    this.port = port;
    this.commands = commands;
    this.key = key;
    this.challenge = challenge;
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
      files.addAll(opened.files());
      proofs.addAll(opened.proofs());
      readDocument(opened, cardAccess);
      return new Evidence(
          files,
          opened.record(),
          proofs,
          key.presented(),
          new ReaderRecord(link.name(), link.atr()),
          capturedAt,
          new ReadingStats(port.apdus(), port.bytesSent(), port.bytesReceived(), port.millis()),
          Optional.empty(),
          Optional.of(admission.policy()));
    }
  }

  private FileAnswer readCardAccess() throws CardUnavailableException, ProtocolException {
    port.enter(Step.CARD_ACCESS);
    FileAnswer answer = new MasterFile(new PlainChannel(port), reader).cardAccess();
    keep(FileId.CARD_ACCESS, answer);
    return answer;
  }

  private void readDocument(Access.Opened opened, FileAnswer cardAccess)
      throws CardUnavailableException, ProtocolException, UnsupportedDocumentException {
    Channel channel = opened.channel();
    Set<Integer> listed = readSecurityObject(channel);
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
    if (chipKeys.isEmpty()) {
      readDataGroups(channel, listed);
      return;
    }
    port.enter(Step.CHIP_AUTHENTICATION);
    Agreement agreement = new ChipAuthentication(port, commands, random).run(channel, chipKeys);
    if (agreement.transcript().statusWord() != Answer.SUCCESS && !isProvenByMapping()) {
      admission.chipAuthenticationRefused();
    }
    readAfter(agreement, channel, listed);
  }

  private boolean isProvenByMapping() {
    return proofs.stream().anyMatch(ChipProof.ChipAuthenticationMapping.class::isInstance);
  }

  // Whatever the chip sends instead of an answer under the new keys is a proof that failed, and
  // the verifier's to judge: design §5. Silence is not an answer and stays an exception.
  private void readAfter(Agreement agreement, Channel before, Set<Integer> listed)
      throws CardUnavailableException, ProtocolException {
    int place = proofs.size();
    Channel after = agreement.channel().<Channel>map(channel -> channel).orElse(before);
    try {
      readDataGroups(after, listed);
    } catch (ProtocolException e) {
      if (!agreement.hasFailed()) {
        throw e;
      }
    } finally {
      agreement.channel().ifPresent(SecureMessaging::close);
    }
    proofs.add(place, agreement.transcript());
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

  private void readDataGroups(Channel channel, Set<Integer> listed)
      throws CardUnavailableException, ProtocolException {
    port.enter(Step.READ_FILE);
    Optional<ActiveAuthentication> active = activeAuthentication(channel, listed);
    boolean last = active.isPresent() && active.get().mayEndTheChannel();
    if (active.isPresent() && !last) {
      prove(active.get());
    }
    for (int number : remaining(listed)) {
      read(channel, FileId.dataGroup(number));
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

  private void prove(ActiveAuthentication active)
      throws CardUnavailableException, ProtocolException {
    port.enter(Step.ACTIVE_AUTHENTICATION);
    proofs.add(active.run(challenge));
    port.enter(Step.READ_FILE);
  }

  private void proveAtTheEnd(ActiveAuthentication active) throws CardUnavailableException {
    port.enter(Step.ACTIVE_AUTHENTICATION);
    try {
      proofs.add(active.run(challenge));
    } catch (ProtocolException e) {
      proofs.add(ActiveAuthentication.ended(challenge, e));
    }
  }

  // A key that nobody signed proves nothing, but the report names it.
  private void lookForUnlistedKey(Channel channel)
      throws CardUnavailableException, ProtocolException {
    FileAnswer dg15 = reader.read(channel, FileId.DG15);
    if (dg15.isRead()) {
      keep(FileId.DG15, dg15);
    }
  }

  private Set<Integer> remaining(Set<Integer> listed) {
    Set<Integer> ordered = new LinkedHashSet<>(FIRST);
    ordered.addAll(listed);
    ordered.retainAll(listed);
    ordered.removeAll(NEEDS_TERMINAL_AUTHENTICATION);
    ordered.removeAll(admission.skipped());
    ordered.removeAll(Set.of(14, 15));
    ordered.removeIf(number -> number < 1 || number > 16);
    return ordered;
  }

  private FileAnswer read(Channel channel, FileId id)
      throws CardUnavailableException, ProtocolException {
    FileAnswer answer = reader.read(channel, id);
    keep(id, answer);
    return answer;
  }

  private void keep(FileId id, FileAnswer answer) {
    files.add(new EvidenceFile(id, answer.content(), answer.statusWord()));
  }
}
