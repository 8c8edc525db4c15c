package io.cardproof.cli.trace;

import io.cardproof.document.ActiveAuthenticationKey;
import io.cardproof.document.ChipAuthenticationOffers;
import io.cardproof.document.FileId;
import io.cardproof.document.MalformedDocumentException;
import io.cardproof.document.SecurityInfo;
import io.cardproof.document.SecurityInfos;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.AccessRecord.Protocol;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.Evidence;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.SessionCipher;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.ActiveAuthenticationVariant;
import io.cardproof.simulator.persona.ChipAuthenticationVariant;
import io.cardproof.simulator.persona.PaceVariant;
import io.cardproof.simulator.persona.PersonaBuilder;
import io.cardproof.trust.KeyFacts;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Which ways in and which proofs a card offered, in the words of the simulator. */
final class ProtocolLikeness {
  private static final int USUAL_RSA = 2048;
  private static final int FIRST_OWN_PARAMETERS = 32;

  private final Evidence evidence;

  ProtocolLikeness(Evidence evidence) {
    this.evidence = evidence;
  }

  void addTo(PersonaBuilder persona) {
    List<PaceVariant> pace = pace();
    persona.pace(pace.toArray(new PaceVariant[0]));
    if (evidence.access().protocol() == Protocol.BAC) {
      persona.bac();
    }
    infos(FileId.DG14).ifPresent(dg14 -> addProofs(persona, dg14));
    activeAuthentication().ifPresent(persona::activeAuthentication);
  }

  private void addProofs(PersonaBuilder persona, SecurityInfos dg14) {
    persona.chipAuthentication(
        chipAuthentication(dg14.chipAuthentication()).toArray(new ChipAuthenticationVariant[0]));
    if (dg14.terminalAuthentication()) {
      persona.terminalAuthentication();
    }
  }

  private List<PaceVariant> pace() {
    List<PaceVariant> variants =
        infos(FileId.CARD_ACCESS).stream()
            .flatMap(infos -> infos.pace().stream())
            .flatMap(info -> pace(info.oid(), info.parameterId()).stream())
            .distinct()
            .toList();
    return variants.isEmpty() ? used(evidence.access()).stream().toList() : variants;
  }

  private static Optional<PaceVariant> used(AccessRecord access) {
    return access
        .oid()
        .flatMap(oid -> pace(oid, access.parameterId().stream().boxed().findFirst()));
  }

  private static Optional<PaceVariant> pace(String oid, Optional<Integer> parameterId) {
    for (PaceVariant.Mapping mapping : PaceVariant.Mapping.values()) {
      for (SessionCipher cipher : SessionCipher.values()) {
        Optional<PaceVariant> variant = pace(mapping, cipher, parameterId.orElse(0));
        if (variant.isPresent() && variant.get().oid().equals(oid)) {
          return variant;
        }
      }
    }
    return Optional.empty();
  }

  // Parameters that the chip writes out are those of a usual curve in all that is known.
  private static Optional<PaceVariant> pace(
      PaceVariant.Mapping mapping, SessionCipher cipher, int parameterId) {
    try {
      return Optional.of(
          parameterId < FIRST_OWN_PARAMETERS
              ? new PaceVariant(mapping, StandardGroup.of(parameterId), cipher, OptionalInt.empty())
              : new PaceVariant(
                  mapping, StandardGroup.BRAINPOOL_P256R1, cipher, OptionalInt.of(parameterId)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<ChipAuthenticationVariant> chipAuthentication(ChipAuthenticationOffers offers) {
    Map<Bytes, List<ChipAuthenticationOffers.Offer>> byKey = new LinkedHashMap<>();
    offers
        .all()
        .forEach(offer -> byKey.computeIfAbsent(offer.spki(), key -> new ArrayList<>()).add(offer));
    List<ChipAuthenticationVariant> variants = new ArrayList<>();
    for (List<ChipAuthenticationOffers.Offer> ofOneKey : byKey.values()) {
      variants.add(variant(ofOneKey, offers.standing()));
    }
    return variants;
  }

  private static ChipAuthenticationVariant variant(
      List<ChipAuthenticationOffers.Offer> offers, ChipAuthenticationOffers.Standing standing) {
    ChipAuthenticationOffers.Offer first = offers.get(0);
    KeyTwin key = KeyTwin.of(first.spki());
    ChipAuthenticationVariant variant =
        ChipAuthenticationVariant.of(
                key.group(),
                offers.stream()
                    .flatMap(offer -> cipher(offer.protocolOid()))
                    .distinct()
                    .toArray(SessionCipher[]::new))
            .form(key.form());
    if (first.keyId().isPresent()) {
      variant = variant.keyId(first.keyId().get().intValue());
    }
    return standing == ChipAuthenticationOffers.Standing.INFERRED ? variant.unannounced() : variant;
  }

  private static Stream<SessionCipher> cipher(String oid) {
    return Stream.of(SessionCipher.values()).filter(each -> oid.endsWith("." + each.arc()));
  }

  private Optional<ActiveAuthenticationVariant> activeAuthentication() {
    if (!new Listed(evidence).dataGroups().contains(15)) {
      return Optional.empty();
    }
    // An inspection that found a forgery went no further than to the list.
    return evidence
        .file(FileId.DG15)
        .map(this::activeAuthentication)
        .orElseGet(() -> Optional.of(ActiveAuthenticationVariant.rsa(USUAL_RSA, Hash.SHA_1)));
  }

  private Optional<ActiveAuthenticationVariant> activeAuthentication(Bytes dg15) {
    try {
      Bytes spki = ActiveAuthenticationKey.parseDg15(dg15).spki();
      KeyFacts facts = KeyFacts.of(spki);
      return Optional.of(
          facts.algorithm().equals("RSA")
              ? RsaTwin.of(spki, activeResponse())
              : ActiveAuthenticationVariant.ecdsa(KeyTwin.of(spki).group(), ellipticHash())
                  .keyForm(KeyTwin.of(spki).form()));
    } catch (MalformedDocumentException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Bytes> activeResponse() {
    return evidence.proofs().stream()
        .filter(ChipProof.ActiveAuthentication.class::isInstance)
        .map(proof -> ((ChipProof.ActiveAuthentication) proof).response())
        .filter(response -> !response.isEmpty())
        .findFirst();
  }

  private Hash ellipticHash() {
    Optional<String> oid =
        infos(FileId.DG14)
            .flatMap(SecurityInfos::activeAuthentication)
            .map(SecurityInfo.ActiveAuthenticationInfo::signatureAlgorithmOid);
    return Stream.of(Hash.values())
        .filter(
            hash -> oid.filter(Set.of(hash.plainEcdsaOid(), hash.ecdsaOid())::contains).isPresent())
        .findFirst()
        .orElse(Hash.SHA_256);
  }

  private Optional<SecurityInfos> infos(FileId file) {
    try {
      Optional<Bytes> content = evidence.file(file);
      if (content.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          file == FileId.DG14
              ? SecurityInfos.forDg14(content.get())
              : SecurityInfos.parse(file, content.get()));
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }
}
