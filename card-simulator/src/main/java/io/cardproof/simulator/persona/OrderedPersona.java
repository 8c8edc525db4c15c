package io.cardproof.simulator.persona;

import io.cardproof.simulator.chip.TerminalRight;
import io.cardproof.simulator.issuer.DataGroups;
import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SecurityInfos;
import io.cardproof.simulator.issuer.TerminalRealm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a {@link PersonaBuilder} asks for, made. */
final class OrderedPersona implements Persona {
  private static final int YEARS_VALID = 10;
  private static final int YEARS_USED = 3;

  private final PersonaBuilder order;

  /** Takes a builder that nobody else holds. */
  OrderedPersona(PersonaBuilder order) {
    this.order = order;
  }

  @Override
  public String name() {
    return order.name;
  }

  @Override
  public String summary() {
    return order.summary;
  }

  @Override
  public IssuerProfile issuer() {
    return IssuerProfile.utopia(
        order.countrySigner, order.documentSigner, order.hash, List.of(order.documentCode));
  }

  @Override
  public LocalDate expiry(LocalDate today) {
    return issue(today).plusYears(YEARS_VALID);
  }

  @Override
  public Instant signing(LocalDate today) {
    return CardLife.signing(issue(today));
  }

  private static LocalDate issue(LocalDate today) {
    return today.minusYears(YEARS_USED).withDayOfMonth(15);
  }

  @Override
  public Document document(LocalDate today, RandomSource random) {
    Document.Builder document = Document.builder();
    addHolder(document, today, random);
    addAccess(document);
    addProofs(document, random);
    addTerminalAuthentication(document, today);
    order.files.forEach(document::file);
    order.masterFiles.forEach(document::masterFile);
    order.withoutFiles.forEach(document::withoutFile);
    order.withoutMasterFiles.forEach(document::withoutMasterFile);
    return document.limits(order.limits).build();
  }

  private void addHolder(Document.Builder document, LocalDate today, RandomSource random) {
    List<String> mrz =
        new MrzWriter(order.documentCode, issuer().state(), order.documentNumber)
            .lines(order.format, order.person, order.person.birth(today), expiry(today));
    document.mrz(mrz).dataGroup(1, DataGroups.dg1(mrz));
    HolderImages images = new HolderImages(random);
    document.dataGroup(2, images.face(order.person.face(), order.portrait));
    if (!order.fingers.isEmpty()) {
      document.dataGroup(3, images.fingers(order.fingers));
    }
    if (order.irisBytes > 0) {
      document.dataGroup(4, images.irises(order.irisBytes));
    }
    HolderDetails details = new HolderDetails(order.person, today, issue(today), random);
    order.details.forEach(number -> document.dataGroup(number, details.dataGroup(number)));
  }

  private void addAccess(Document.Builder document) {
    if (order.bac) {
      document.bac();
    }
    order.pace.forEach(
        variant ->
            document.pace(
                new Document.PaceParameters(
                    variant.oid(), variant.parameterId(), variant.ownParameters())));
    document.can(order.can).pin(order.pin).puk(order.puk);
    if (!order.pace.isEmpty()) {
      document.masterFile(Document.CARD_ACCESS, pace().inOrder());
    }
  }

  private SecurityInfos pace() {
    SecurityInfos infos = new SecurityInfos();
    for (PaceVariant variant : order.pace) {
      infos.pace(variant.oid(), variant.parameterId());
    }
    for (PaceVariant variant : order.pace) {
      variant
          .ownParameters()
          .ifPresent(
              domain -> infos.paceDomain(variant.mappingOid(), domain, variant.parameterId()));
    }
    return infos;
  }

  private void addProofs(Document.Builder document, RandomSource random) {
    ChipProofs proofs = new ChipProofs(document, random);
    SecurityInfos dg14 = pace().and(proofs.chipAuthentication(order.chipAuthentication));
    if (order.activeAuthentication != null) {
      dg14.and(proofs.activeAuthentication(order.activeAuthentication));
    }
    if (order.terminalAuthentication) {
      dg14.terminalAuthentication();
    }
    if (!dg14.isEmpty()) {
      document.dataGroup(14, DataGroups.dg14(dg14.inOrder()));
    }
    order.pace.stream()
        .filter(PaceVariant::provesChip)
        .findFirst()
        .ifPresent(
            variant ->
                document.cardSecurity(
                    pace().and(proofs.mappingKey(variant, order.mappingKeyForm)).inOrder()));
  }

  private void addTerminalAuthentication(Document.Builder document, LocalDate today) {
    if (!order.terminalAuthentication) {
      return;
    }
    Document.TerminalPart trust =
        order.terminalTrust == null ? testAuthority(today) : order.terminalTrust;
    document
        .trusting(trust)
        .guardedDataGroup(3, TerminalRight.READ_DG3)
        .guardedDataGroup(4, TerminalRight.READ_DG4);
  }

  private static Document.TerminalPart testAuthority(LocalDate today) {
    TerminalRealm realm = TerminalRealm.test(today);
    return new Document.TerminalPart(
        realm.trustPoints(), realm.chipDate(), Document.Authority.TEST);
  }
}
