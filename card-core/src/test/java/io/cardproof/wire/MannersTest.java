package io.cardproof.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.Personas;
import io.cardproof.simulator.chip.Journal;
import io.cardproof.simulator.chip.VirtualCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader asks of a chip, as the journal of the chip has it. */
class MannersTest {
  private static final Map<String, Journal> JOURNALS = new HashMap<>();

  @BeforeAll
  static void inspect() throws Exception {
    for (Bench bench : Bench.all()) {
      VirtualCard chip = bench.place(bench.image().build());
      bench.capture(chip);
      JOURNALS.put(bench.persona(), chip.journal());
    }
  }

  static Stream<String> personas() {
    return Personas.list().stream().map(Personas.Entry::name);
  }

  @ParameterizedTest
  @MethodSource("personas")
  void everyCommandHasTheFormOfTheStandard(String persona) {
    assertEquals(List.of(), journal(persona).objections());
  }

  @ParameterizedTest
  @MethodSource("personas")
  void noPlainCommandFollowsAProtectedOne(String persona) {
    Journal journal = journal(persona);
    assertTrue(journal.entries().stream().anyMatch(entry -> entry.exchange().isProtected()));
    assertEquals(List.of(), journal.plainInsideChannel());
  }

  @ParameterizedTest
  @MethodSource("personas")
  void noByteOfAFileIsReadTwice(String persona) {
    assertEquals(List.of(), journal(persona).readAgain());
  }

  @ParameterizedTest
  @CsvSource({
    "cccd-2021, 16",
    "cccd-2024, 16",
    "passport, 19",
    "eac, 24",
    "id-pin, 15",
    "passport-2010, 11"
  })
  void anInspectionTakesNoMoreCommandsThan(String persona, int most) {
    Journal journal = journal(persona);
    assertTrue(journal.entries().size() <= most, () -> journal.entries().size() + "\n" + journal);
  }

  private static Journal journal(String persona) {
    return Objects.requireNonNull(JOURNALS.get(persona), persona);
  }
}
