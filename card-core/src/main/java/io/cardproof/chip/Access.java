package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityInfos;
import io.cardproof.error.AccessDeniedException;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.error.UnsupportedDocumentException;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.EvidenceFile;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Opens the chip: PACE where the chip offers a variant that we speak, else BAC. After PACE has been
 * tried there is no BAC: a refused key is the caller's to ask for again.
 */
final class Access {
  private final MeteredPort port;
  private final SecureRandom random;
  private final Admission admission;

  Access(MeteredPort port, SecureRandom random, Admission admission) {
    this.port = port;
    this.random = random;
    this.admission = admission;
  }

  /**
   * An open chip with its application selected.
   *
   * @param proofs what opening it already proved
   * @param files what was read of the master file meanwhile
   */
  record Opened(
      Channel channel, AccessRecord record, List<ChipProof> proofs, List<EvidenceFile> files)
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
    Optional<SecurityInfos> infos = infos(cardAccess);
    Optional<PaceOffer> offer = infos.flatMap(PaceOffer::choose);
    if (offer.isPresent()) {
      return byPace(offer.get(), key);
    }
    boolean paceOffered = infos.isPresent() && !infos.get().pace().isEmpty();
    return byBac(paceOffered, key);
  }

  // A file that does not parse offers nothing. It is not signed, so it proves nothing either; the
  // verifier compares it with what DG14 says.
  private static Optional<SecurityInfos> infos(FileAnswer cardAccess) {
    try {
      return cardAccess.isRead()
          ? Optional.of(SecurityInfos.parse(cardAccess.content()))
          : Optional.empty();
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }

  private Opened byPace(PaceOffer offer, AccessKey key)
      throws AccessDeniedException,
          CardUnavailableException,
          ProtocolException,
          UnsupportedDocumentException {
    port.enter(Step.PACE);
    SecureMessaging channel =
        SecureMessaging.fromZero(port, new Pace(new PlainChannel(port), random).run(offer, key));
    boolean selected = false;
    try {
      port.enter(Step.SELECT_APPLICATION);
      Application.select(channel);
      selected = true;
    } finally {
      if (!selected) {
        channel.close();
      }
    }
    return new Opened(channel, paceRecord(offer, key), List.of(), List.of());
  }

  private static AccessRecord paceRecord(PaceOffer offer, AccessKey key) {
    return new AccessRecord(
        AccessRecord.Protocol.PACE_GM,
        Optional.of(key.kind()),
        Optional.of(offer.oid()),
        OptionalInt.of(offer.parameterId()),
        true);
  }

  private Opened byBac(boolean paceOffered, AccessKey key)
      throws AccessDeniedException,
          CardUnavailableException,
          ProtocolException,
          UnsupportedDocumentException {
    admission.basicAccess(paceOffered);
    port.enter(Step.SELECT_APPLICATION);
    Application.select(new PlainChannel(port));
    port.enter(Step.BAC);
    if (key.kind() != AccessKey.Kind.MRZ) {
      throw new UnsupportedDocumentException(
          Step.BAC, "this document opens with the data of its MRZ, not with a card access number");
    }
    SecureMessaging channel = new Bac(port, random).run(key);
    return new Opened(
        channel,
        new AccessRecord(
            AccessRecord.Protocol.BAC,
            Optional.of(key.kind()),
            Optional.empty(),
            OptionalInt.empty(),
            paceOffered),
        List.of(),
        List.of());
  }
}
