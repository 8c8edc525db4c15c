package io.cardproof.chip;

import io.cardproof.access.AccessKey;
import io.cardproof.document.FileId;
import io.cardproof.error.InspectionException;
import io.cardproof.reader.CardLink;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Policy;
import java.security.SecureRandom;

/** The access step of an inspection alone. */
final class PaceLink {
  private final MeteredPort port;
  private final SecureRandom random;
  private final FileReader reader;

  PaceLink(CardLink link, SecureRandom random) {
    this.port =
        new MeteredPort(
            link,
            Limits.defaults(),
            CancelSignal.never(),
            ProgressListener.none(),
            System::nanoTime);
    this.random = random;
    this.reader =
        new FileReader(
            port,
            new ReadLadder(),
            link.maxResponseBytes(),
            ProgressListener.none(),
            Limits.defaults());
  }

  Access.Opened open(AccessKey key) throws InspectionException {
    FileAnswer cardAccess = new MasterFile(new PlainChannel(port), reader).cardAccess();
    return new Access(port, random, reader, new Admission(Policy.COUNTER)).open(cardAccess, key);
  }

  Bytes read(Access.Opened opened, FileId id) throws InspectionException {
    return reader.read(opened.channel(), id).content();
  }

  int apdus() {
    return port.apdus();
  }
}
