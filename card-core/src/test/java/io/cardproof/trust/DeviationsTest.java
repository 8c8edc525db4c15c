package io.cardproof.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.IssuedCards;
import io.cardproof.document.Mrz;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.value.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviationsTest {
  private static final Instant WITHIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant BEFORE = Instant.parse("2019-12-31T23:59:59Z");
  private static final String BY_SERIAL = "2.23.136.1.1.7.1.1";
  private static final String BY_NUMBER = "2.23.136.1.1.7.2.2";
  private static final String BY_DIGEST = "2.23.136.1.1.7.3.1";

  private CertificateView signer;
  private DeviationListReader.Content content;

  @BeforeAll
  void read() throws Exception {
    SimulatedCard card = IssuedCards.of(3, "cccd-2021");
    Bytes der = Bytes.of(card.trust().get(0));
    signer = CertificateView.of(der);
    content = DeviationListReader.read(Bytes.of(TrustSeeds.deviations(der)), "list");
  }

  @Test
  void oneThatCannotBeReadCostsNoOther() {
    assertEquals(3, content.deviations().size());
    assertEquals(1, content.unreadable().size());
  }

  @Test
  void theSignerAndTheDayAreMet() {
    assertEquals(Set.of(BY_SERIAL, BY_DIGEST), known("VN", Optional.empty(), WITHIN));
    assertEquals(Set.of(BY_DIGEST), known("VN", Optional.empty(), BEFORE));
  }

  @Test
  void anotherStateHasNoSay() {
    assertEquals(Set.of(), known("UT", Optional.empty(), WITHIN));
  }

  @Test
  void aNumberOfAnotherSignerIsNotMet() throws Exception {
    Mrz mrz =
        Mrz.ofLines(
            "I<VNMTEST000017<<<<<<<<<<<<<<<",
            "8501020M4501028VNM<<<<<<<<<<<6",
            "TEST<<TEST<<<<<<<<<<<<<<<<<<<<");
    assertEquals("TEST00001", mrz.documentNumber());
    assertEquals(Set.of(BY_SERIAL, BY_DIGEST), known("VN", Optional.of(mrz), WITHIN));
    DeviationList.Deviation numbers =
        content.deviations().stream()
            .filter(each -> !each.documentNumbers().isEmpty())
            .findFirst()
            .orElseThrow();
    DeviationList.Deviation anySigner =
        new DeviationList.Deviation(
            numbers.documentType(),
            Optional.empty(),
            Optional.empty(),
            numbers.documentNumbers(),
            numbers.descriptions());
    assertEquals(Set.of(BY_NUMBER), known("VN", Optional.of(mrz), WITHIN, List.of(anySigner)));
    assertEquals(Set.of(), known("VN", Optional.empty(), WITHIN, List.of(anySigner)));
  }

  private Set<String> known(String country, Optional<Mrz> mrz, Instant signedAt) {
    return known(country, mrz, signedAt, content.deviations());
  }

  private Set<String> known(
      String country,
      Optional<Mrz> mrz,
      Instant signedAt,
      List<DeviationList.Deviation> deviations) {
    DeviationList list =
        new DeviationList(
            "list", Optional.of(country), Provenance.Pinning.PINNED, Optional.empty(), deviations);
    TrustStore store =
        new TrustStore(
            new TrustContents(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(list),
                Set.of(),
                List.of(),
                List.of()));
    return new TreeSet<>(
        new Deviations(store)
            .remarks(signer, mrz, signedAt).stream()
                .map(remark -> remark.detail().replaceAll(".*: ", ""))
                .toList());
  }
}
