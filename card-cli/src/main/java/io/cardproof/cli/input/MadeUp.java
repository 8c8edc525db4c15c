package io.cardproof.cli.input;

import io.cardproof.MadeUpKey;
import io.cardproof.MadeUpKey.Form;
import io.cardproof.MadeUpTrace;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.Mrz;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.trace.TraceHead;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.TerminalAccess;
import io.cardproof.terminal.CvCertificate;
import io.cardproof.terminal.Pkcs8TerminalKey;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the simulator knows of a card that it made, in the words of the library. In the head of a
 * trace it makes a {@link MadeUpTrace}.
 */
public final class MadeUp {
  private static final String SOURCE = "simulator";

  private MadeUp() {}

  /** What the holder of the card knows, else what is printed on it. */
  public static MadeUpKey key(SimulatedCard card) {
    return key(card, Form.PIN).or(() -> key(card, Form.CAN)).orElseGet(() -> zone(card));
  }

  /** The same in that form, if the card has it. */
  public static Optional<MadeUpKey> key(SimulatedCard card, Form form) {
    Optional<String> text =
        switch (form) {
          case CAN -> card.can();
          case PIN -> card.pin();
          case PUK -> card.puk();
          case QR -> card.qr();
          case MRZ -> Optional.of(zone(card).text());
          case FIELDS -> Optional.of(fields(card));
          case RESUMED ->
              card.pin().flatMap(pin -> card.can().map(can -> pin + MadeUpKey.SEPARATOR + can));
        };
    return text.map(given -> new MadeUpKey(form, given));
  }

  /** Trusts by whom the card is to be trusted. */
  public static void trust(SimulatedCard card, TrustStore.Builder trust) {
    card.trust().forEach(anchor -> trust.addCertificate(Bytes.of(anchor), SOURCE));
    card.links().forEach(link -> trust.addCertificate(Bytes.of(link), SOURCE));
    card.signers().forEach(signer -> trust.addCertificate(Bytes.of(signer), SOURCE));
    card.distrusted().forEach(hash -> trust.distrust(Bytes.of(hash)));
    if (card.crl().length > 0) {
      trust.addCrl(Bytes.of(card.crl()), SOURCE);
    }
  }

  /** The same as settings of a trace, with the key that opened the card. */
  public static Map<String, String> notes(SimulatedCard card, MadeUpKey key) {
    Map<String, String> notes = new TreeMap<>();
    notes.put(TraceHead.MADE_UP, key.setting());
    put(notes, MadeUpTrace.ANCHORS, card.trust());
    put(notes, MadeUpTrace.LINKS, card.links());
    put(notes, MadeUpTrace.SIGNERS, card.signers());
    put(notes, MadeUpTrace.DISTRUSTED, card.distrusted());
    put(notes, MadeUpTrace.CRL, card.crl().length == 0 ? List.of() : List.of(card.crl()));
    return notes;
  }

  /** What opens the files behind Terminal Authentication, if the card has any. */
  public static Optional<TerminalCredentials> terminal(SimulatedCard card)
      throws MalformedInputException {
    Optional<TerminalAccess> access = card.terminal();
    return access.isEmpty() ? Optional.empty() : Optional.of(credentials(access.get()));
  }

  private static TerminalCredentials credentials(TerminalAccess access)
      throws MalformedInputException {
    List<CvCertificate> heap = new ArrayList<>();
    for (byte[] certificate : access.certificates()) {
      heap.add(CvCertificate.parse(SOURCE, Bytes.of(certificate)));
    }
    byte[] pkcs8 = access.pkcs8();
    try {
      return new TerminalCredentials(heap, Pkcs8TerminalKey.parse(pkcs8));
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  private static MadeUpKey zone(SimulatedCard card) {
    return new MadeUpKey(Form.MRZ, String.join(MadeUpKey.LINE_BREAK, card.mrz()));
  }

  private static String fields(SimulatedCard card) {
    try {
      Mrz mrz = Mrz.ofLines(card.mrz().toArray(new String[0]));
      return String.join(MadeUpKey.SEPARATOR, mrz.documentNumber(), mrz.birthDate(), mrz.expiry());
    } catch (MalformedDocumentException e) {
      throw new IllegalStateException("the simulator writes well-formed zones", e);
    }
  }

  private static void put(Map<String, String> notes, String name, List<byte[]> values) {
    if (!values.isEmpty()) {
      notes.put(
          name,
          values.stream()
              .map(HexFormat.of()::formatHex)
              .collect(Collectors.joining(MadeUpTrace.SEPARATOR)));
    }
  }
}
