package io.cardproof.simulator;

import io.cardproof.simulator.inspection.CaseFault;
import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.issuer.DocumentSigner;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.TerminalRealm;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.Persona;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Has a persona's document issued, with the faults that lie in the issuing. */
final class IssuedCard {
  private static final int FIRST_YEAR = 2001;
  private static final int LAST_YEAR = 2080;
  private static final int MOST_DATA_GROUPS = 16;

  private final Persona persona;
  private final FaultPlan faults;
  private final RandomSource random;
  private final Instant now;

  IssuedCard(Persona persona, FaultPlan faults, RandomSource random, Instant now) {
    this.persona = persona;
    this.faults = faults;
    this.random = random;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
  }

  SimulatedCard make() {
    try {
      return issued();
    } catch (IllegalArgumentException e) {
      throw faults.refused(persona, e);
    }
  }

  private SimulatedCard issued() {
    LocalDate day = dayOfReference();
    IssuingParties parties =
        new IssuingParties(persona.issuer(), persona.signing(day), faults, random);
    CaseFault fault = faults.caseFault();
    Optional<TerminalRealm> realm = fault.terminal(day);
    Document unsigned = fault.unsigned(trusting(persona.document(day, random), realm), random);
    Document signed = fault.signed(signed(unsigned, parties.signer()));
    return new SimulatedCard(
        persona.name(),
        signed,
        new ChipAssembly(signed, faults, random).assemble(),
        random,
        parties.trust(now),
        realm.map(IssuedCard::terminal).orElseGet(() -> terminal(signed)));
  }

  private static Document trusting(Document document, Optional<TerminalRealm> realm) {
    if (realm.isEmpty()) {
      return document;
    }
    if (document.terminalAuthentication().isEmpty()) {
      throw new IllegalArgumentException("the case needs a document with Terminal Authentication");
    }
    Document.TerminalPart part =
        new Document.TerminalPart(
            realm.get().trustPoints(), realm.get().chipDate(), Document.Authority.TEST);
    return document.toBuilder().trusting(part).build();
  }

  private static TerminalAccess terminal(TerminalRealm realm) {
    return new TerminalAccess(realm.certificates(), realm.key().pkcs8());
  }

  /** Of today, however old the card is. */
  private @Nullable TerminalAccess terminal(Document document) {
    boolean published =
        document
            .terminalAuthentication()
            .filter(part -> part.authority() == Document.Authority.TEST)
            .isPresent();
    if (!published) {
      return null;
    }
    return terminal(TerminalRealm.test(LocalDate.ofInstant(now, ZoneOffset.UTC)));
  }

  /** Today, or for an expired card the day in the past whose card ended last year. */
  private LocalDate dayOfReference() {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (today.getYear() < FIRST_YEAR || today.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(
          "personas live from " + FIRST_YEAR + " to " + LAST_YEAR + ", set the clock there");
    }
    if (!faults.has(FaultPlan.Kind.EXPIRED)) {
      return today;
    }
    int yearsLeft = persona.expiry(today).getYear() - today.getYear();
    return today.minusYears(yearsLeft + 1L);
  }

  private static Document signed(Document unsigned, DocumentSigner signer) {
    Map<Integer, byte[]> dataGroups = new TreeMap<>();
    unsigned
        .files()
        .forEach(
            (fid, content) -> {
              if (fid > Document.DG_BASE && fid <= Document.DG_BASE + MOST_DATA_GROUPS) {
                dataGroups.put(fid - Document.DG_BASE, content);
              }
            });
    Document listed =
        unsigned.files().containsKey(Document.COM)
            ? unsigned
            : unsigned.with(Document.COM, DataGroups.com(List.copyOf(dataGroups.keySet())));
    Document signed = listed.with(Document.SOD, signer.sign(dataGroups));
    return signed
        .cardSecurity()
        .map(
            infos -> signed.withMasterFile(Document.CARD_SECURITY, signer.signSecurityInfos(infos)))
        .orElse(signed);
  }
}
