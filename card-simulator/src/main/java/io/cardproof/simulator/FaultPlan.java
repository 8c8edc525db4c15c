package io.cardproof.simulator;

import io.cardproof.simulator.inspection.CaseFault;
import io.cardproof.simulator.inspection.InspectionCase;
import io.cardproof.simulator.inspection.InspectionCases;
import io.cardproof.simulator.issuer.IssuingFault;
import io.cardproof.simulator.persona.Persona;
import io.cardproof.simulator.quirk.Quirk;
import io.cardproof.simulator.wire.WireFault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The faults of one card, known to go together. */
record FaultPlan(
    Set<Kind> kinds,
    OptionalInt removedAt,
    Set<Quirk> quirks,
    List<WireFault> wire,
    Optional<InspectionCase> inspectionCase) {

  /** The faults by name. */
  enum Kind {
    DG2_CHANGED("dg2-changed", "one byte of the portrait file differs from what was signed"),
    UNTRUSTED_CSCA(
        "untrusted-csca",
        "signed under a CSCA that copies the trusted one's name and key identifier"),
    UNKNOWN_CSCA("unknown-csca", "signed under a CSCA that nobody trusts"),
    CSCA_EXPIRED("csca-expired", "the CSCA's certificate had ended before it issued the signer"),
    CSCA_LINKED(
        "csca-linked",
        "the trusted CSCA is two generations older; two link certificates lead to it"),
    CSCA_LINK_MISSING(
        "csca-link-missing", "as csca-linked, but the link next to the trusted CSCA is missing"),
    CSCA_DISTRUSTED("csca-distrusted", "the reader is told to distrust the CSCA"),
    SIGNER_DISTRUSTED("signer-distrusted", "the reader is told to distrust the document signer"),
    SIGNER_REVOKED("signer-revoked", "the CSCA's revocation list names the document signer"),
    SIGNER_EXPIRED("signer-expired", "the document signer's certificate had ended when it signed"),
    CRL_STALE("crl-stale", "the CSCA's revocation list is 200 days old"),
    CRL_FORGED(
        "crl-forged",
        "the revocation list has the CSCA's name and key identifier, but not its signature"),
    CURVE_BALL(
        "curve-ball", "the signer's key has a named curve's parameters but for the generator"),
    CLONE("clone", "the right files, but not the private keys of the genuine chip"),
    EXPIRED("expired", "genuine, but past its date"),
    REMOVED_AT("removed-at=N", "the card leaves the reader at its N-th command, counted from 1"),
    NO_PROOF_FILES("no-proof-files", "DG14 and DG15 answer 6A82 although the SOD lists them");

    private final String id;
    private final String summary;

    Kind(String id, String summary) {
      this.id = id;
      this.summary = summary;
    }

    String id() {
      return id;
    }

    String summary() {
      return summary;
    }
  }

  private static final Set<Kind> ISSUERS =
      Set.of(
          Kind.UNTRUSTED_CSCA,
          Kind.UNKNOWN_CSCA,
          Kind.CSCA_EXPIRED,
          Kind.CSCA_LINKED,
          Kind.CSCA_LINK_MISSING);
  private static final Set<Kind> SIGNERS = Set.of(Kind.SIGNER_EXPIRED, Kind.CURVE_BALL);
  private static final Set<Kind> OF_THE_CHIP =
      Set.of(Kind.DG2_CHANGED, Kind.CLONE, Kind.REMOVED_AT, Kind.NO_PROOF_FILES);
  private static final String REMOVED_AT = "removed-at=";
  private static final int MOST_DIGITS = 9;

  static FaultPlan of(List<String> ids) {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    OptionalInt removedAt = OptionalInt.empty();
    List<WireFault> wire = new ArrayList<>();
    Optional<InspectionCase> inspectionCase = Optional.empty();
    EnumSet<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    for (String id : ids) {
      Optional<Quirk> quirk = Quirk.find(id);
      if (quirk.isPresent()) {
        quirks.add(quirk.get());
        continue;
      }
      if (id.startsWith(WireFault.PREFIX)) {
        wire.add(WireFault.parse(id));
        continue;
      }
      Optional<InspectionCase> found = InspectionCases.find(id);
      if (found.isPresent()) {
        inspectionCase = Optional.of(only(found.get(), inspectionCase));
        continue;
      }
      if (id.startsWith(REMOVED_AT)) {
        removedAt = OptionalInt.of(commandNumber(id));
      }
      if (!kinds.add(kind(id))) {
        throw new IllegalArgumentException("the fault " + id + " is given twice");
      }
    }
    oneOf(kinds, ISSUERS, "a card has one issuer");
    oneOf(kinds, SIGNERS, "a card has one document signer");
    return new FaultPlan(Set.copyOf(kinds), removedAt, quirks, List.copyOf(wire), inspectionCase);
  }

  private static InspectionCase only(InspectionCase added, Optional<InspectionCase> before) {
    if (before.isPresent()) {
      throw new IllegalArgumentException("a card is one inspection case");
    }
    if (added.fault().isEmpty()) {
      throw new IllegalArgumentException(added.id() + " is not simulated yet");
    }
    return added;
  }

  private static void oneOf(Set<Kind> kinds, Set<Kind> group, String why) {
    List<String> chosen = kinds.stream().filter(group::contains).sorted().map(Kind::id).toList();
    if (chosen.size() > 1) {
      throw new IllegalArgumentException(
          String.join(" and ", chosen) + " exclude each other: " + why);
    }
  }

  /** Checks one id without its companions. */
  static String checked(String id) {
    of(List.of(id));
    return id;
  }

  boolean has(Kind kind) {
    return kinds.contains(kind);
  }

  /** The document that carries these faults when none is named. */
  Persona carrier() {
    return inspectionCase
        .map(each -> caseFault().ownChip().orElseGet(each.carrier()::builder).build())
        .orElseGet(() -> Persona.all().get(0));
  }

  /**
   * That document, if it can carry these faults.
   *
   * @throws IllegalArgumentException if the inspection case is about a base chip of its own
   */
  Persona carriedBy(Persona named) {
    if (caseFault().ownChip().isPresent()) {
      throw refused(
          named, new IllegalArgumentException("it is a document of its own and goes on no other"));
    }
    return named;
  }

  /** Why this document cannot carry these faults; it names the inspection case, if there is one. */
  IllegalArgumentException refused(Persona persona, IllegalArgumentException why) {
    return inspectionCase
        .map(
            each ->
                new IllegalArgumentException(
                    each.id() + " on " + persona.name() + ": " + why.getMessage(), why))
        .orElse(why);
  }

  /** What the inspection case changes, if there is one. */
  CaseFault caseFault() {
    return inspectionCase.flatMap(InspectionCase::fault).orElseGet(CaseFault::none);
  }

  /** What the inspection case changes in the issuing. */
  IssuingFault issuing() {
    return caseFault().issuing();
  }

  /** The first fault that only an issuer can make, none if files as they are will do. */
  Optional<String> needingIssuer() {
    return inspectionCase
        .map(InspectionCase::id)
        .or(
            () ->
                kinds.stream()
                    .filter(kind -> !OF_THE_CHIP.contains(kind))
                    .sorted()
                    .map(Kind::id)
                    .findFirst());
  }

  private static Kind kind(String id) {
    if (REMOVED_AT.equals(id + "=")) {
      throw new IllegalArgumentException(
          id + " needs the number of a command, such as " + REMOVED_AT + "7");
    }
    @Nullable Kind found = null;
    for (Kind kind : Kind.values()) {
      if (kind != Kind.REMOVED_AT && kind.id().equals(id)) {
        found = kind;
      }
    }
    if (id.startsWith(REMOVED_AT)) {
      found = Kind.REMOVED_AT;
    }
    if (found == null) {
      String known =
          EnumSet.allOf(Kind.class).stream().map(Kind::id).collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "unknown fault "
              + id
              + "; known are "
              + known
              + ", wire:…, the quirks and the inspection cases");
    }
    return found;
  }

  private static int commandNumber(String id) {
    String digits = id.substring(REMOVED_AT.length());
    boolean number =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || Integer.parseInt(digits) == 0) {
      throw new IllegalArgumentException(id + ": N is the number of a command, from 1 on");
    }
    return Integer.parseInt(digits);
  }
}
