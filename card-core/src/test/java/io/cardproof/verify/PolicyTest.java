package io.cardproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.IssuedCards;
import io.cardproof.access.AccessKey;
import io.cardproof.access.Presented;
import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.document.FileId;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.evidence.TerminalRecord.Outcome;
import io.cardproof.report.Report;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.persona.ActiveAuthenticationVariant;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.trust.AlgorithmTable;
import io.cardproof.trust.Revocation;
import io.cardproof.value.Bytes;
import io.cardproof.verify.Captures.Capture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule under every preset, and under every other consequence that it can have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyTest {
  private final Map<String, Capture> captures = new HashMap<>();

  private Capture citizen() {
    return once("citizen", () -> Captures.of("cccd-2021"));
  }

  private Capture passport() {
    return once("passport", () -> Captures.of("passport-2010"));
  }

  private Capture plain() {
    return once(
        "plain", () -> Captures.of(issued("no-proof", PersonaBuilder.passport("no-proof").bac())));
  }

  private Capture open() {
    return once(
        "open",
        () ->
            Captures.of(
                issued(
                    "open",
                    PersonaBuilder.passport("open")
                        .activeAuthentication(
                            ActiveAuthenticationVariant.rsa(1024, Hash.SHA_256)))));
  }

  /** Most rules need one inspection, and many none. */
  private Capture once(String name, Callable<Capture> inspection) {
    return captures.computeIfAbsent(
        name,
        unknown -> {
          try {
            return inspection.call();
          } catch (Exception e) {
            throw new AssertionError(name, e);
          }
        });
  }

  private static SimulatedCard issued(String name, PersonaBuilder persona) {
    return IssuedCards.once(
        "policy: " + name,
        () ->
            SimulatedCard.builder()
                .persona(persona.build())
                .seed(11)
                .clock(Clock.fixed(Captures.NOW, ZoneOffset.UTC))
                .build());
  }

  /** The table of docs/security-model.md. */
  @ParameterizedTest(name = "{0}: counter {1}, strict {2}, legacy {3}")
  @CsvSource({
    "chip-proof-none,         inconclusive, inconclusive, remark",
    "presence-not-proven,     accepted,     accepted,     accepted",
    "portrait-not-read,       inconclusive, inconclusive, inconclusive",
    "terminal-files-not-read, accepted,     accepted,     accepted",
    "terminal-not-accepted,   remark,       inconclusive, remark",
    "basic-access,            accepted,     remark,       accepted",
    "pace-not-used,           remark,       inconclusive, remark",
    "card-access-mismatch,    remark,       inconclusive, remark",
    "weaker-proof,            remark,       inconclusive, remark",
    "open-chip,               inconclusive, remark,       remark",
    "content-defect,          remark,       failure,      remark",
    "presented-name-differs,  remark,       failure,      remark",
  })
  void thePresetsSay(String rule, String counter, String strict, String legacy) {
    assertEquals(counter, Policy.COUNTER.on(rule(rule)).id());
    assertEquals(strict, Policy.STRICT.on(rule(rule)).id());
    assertEquals(legacy, Policy.LEGACY.on(rule(rule)).id());
  }

  @ParameterizedTest(name = "{0} under {1}")
  @MethodSource("rulesAndPolicies")
  void whatAPolicySaysIsWhatTheVerifierDoes(PolicyRule rule, Policy policy) {
    Situation situation = situation(rule);
    Report report =
        new Verifier(situation.trustOf().trust(), policy)
            .verify(situation.evidence(), Expectation.none(), situation.now());
    assertEquals(policy.id(), report.policy());
    boolean remarked = Judged.remarks(report).contains(situation.remark());
    switch (policy.on(rule)) {
      case ACCEPTED, REMARK -> {
        assertEquals(Set.of(), Judged.notPassed(report));
        assertInstanceOf(Verdict.Authentic.class, report.verdict());
        assertEquals(policy.on(rule) == Consequence.REMARK, remarked);
      }
      case INCONCLUSIVE, REFUSAL -> {
        assertEquals(Set.of(situation.check()), Judged.notPassed(report));
        assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
      }
      case FAILURE -> {
        assertEquals(Set.of(situation.check()), Judged.notPassed(report));
        assertInstanceOf(Verdict.NotAuthentic.class, report.verdict());
      }
    }
  }

  static Stream<Arguments> rulesAndPolicies() {
    List<Arguments> all = new ArrayList<>();
    for (PolicyRule rule : PolicyRule.values()) {
      Policy.presets().forEach(preset -> all.add(Arguments.of(rule, preset)));
      for (Consequence consequence : Consequence.values()) {
        if (rule.allows(consequence)) {
          all.add(Arguments.of(rule, Policy.COUNTER.with(rule, consequence)));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"counter, soft", "strict, required", "legacy, soft"})
  void thePresetsAskOfRevocationLists(String preset, String rule) {
    assertEquals(rule, Policy.of(preset).orElseThrow().revocation().id());
  }

  @ParameterizedTest(name = "{0}, list fresh: {1}")
  @CsvSource({
    "off,      true,  false, revocation-not-checked, authentic",
    "off,      false, false, revocation-not-checked, authentic",
    "soft,     true,  false, '',                     authentic",
    "soft,     false, true,  '',                     authentic",
    "required, true,  false, '',                     authentic",
    "required, false, true,  revocation-unknown,     inconclusive",
  })
  void revocationIsOffSoftOrRequired(
      String id, boolean fresh, boolean remark, String reason, String verdict) {
    Policy policy = Policy.COUNTER.with(RevocationRule.valueOf(id.toUpperCase(Locale.ROOT)));
    Instant now = fresh ? Captures.NOW : Captures.NOW.plus(Duration.ofDays(200));
    Report report =
        new Verifier(citizen().trust(), policy)
            .verify(citizen().evidence(), Expectation.none(), now);
    assertEquals(verdict, report.verdict().id());
    assertEquals(remark, Judged.remarks(report).contains("revocation-unknown"));
    assertEquals(
        reason, report.check(CheckId.REVOCATION).orElseThrow().reason().map(Reason::id).orElse(""));
    assertEquals(!id.equals("off"), report.revocation().isPresent());
    assertEquals(id.equals("soft") ? "counter" : "counter,revocation=" + id, policy.id());
  }

  @Test
  void theReportSaysHowFreshTheListIs() {
    Report fresh =
        new Verifier(citizen().trust(), Policy.COUNTER)
            .verify(citizen().evidence(), Expectation.none(), Captures.NOW);
    Revocation.Good good =
        assertInstanceOf(Revocation.Good.class, fresh.revocation().orElseThrow());
    assertTrue(good.lists().get(0).freshAt(Captures.NOW));
    Report stale =
        new Verifier(citizen().trust(), Policy.COUNTER)
            .verify(
                citizen().evidence(), Expectation.none(), Captures.NOW.plus(Duration.ofDays(200)));
    Revocation.Unknown unknown =
        assertInstanceOf(Revocation.Unknown.class, stale.revocation().orElseThrow());
    assertEquals(Revocation.Cause.STALE, unknown.cause());
    assertEquals(good.lists().get(0), unknown.newest().orElseThrow());
  }

  @Test
  void aPolicyMayBelieveLess() {
    AlgorithmTable.Row sooner =
        new AlgorithmTable.Row(new AlgorithmTable.Subject.Digest("SHA-256"), LocalDate.EPOCH);
    Policy policy = Policy.COUNTER.with(sooner);
    Report report =
        new Verifier(citizen().trust(), policy)
            .verify(citizen().evidence(), Expectation.none(), Captures.NOW);
    assertInstanceOf(Verdict.Inconclusive.class, report.verdict());
    assertTrue(
        Judged.notPassed(report).contains("passive-authentication.signature algorithm-too-weak"));
    assertEquals("counter,sha-256-until=1970-01-01", policy.id());
    assertNotEquals(Policy.COUNTER, policy);
  }

  /** A genuine card in a situation that only a policy decides about. */
  private record Situation(
      Capture trustOf, Evidence evidence, Instant now, String remark, String check) {}

  private Situation situation(PolicyRule rule) {
    return switch (rule) {
      case PRESENCE_NOT_PROVEN ->
          of(
              citizen(),
              citizen().evidence(),
              "presence-not-proven",
              "active-authentication presence-not-proven");
      case PORTRAIT_NOT_READ ->
          of(
              citizen(),
              without(FileId.DG2),
              "portrait-not-read",
              "passive-authentication.hash.dg2 file-not-read");
      case TERMINAL_FILES_NOT_READ ->
          of(
              citizen(),
              citizen().evidence(),
              "terminal-files-not-read",
              "passive-authentication.hash.dg3 terminal-authentication-needed");
      case TERMINAL_NOT_ACCEPTED ->
          of(
              citizen(),
              Terminals.with(citizen().evidence(), Outcome.CERTIFICATE_REFUSED),
              "terminal-not-accepted",
              "terminal-authentication terminal-certificate-refused");
      case BASIC_ACCESS ->
          of(
              passport(),
              passport().evidence(),
              "basic-access",
              "access.downgrade basic-access-used");
      case PACE_NOT_USED ->
          of(
              citizen(),
              opened(citizen().evidence(), basicAccess()),
              "access-downgrade",
              "access.downgrade pace-not-used");
      case CARD_ACCESS_MISMATCH ->
          of(
              citizen(),
              Tampered.withFile(
                  citizen().evidence(), FileId.CARD_ACCESS, PolicyTest::otherParameters),
              "access-downgrade",
              "access.downgrade card-access-mismatch");
      case WEAKER_PROOF ->
          of(
              citizen(),
              chipAuthenticationRefused(),
              "weaker-proof",
              "chip-proof.downgrade weaker-proof-used");
      case OPEN_CHIP ->
          of(open(), open().evidence(), "open-chip", "access.downgrade no-access-control");
      case CONTENT_DEFECT ->
          of(
              citizen(),
              Tampered.with(citizen().evidence(), withOddCommon(citizen().evidence())),
              "file-tag-wrong",
              "content-conformance file-tag-wrong");
      case PRESENTED_NAME_DIFFERS ->
          of(
              passport(),
              named(passport().evidence()),
              "presented-name",
              "consistency.presented presented-name-differs");
      case CHIP_PROOF_NONE ->
          of(plain(), plain().evidence(), "chip-proof-none", "chip-authentication chip-proof-none");
    };
  }

  private static Situation of(Capture capture, Evidence evidence, String remark, String check) {
    return new Situation(capture, evidence, Captures.NOW, remark, check);
  }

  private static PolicyRule rule(String id) {
    return Stream.of(PolicyRule.values())
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Evidence named(Evidence evidence) {
    Presented.MrzData presented = (Presented.MrzData) evidence.presented();
    return new Evidence(
        evidence.files(),
        evidence.access(),
        evidence.proofs(),
        new Presented.MrzData(
            presented.documentNumber(), presented.birth(), presented.expiry(), "OTHER<<NAME"),
        evidence.reader(),
        evidence.capturedAt(),
        evidence.reading());
  }

  /** EF.COM is unsigned: it can be made up. */
  private static List<EvidenceFile> withOddCommon(Evidence evidence) {
    List<EvidenceFile> files = new ArrayList<>(evidence.files());
    files.add(new EvidenceFile(FileId.COM, Bytes.ofHex("6103" + "5C0161"), 0x9000));
    return files;
  }

  private Evidence without(FileId id) {
    List<EvidenceFile> files = new ArrayList<>(citizen().evidence().files());
    files.removeIf(file -> file.id() == id);
    return Tampered.with(citizen().evidence(), files);
  }

  private static Evidence opened(Evidence evidence, AccessRecord access) {
    return new Evidence(
        evidence.files(),
        access,
        evidence.proofs(),
        evidence.presented(),
        evidence.reader(),
        evidence.capturedAt(),
        evidence.reading());
  }

  private static AccessRecord basicAccess() {
    return new AccessRecord(
        AccessRecord.Protocol.BAC,
        Optional.of(AccessKey.Kind.MRZ),
        Optional.empty(),
        OptionalInt.empty(),
        false);
  }

  // The last octet of the PACEInfo is its parameter id.
  private static Bytes otherParameters(Bytes cardAccess) {
    byte[] changed = cardAccess.toByteArray();
    int at = Tampered.indexOf(cardAccess, Bytes.ofHex("04007F0007020204")) + 10;
    while (!(changed[at] == 0x02 && changed[at + 1] == 0x01 && changed[at + 2] == 0x0D)) {
      at++;
    }
    changed[at + 2] = 0x10;
    return Bytes.of(changed);
  }

  private Evidence chipAuthenticationRefused() {
    return Tampered.with(
        citizen().evidence(),
        proofs ->
            proofs.stream()
                .map(
                    proof ->
                        proof instanceof ChipProof.ChipAuthentication ca
                            ? new ChipProof.ChipAuthentication(
                                ca.protocolOid(),
                                ca.keyId(),
                                ca.terminalPublicKey(),
                                ca.terminalPrivateKey(),
                                0x6A80,
                                Bytes.empty(),
                                Bytes.empty())
                            : proof)
                .toList());
  }
}
