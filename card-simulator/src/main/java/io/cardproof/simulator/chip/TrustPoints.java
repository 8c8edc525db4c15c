package io.cardproof.simulator.chip;

import io.cardproof.simulator.tlv.DataObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the card remembers of the verifying authority, resets or not: one or two trust points and
 * the latest date that it knows to be past, TR-03110-1 §2.3 and TR-03110-3 §2.5.
 */
final class TrustPoints {
  private static final int REFERENCE = 0x42;
  private static final int EF_CVCA = 36;
  private static final int MOST = 2;

  private final List<CvHolder> authorities = new ArrayList<>();
  private LocalDate currentDate;

  /** The state at issue. */
  TrustPoints(TerminalTrust issued) {
    authorities.addAll(issued.authorities());
    currentDate = issued.currentDate();
  }

  LocalDate currentDate() {
    return currentDate;
  }

  Optional<CvHolder> find(String reference) {
    return authorities.stream().filter(a -> a.reference().equals(reference)).findFirst();
  }

  /** Takes the successor that a link certificate introduces; the oldest trust point goes. */
  void add(CvHolder successor) {
    if (find(successor.reference()).isPresent()) {
      return;
    }
    authorities.add(0, successor);
    if (authorities.size() > MOST) {
      authorities.remove(MOST);
    }
  }

  /** The chip has no clock: it learns that this day has come. */
  void advanceTo(LocalDate date) {
    if (date.isAfter(currentDate)) {
      currentDate = date;
    }
  }

  /** EF.CVCA: the references, the current one first, filled with zeros, TR-03110-3 §A.6. */
  byte[] file() {
    byte[][] references =
        authorities.stream()
            .map(a -> a.reference().getBytes(StandardCharsets.ISO_8859_1))
            .map(reference -> DataObject.encode(REFERENCE, reference))
            .toArray(byte[][]::new);
    return Arrays.copyOf(Bytes.join(references), EF_CVCA);
  }
}
