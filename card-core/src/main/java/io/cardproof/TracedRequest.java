package io.cardproof;

import io.cardproof.access.AccessKey;
import io.cardproof.chip.Extent;
import io.cardproof.error.MalformedInputException;
import io.cardproof.reader.CardLink;
import io.cardproof.reader.trace.Trace;
import io.cardproof.reader.trace.TraceHead;
import io.cardproof.report.Disclosure;
import io.cardproof.terminal.CvAlgorithm;
import io.cardproof.terminal.CvCertificate;
import io.cardproof.terminal.CvPublicKey;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.terminal.TerminalKey;
import io.cardproof.terminal.TerminalKeyException;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Expectation;
import io.cardproof.verify.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an inspection was told, as settings in the head of its trace. */
record TracedRequest(String policy, InspectionOptions options) {
  private static final String ALL_FILES = "all";
  private static final String CHALLENGE = "challenge";

  TraceHead head(CardLink card, AccessKey.Kind key, Instant now, Map<String, String> notes) {
    Map<String, String> settings = new TreeMap<>(notes);
    settings.put(TraceHead.POLICY, policy);
    settings.put(TraceHead.KEY, key.name().toLowerCase(Locale.ROOT));
    if (options.extent() == Extent.ALL_FILES) {
      settings.put(TraceHead.FILES, ALL_FILES);
    }
    Expectation expectation = options.expectation();
    expectation.challenge().ifPresent(bytes -> settings.put(CHALLENGE, bytes.toHex()));
    if (expectation.demandsProvenPresence()) {
      settings.put(TraceHead.PRESENCE, "proven");
    }
    if (!expectation.disclosure().fields().isEmpty()) {
      settings.put(TraceHead.DISCLOSE, disclosed(expectation.disclosure()));
    }
    options
        .terminal()
        .ifPresent(own -> settings.put(TraceHead.TERMINAL, encoded(own.certificates()).toHex()));
    return new TraceHead(
        card.name().replaceAll("\\p{Cntrl}", " "),
        card.atr(),
        card.maxResponseBytes(),
        now,
        settings);
  }

  /** The policy that {@code trace} was recorded under. */
  static Policy policy(Trace trace) throws MalformedInputException {
    return trace
        .head()
        .setting(TraceHead.POLICY)
        .flatMap(Policy::of)
        .orElseThrow(() -> malformed(trace, TraceHead.POLICY, "no policy of that name"));
  }

  /** What {@code trace} was told, for an inspector of the same policy. */
  static InspectionOptions of(Trace trace, String policy) throws MalformedInputException {
    Optional<String> challenge = trace.head().setting(CHALLENGE);
    InspectionOptions options =
        told(
            trace,
            policy,
            challenge.isEmpty()
                ? Optional.empty()
                : Optional.of(bytes(trace, CHALLENGE, challenge.get())));
    Optional<String> certificates = trace.head().setting(TraceHead.TERMINAL);
    return certificates.isEmpty()
        ? options
        : options.terminal(
            new TerminalCredentials(
                CvCertificate.parseAll(
                    trace.source(), bytes(trace, TraceHead.TERMINAL, certificates.get())),
                new NoKey()));
  }

  /** The same for another card: with that challenge if there was one, without the terminal. */
  static InspectionOptions again(Trace trace, String policy, Bytes challenge)
      throws MalformedInputException {
    return told(trace, policy, trace.head().setting(CHALLENGE).map(old -> challenge));
  }

  private static InspectionOptions told(Trace trace, String policy, Optional<Bytes> challenge)
      throws MalformedInputException {
    if (!policy(trace).id().equals(policy)) {
      throw malformed(trace, TraceHead.POLICY, "recorded under another policy");
    }
    InspectionOptions options =
        InspectionOptions.defaults().expecting(expectation(trace, challenge));
    return trace.head().setting(TraceHead.FILES).equals(Optional.of(ALL_FILES))
        ? options.allFiles()
        : options;
  }

  private static String disclosed(Disclosure disclosure) {
    return disclosure.fields().stream()
        .map(Disclosure.Field::id)
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static Bytes encoded(List<CvCertificate> certificates) {
    return Bytes.concat(certificates.stream().map(CvCertificate::encoded).toArray(Bytes[]::new));
  }

  private static Expectation expectation(Trace trace, Optional<Bytes> challenge)
      throws MalformedInputException {
    Expectation expectation =
        challenge.isEmpty() ? Expectation.none() : challenged(trace, challenge.get());
    Optional<String> fields = trace.head().setting(TraceHead.DISCLOSE);
    return fields.isEmpty()
        ? expectation
        : expectation.disclose(fields(trace, fields.get()).toArray(new Disclosure.Field[0]));
  }

  private static Expectation challenged(Trace trace, Bytes challenge)
      throws MalformedInputException {
    try {
      return trace.head().setting(TraceHead.PRESENCE).isPresent()
          ? Expectation.server(challenge)
          : Expectation.challenge(challenge);
    } catch (IllegalArgumentException e) {
      throw malformed(trace, CHALLENGE, "not eight bytes");
    }
  }

  private static List<Disclosure.Field> fields(Trace trace, String names)
      throws MalformedInputException {
    List<String> wanted = List.of(names.split(","));
    List<Disclosure.Field> fields = new ArrayList<>();
    Arrays.stream(Disclosure.Field.values())
        .filter(field -> wanted.contains(field.id()))
        .forEach(fields::add);
    if (fields.size() != wanted.size()) {
      throw malformed(trace, TraceHead.DISCLOSE, "not fields that can be disclosed");
    }
    return fields;
  }

  private static Bytes bytes(Trace trace, String name, String hex) throws MalformedInputException {
    try {
      return Bytes.ofHex(hex);
    } catch (IllegalArgumentException e) {
      throw malformed(trace, name, "not hexadecimal");
    }
  }

  private static MalformedInputException malformed(Trace trace, String name, String problem) {
    return new MalformedInputException(trace.source(), "setting " + name, problem);
  }

  /** Stands where a replay puts the recorded answers of the key. */
  private static final class NoKey implements TerminalKey {
    @Override
    public boolean fits(CvPublicKey publicKey) {
      return false;
    }

    @Override
    public Bytes sign(CvAlgorithm algorithm, Bytes data) throws TerminalKeyException {
      throw new TerminalKeyException("there is no key");
    }
  }
}
