package io.cardproof;

import io.cardproof.access.AccessKey;
import io.cardproof.error.InspectionException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.trace.Trace;
import io.cardproof.reader.trace.TraceHead;
import io.cardproof.report.Report;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.TrustStore;
import io.cardproof.value.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A trace of a made-up document. Its head has all that a replay needs, the key and whom to trust:
 * so it is a test that everybody can run.
 *
 * <pre>{@code
 * Report report = MadeUpTrace.read(Path.of("expired.trace")).replay();
 * assertEquals(Files.readAllLines(Path.of("expired.expected")), Findings.of(report).lines());
 * }</pre>
 */
public final class MadeUpTrace {
  /** The setting with the certificates of authorities for tests. */
  public static final String ANCHORS = "test-anchors";

  /** The setting with their link certificates. */
  public static final String LINKS = "test-links";

  /** The setting with certificates of document signers. */
  public static final String SIGNERS = "test-signers";

  /** The setting with revocation lists. */
  public static final String CRL = "test-crl";

  /** The setting with SHA-256 values of distrusted certificates. */
  public static final String DISTRUSTED = "test-distrusted";

  /** Between several values of one setting, each in hexadecimal digits. */
  public static final String SEPARATOR = ",";

  private static final String SOURCE = "simulator";
  private static final int SHA_256 = 32;

  private final Trace trace;
  private final MadeUpKey key;

  private MadeUpTrace(Trace trace, MadeUpKey key) {
    this.trace = trace;
    this.key = key;
  }

  /**
   * Reads the trace of a made-up document.
   *
   * @throws IOException if the file cannot be opened or read
   * @throws MalformedInputException if it is no trace, or of a real document
   */
  public static MadeUpTrace read(Path file) throws IOException, MalformedInputException {
    return required(Trace.read(file));
  }

  /**
   * Reads the content of such a trace.
   *
   * @param source a name for the content, for the error's text
   * @throws MalformedInputException if it is no trace, or of a real document
   */
  public static MadeUpTrace parse(Bytes content, String source) throws MalformedInputException {
    return required(Trace.parse(content, source));
  }

  /**
   * That trace, if it is of a made-up document.
   *
   * @throws MalformedInputException if it names a key of no known kind
   */
  public static Optional<MadeUpTrace> of(Trace trace) throws MalformedInputException {
    Optional<String> setting = trace.head().setting(TraceHead.MADE_UP);
    if (setting.isEmpty()) {
      return Optional.empty();
    }
    MadeUpKey key =
        MadeUpKey.parse(setting.get())
            .orElseThrow(() -> malformed(trace, TraceHead.MADE_UP, "not a kind and a key"));
    return Optional.of(new MadeUpTrace(trace, key));
  }

  /** What it holds. */
  public Trace trace() {
    return trace;
  }

  /** The key that opens the document; the caller closes it. */
  public AccessKey key() throws MalformedInputException {
    return key.open();
  }

  /**
   * Trusts whom it names.
   *
   * @throws MalformedInputException if it names somebody who is not for tests only, or the like
   */
  public void addTo(TrustStore.Builder trust) throws MalformedInputException {
    for (String name : List.of(ANCHORS, LINKS, SIGNERS)) {
      for (Bytes certificate : values(name)) {
        // Whatever it is called: it becomes an anchor if it looks like one.
        if (!isForTests(name, certificate)) {
          throw malformed(trace, name, "not for tests only");
        }
        trust.addCertificate(certificate, SOURCE).allowTestAnchors();
      }
    }
    for (Bytes hash : values(DISTRUSTED)) {
      if (hash.length() != SHA_256) {
        throw malformed(trace, DISTRUSTED, "not a SHA-256 value");
      }
      trust.distrust(hash);
    }
    for (Bytes crl : values(CRL)) {
      trust.addCrl(crl, SOURCE);
    }
  }

  /**
   * Makes its report again, with nothing from outside: {@link CardInspector#replay}.
   *
   * @throws MalformedInputException if the inspection asks for anything else than was recorded; the
   *     place is the number of the exchange
   */
  public Report replay() throws InspectionException {
    TrustStore.Builder trust = TrustStore.builder();
    addTo(trust);
    CardInspector inspector =
        CardInspector.builder(trust.build()).policy(CardInspector.policyOf(trace)).build();
    try (AccessKey opened = key()) {
      return inspector.replay(trace, opened);
    }
  }

  private static MadeUpTrace required(Trace trace) throws MalformedInputException {
    return of(trace).orElseThrow(() -> malformed(trace, TraceHead.MADE_UP, "not there"));
  }

  private boolean isForTests(String name, Bytes certificate) throws MalformedInputException {
    try {
      return CertificateView.of(certificate).testOnly();
    } catch (IllegalArgumentException e) {
      throw malformed(trace, name, "not a certificate");
    }
  }

  private List<Bytes> values(String name) throws MalformedInputException {
    try {
      return trace
          .head()
          .setting(name)
          .map(text -> List.of(text.split(SEPARATOR)).stream().map(Bytes::ofHex).toList())
          .orElse(List.of());
    } catch (IllegalArgumentException e) {
      throw malformed(trace, name, "not hexadecimal");
    }
  }

  private static MalformedInputException malformed(Trace trace, String name, String problem) {
    return new MalformedInputException(trace.source(), "setting " + name, problem);
  }
}
