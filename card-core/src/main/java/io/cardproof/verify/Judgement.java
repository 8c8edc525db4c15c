package io.cardproof.verify;

import io.cardproof.check.CheckId;
import io.cardproof.check.Reason;
import io.cardproof.document.CardSecurity;
import io.cardproof.document.SecurityInfos;
import io.cardproof.document.SecurityObject;
import io.cardproof.document.SignedFile;
import io.cardproof.evidence.Evidence;
import io.cardproof.report.Holder;
import io.cardproof.report.Presence;
import io.cardproof.report.Report;
import io.cardproof.report.Signer;
import io.cardproof.report.Unverified;
import io.cardproof.report.Verdict;
import io.cardproof.trust.CertificateView;
import io.cardproof.trust.Deviations;
import io.cardproof.trust.SignerPath;
import io.cardproof.trust.TrustStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One run of the rules over one evidence, in the order of the report. */
final class Judgement {
  private final TrustStore trust;
  private final Policy policy;
  private final SignerCache signers;
  private final Evidence evidence;
  private final Expectation expectation;
  private final Instant now;
  private final Findings findings = new Findings();

  private DocumentView document = DocumentView.of(new GenuineFiles());
  private Optional<CertificateView> signer = Optional.empty();
  private Optional<SignerPath> path = Optional.empty();
  private Optional<Instant> signedAt = Optional.empty();
  private Optional<LocalDate> expired = Optional.empty();
  private Presence presence = Presence.NONE;

  Judgement(
      TrustStore trust,
      Policy policy,
      SignerCache signers,
      Evidence evidence,
      Expectation expectation,
      Instant now) {
    this.trust = trust;
    this.policy = policy;
    this.signers = signers;
    this.evidence = evidence;
    this.expectation = expectation;
    this.now = now;
  }

  Report report() {
    try {
      judge();
    } catch (RuntimeException e) {
      // The one border to libraries that meet content nobody thought of. What was found so far
      // stays, and the verdict cannot be better than open.
      findings.inconclusive(
          CheckId.SIGNATURE, Reason.INTERNAL_ERROR, Clauses.PASSIVE_AUTHENTICATION);
    }
    trust.remarks().forEach(findings::remark);
    return assembled();
  }

  private void judge() {
    PassiveAuthentication passive = new PassiveAuthentication(signers, policy, findings);
    Optional<SecurityObject> found = passive.securityObject(evidence);
    if (found.isEmpty()) {
      return;
    }
    SecurityObject sod = found.get();
    FileHashes.Result hashes = FileHashes.compare(evidence, sod, policy);
    document = DocumentView.of(hashes.genuine());
    Optional<KnownSigner> known = passive.signer(sod);
    if (known.isPresent()) {
      CertificateView certificate = known.get().certificate();
      signer = Optional.of(certificate);
      signedAt = Optional.of(signingReference(sod, certificate));
      path = passive.judge(sod, known.get(), signedAt.get(), now);
    }
    deviations();
    hashes.checks().forEach(findings::add);
    hashes.remarks().forEach(findings::remark);
    CardSecurityAuthentication.Result cardSecurity = cardSecurity();
    findings.add(cardSecurity.check());
    Presence shown =
        new ChipAuthenticity(
                new ChipAuthenticity.Signed(
                    sod, hashes.genuine(), document.infos(), cardSecurity.genuine()),
                evidence,
                expectation,
                policy)
            .judge(findings);
    // A proof says nothing about a document that nobody trusts.
    presence = covered() ? shown : Presence.NONE;
    List<SecurityInfos> signed =
        Stream.of(document.infos(), cardSecurity.genuine().map(CardSecurity::infos))
            .flatMap(Optional::stream)
            .toList();
    new ProofStrength(policy, findings).judge(signed);
    new Downgrade(policy, findings).judge(evidence, signed);
    evidence.terminal().ifPresent(new TerminalAcceptance(policy, findings)::judge);
    new Consistency(document, policy, findings).judge(evidence, sod, path);
    new Content(policy, findings)
        .judge(evidence, sod, known.flatMap(KnownSigner::conformance), hashes.genuine());
    expired = new Expiry(document, findings).judge(now);
  }

  private void deviations() {
    if (path.isPresent()) {
      new Deviations(trust)
          .remarks(path.get().signer(), document.mrz(), signedAt.orElse(now))
          .forEach(findings::remark);
    }
  }

  private CardSecurityAuthentication.Result cardSecurity() {
    return new CardSecurityAuthentication(signers, policy, findings)
        .judge(evidence, signer, this::signingReference, now);
  }

  private Instant signingReference(SignedFile file, CertificateView certificate) {
    return file.signer().signingTime().or(document::issued).orElse(certificate.notBefore());
  }

  private boolean covered() {
    return findings.passed(CheckId.SIGNATURE) && findings.passed(CheckId.CHAIN);
  }

  private Report assembled() {
    Optional<Holder> holder = new Holders(document, expectation.disclosure()).holder(now);
    Verdict verdict = VerdictRules.decide(findings.checks(), holder, presence, expired);
    return new Report(
        verdict,
        presence,
        findings.checks(),
        findings.remarks(),
        signer.map(view -> new Signer(view.der(), view.subjectText())),
        path.filter(any -> policy.revocation() != RevocationRule.OFF)
            .map(found -> found.revocation().at(now)),
        path.map(found -> found.anchor().certificate().testOnly()).orElse(false),
        policy.id(),
        now,
        signedAt,
        new Unverified(
            document.mrz(),
            document.citizen().map(expectation.disclosure()::apply),
            document.portrait()),
        evidence);
  }
}
