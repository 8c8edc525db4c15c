package io.cardproof.simulator.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.issuer.Hash;
import io.cardproof.simulator.issuer.IssuerProfile;
import io.cardproof.simulator.issuer.RandomSource;
import io.cardproof.simulator.issuer.SignatureAlgorithm;
import io.cardproof.simulator.issuer.StandardGroup;
import io.cardproof.simulator.persona.Document;
import io.cardproof.simulator.persona.Persona;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case goes on every document that can carry it, and says of the others why it does not. */
class CasesOnPersonasTest {
  private static final long SEED = 3;
  private static final Clock CLOCK = Clock.fixed(InspectionCases.NOW, ZoneOffset.UTC);

  // The full matrix takes half a minute: one case in seven stands for the rest.
  @ParameterizedTest(name = "{0}, one case in {1}: {2} chips")
  @CsvSource({
    "cccd-2021,     1, 238",
    "cccd-2024,     7, 39",
    "passport,      1, 258",
    "passport-2010, 7, 37",
    "eac,           7, 48",
    "id-pin,        7, 32",
  })
  void aChipIsCarriedOrRefusedByItsName(String name, int step, int carried) throws Exception {
    Persona persona = Issued.once(name);
    int found = 0;
    for (int i = 0; i < InspectionCases.all().size(); i += step) {
      for (InspectionCase chip : InspectionCases.all().get(i).chips()) {
        found += carries(persona, chip) ? 1 : 0;
      }
    }
    assertEquals(carried, found);
  }

  private static boolean carries(Persona persona, InspectionCase chip) throws Exception {
    SimulatedCard.Builder card =
        SimulatedCard.builder().persona(persona).fault(chip.id()).seed(SEED).clock(CLOCK);
    try {
      assertEquals(persona.name(), card.build().name());
      return true;
    } catch (IllegalArgumentException e) {
      String named = chip.id() + " on " + persona.name() + ": ";
      String reason = String.valueOf(e.getMessage());
      assertTrue(
          reason.startsWith(named + "it is a document of its own")
              || reason.startsWith(named + "the case needs "),
          reason);
      return false;
    }
  }

  /** A persona whose keys are made once and not for each case: that is what takes the time. */
  private record Issued(Persona usual, Document document) implements Persona {
    static Persona once(String name) {
      Persona usual =
          Persona.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
      LocalDate today = LocalDate.ofInstant(InspectionCases.NOW, ZoneOffset.UTC);
      return new Issued(usual, usual.document(today, RandomSource.seeded(SEED)));
    }

    @Override
    public String name() {
      return usual.name();
    }

    @Override
    public String summary() {
      return usual.summary();
    }

    @Override
    public IssuerProfile issuer() {
      SignatureAlgorithm quick = SignatureAlgorithm.ecdsa(StandardGroup.SECP256R1, Hash.SHA_256);
      return usual.issuer().signing(quick, quick);
    }

    @Override
    public LocalDate expiry(LocalDate today) {
      return usual.expiry(today);
    }

    @Override
    public Instant signing(LocalDate today) {
      return usual.signing(today);
    }

    @Override
    public Document document(LocalDate today, RandomSource random) {
      return document;
    }
  }
}
