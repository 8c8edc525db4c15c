package io.cardproof.cli.input;

import io.cardproof.access.AccessKey;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.trace.Trace;
import io.cardproof.reader.trace.TraceHead;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What stands in the head of a trace of a made-up card beyond that of a real one: the key that
 * opens it, and whom to trust. So it can be replayed by whoever has the file.
 */
public final class MadeUp {
  private static final String KEY = TraceHead.MADE_UP;
  private static final String ANCHORS = "test-anchors";
  private static final String LINKS = "test-links";
  private static final String SIGNERS = "test-signers";
  private static final String CRL = "test-crl";
  private static final String DISTRUSTED = "test-distrusted";
  private static final String SOURCE = "simulator";
  private static final String LINE_BREAK = "/";

  private MadeUp() {}

  /** What the holder of the card knows, else what is printed on it. */
  public static AccessKey key(SimulatedCard card) throws MalformedInputException {
    if (card.pin().isPresent()) {
      return AccessKey.pin(card.pin().get());
    }
    return card.can().isPresent()
        ? AccessKey.can(card.can().get())
        : AccessKey.mrzLines(String.join("\n", card.mrz()));
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

  /** The same as settings of a trace. */
  public static Map<String, String> notes(SimulatedCard card) {
    Map<String, String> notes = new TreeMap<>();
    notes.put(KEY, keyText(card));
    put(notes, ANCHORS, card.trust());
    put(notes, LINKS, card.links());
    put(notes, SIGNERS, card.signers());
    put(notes, DISTRUSTED, card.distrusted());
    put(notes, CRL, card.crl().length == 0 ? List.of() : List.of(card.crl()));
    return notes;
  }

  /** The key that stands in a trace of a made-up card; empty in that of a real one. */
  public static Optional<AccessKey> key(Trace trace) throws MalformedInputException {
    Optional<String> text = trace.head().setting(KEY);
    return text.isEmpty() ? Optional.empty() : Optional.of(key(trace, text.get().split(" ", 2)));
  }

  /** Trusts whom the trace of a made-up card names: authorities for tests, nobody else. */
  public static void trust(Trace trace, TrustStore.Builder trust) throws MalformedInputException {
    for (String name : List.of(ANCHORS, LINKS, SIGNERS)) {
      for (Bytes certificate : values(trace, name)) {
        // Whatever it is called: it becomes an anchor if it looks like one.
        if (!CertificateView.of(certificate).testOnly()) {
          throw malformed(trace, name, "not for tests only");
        }
        trust.addCertificate(certificate, SOURCE).allowTestAnchors();
      }
    }
    for (Bytes hash : values(trace, DISTRUSTED)) {
      trust.distrust(hash);
    }
    for (Bytes crl : values(trace, CRL)) {
      trust.addCrl(crl, SOURCE);
    }
  }

  private static String keyText(SimulatedCard card) {
    if (card.pin().isPresent()) {
      return "pin " + card.pin().get();
    }
    return card.can().isPresent()
        ? "can " + card.can().get()
        : "mrz " + String.join(LINE_BREAK, card.mrz());
  }

  private static AccessKey key(Trace trace, String[] words) throws MalformedInputException {
    if (words.length != 2) {
      throw malformed(trace, KEY, "not a kind and a key");
    }
    return switch (words[0]) {
      case "pin" -> AccessKey.pin(words[1]);
      case "can" -> AccessKey.can(words[1]);
      case "mrz" -> AccessKey.mrzLines(words[1].replace(LINE_BREAK, "\n"));
      default -> throw malformed(trace, KEY, "not a kind of key");
    };
  }

  private static void put(Map<String, String> notes, String name, List<byte[]> values) {
    if (!values.isEmpty()) {
      notes.put(
          name, values.stream().map(HexFormat.of()::formatHex).collect(Collectors.joining(",")));
    }
  }

  private static List<Bytes> values(Trace trace, String name) throws MalformedInputException {
    try {
      return trace
          .head()
          .setting(name)
          .map(text -> List.of(text.split(",")).stream().map(Bytes::ofHex).toList())
          .orElse(List.of());
    } catch (IllegalArgumentException e) {
      throw malformed(trace, name, "not hexadecimal");
    }
  }

  private static MalformedInputException malformed(Trace trace, String name, String problem) {
    return new MalformedInputException(trace.source(), "setting " + name, problem);
  }
}
