package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.document.FileId;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.value.Bytes;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Opens the chip: PACE where the chip offers a variant that we speak, else BAC, else as it is.
 * After PACE has been tried there is nothing else: a refused key is the caller's to ask for again.
 */
final class Access {
  private final MeteredPort port;
  private final SecureRandom random;
  private final FileReader reader;
  private final Admission admission;

  Access(MeteredPort port, SecureRandom random, FileReader reader, Admission admission) {
    this.port = port;
    this.random = random;
    this.reader = reader;
    this.admission = admission;
  }

  /**
   * An open chip with its application selected.
   *
   * @param proofs what opening it already proved
   * @param files what was read of the master file meanwhile
   * @param chipIdentifier ID_PICC of Terminal Authentication, TR-03110-1 §3.5
   */
  record Opened(
      Channel channel,
      AccessRecord record,
      List<ChipProof> proofs,
      List<EvidenceFile> files,
      Optional<Bytes> chipIdentifier)
      implements AutoCloseable {
    @Override
    public void close() {
      channel.close();
    }
  }

  Opened open(FileAnswer cardAccess, AccessKey key)
      throws AccessDeniedException,
          CardUnavailableException,
          ProtocolException,
          UnsupportedDocumentException {
    OfferedPace offered = OfferedPace.in(cardAccess);
    Optional<PaceAccess.Opened> opened = byPace(cardAccess, offered, key);
    return opened.isPresent()
        ? inApplication(opened.get(), record(opened.get().offer(), offered.isOffered(), key))
        : withoutPace(offered, key);
  }

  // Where EF.CardAccess cannot be reached, a card access number still says that there is PACE.
  private Optional<PaceAccess.Opened> byPace(
      FileAnswer cardAccess, OfferedPace offered, AccessKey key)
      throws AccessDeniedException, CardUnavailableException, ProtocolException {
    PaceAccess pace = new PaceAccess(port, random);
    if (!offered.ranked().isEmpty()) {
      port.enter(Step.PACE);
      return Optional.of(pace.open(offered.ranked(), key));
    }
    if (!cardAccess.isRead() && key.kind() == AccessKey.Kind.CAN) {
      port.enter(Step.PACE);
      return pace.probe(PaceOffer.builtIn(), key);
    }
    return Optional.empty();
  }

  private Opened inApplication(PaceAccess.Opened opened, AccessRecord record)
      throws CardUnavailableException, ProtocolException, UnsupportedDocumentException {
    SecureMessaging channel = opened.channel();
    boolean selected = false;
    try {
      List<EvidenceFile> files =
          opened.proof().isPresent() ? List.of(cardSecurity(channel)) : List.of();
      port.enter(Step.SELECT_APPLICATION);
      Application.select(channel);
      selected = true;
      return new Opened(
          channel,
          record,
          opened.proof().stream().toList(),
          files,
          Optional.of(opened.chipIdentifier()));
    } finally {
      if (!selected) {
        channel.close();
      }
    }
  }

  // The key by which Chip Authentication Mapping is judged, ICAO 9303-11 §4.4.3.5.
  private EvidenceFile cardSecurity(Channel channel)
      throws CardUnavailableException, ProtocolException {
    port.enter(Step.READ_FILE);
    FileAnswer answer = new MasterFile(channel, reader).cardSecurity();
    return new EvidenceFile(FileId.CARD_SECURITY, answer.content(), answer.statusWord());
  }

  private static AccessRecord record(PaceOffer offer, boolean announced, AccessKey key) {
    return new AccessRecord(
        offer.variant().mapping().protocol(),
        Optional.of(key.kind()),
        Optional.of(offer.variant().oid()),
        offer.parameterId(),
        announced);
  }

  private Opened withoutPace(OfferedPace offered, AccessKey key)
      throws AccessDeniedException,
          CardUnavailableException,
          ProtocolException,
          UnsupportedDocumentException {
    if (key.kind() != AccessKey.Kind.MRZ && offered.whyNone().isPresent()) {
      throw new UnsupportedDocumentException(Step.PACE, offered.whyNone().get());
    }
    Channel plain = new PlainChannel(port);
    selectApplication(plain, offered);
    Optional<Opened> basic = byBac(plain, offered, key);
    if (basic.isPresent()) {
      return basic.get();
    }
    if (givesItsSecurityObject(plain)) {
      admission.openChip();
      return new Opened(plain, AccessRecord.none(), List.of(), List.of(), Optional.empty());
    }
    throw new UnsupportedDocumentException(Step.BAC, whyNothing(offered, key.kind()));
  }

  // A chip that wants PACE first may refuse to select anything; then the offer is the reason.
  private void selectApplication(Channel plain, OfferedPace offered)
      throws CardUnavailableException, ProtocolException, UnsupportedDocumentException {
    port.enter(Step.SELECT_APPLICATION);
    try {
      Application.select(plain);
    } catch (ProtocolException e) {
      if (offered.whyNone().isPresent()) {
        throw new UnsupportedDocumentException(Step.PACE, offered.whyNone().get());
      }
      throw e;
    }
  }

  private Optional<Opened> byBac(Channel plain, OfferedPace offered, AccessKey key)
      throws AccessDeniedException,
          CardUnavailableException,
          ProtocolException,
          UnsupportedDocumentException {
    if (key.kind() != AccessKey.Kind.MRZ) {
      return Optional.empty();
    }
    port.enter(Step.BAC);
    Bac bac = new Bac(port, random);
    Optional<Bytes> challenge = bac.challenge();
    if (challenge.isEmpty()) {
      return Optional.empty();
    }
    admission.basicAccess(offered.isOffered());
    try {
      SecureMessaging channel = bac.run(key, challenge.get());
      return Optional.of(
          new Opened(
              channel,
              basic(offered, key),
              List.of(),
              List.of(),
              Optional.of(key.documentNumber())));
    } catch (AccessDeniedException e) {
      // A chip may give challenges and not know BAC: then it is open, or the refusal stands.
      if (isAboutTheKey(e) || !givesItsSecurityObject(plain)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static boolean isAboutTheKey(AccessDeniedException e) {
    return new Answer(Bytes.empty(), e.statusWord()).isWrongPassword();
  }

  private static AccessRecord basic(OfferedPace offered, AccessKey key) {
    return new AccessRecord(
        AccessRecord.Protocol.BAC,
        Optional.of(key.kind()),
        Optional.empty(),
        OptionalInt.empty(),
        offered.isOffered());
  }

  // What a chip without access control does for everybody.
  private boolean givesItsSecurityObject(Channel plain)
      throws CardUnavailableException, ProtocolException {
    FileAnswer answer = reader.read(plain, FileId.SOD);
    return answer.isRead() && answer.content().at(0) == FileId.SOD.tag();
  }

  private static String whyNothing(OfferedPace offered, AccessKey.Kind kind) {
    return kind == AccessKey.Kind.MRZ
        ? offered
            .whyNone()
            .orElse("the chip offers neither a PACE protocol that is known here nor BAC")
        : "this document opens with the data of its MRZ, not with a " + kind;
  }
}
