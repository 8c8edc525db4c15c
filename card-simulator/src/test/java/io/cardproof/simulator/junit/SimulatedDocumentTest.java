package io.cardproof.simulator.junit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.chip.CardRemovedException;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.link.SimulatedTerminal;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import javax.smartcardio.Card;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the extension hands to a test, used as a test uses it. */
@SimulatedDocument(seed = 3)
class SimulatedDocumentTest {
  private static final byte[] SELECT_APPLICATION = {
    0x00, (byte) 0xA4, 0x04, 0x0C, 0x07, (byte) 0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01
  };

  private final SimulatedCard ofConstructor;
  private final VirtualCard chipOfConstructor;
  private @Nullable VirtualCard chipBefore;

  SimulatedDocumentTest(SimulatedCard card, VirtualCard chip) {
    this.ofConstructor = card;
    this.chipOfConstructor = chip;
  }

  @BeforeEach
  void before(VirtualCard chip) {
    chipBefore = chip;
  }

  @Test
  void constructorAndWhatRunsBeforeHaveTheChipOfTheTest(VirtualCard chip) {
    assertSame(chip, chipBefore);
    assertSame(chip, chipOfConstructor);
  }

  @Test
  void aClassSaysItForAllItsTests(SimulatedCard card) {
    assertEquals("cccd-2021", card.name());
    assertSame(ofConstructor, card);
  }

  @Test
  @SimulatedDocument(persona = "cccd-2024", seed = 3)
  void aMethodGoesBeforeItsClass(SimulatedCard card) {
    assertEquals("cccd-2024", card.name());
  }

  @Test
  void aParameterGoesBeforeItsMethodAndHasAChipOfItsOwn(
      VirtualCard ofClass,
      @SimulatedDocument(seed = 3) VirtualCard own,
      @SimulatedDocument(seed = 4) SimulatedCard other,
      SimulatedCard card) {
    assertNotSame(ofClass, own);
    assertFalse(Arrays.equals(card.trust().get(0), other.trust().get(0)));
  }

  @Test
  void equalDocumentsAreMadeOnce(
      SimulatedCard first, @SimulatedDocument(seed = 3) SimulatedCard second) {
    assertSame(first, second);
  }

  @Test
  @SimulatedDocument(faults = "LDS_H_43")
  void anInspectionCaseBringsItsBaseChip(SimulatedCard card) {
    assertEquals("inspection-bac", card.name());
  }

  @Test
  @SimulatedDocument(persona = "cccd-2021", faults = "LDS_H_43", seed = 3)
  void anInspectionCaseGoesOnThePersonaThatIsNamed(SimulatedCard card) {
    assertEquals("cccd-2021", card.name());
  }

  @RepeatedTest(2)
  @SimulatedDocument(seed = 3, faults = "removed-at=2")
  void everyTestHasAFreshChip(VirtualCard chip) throws Exception {
    chip.transmit(SELECT_APPLICATION);
    assertThrows(CardRemovedException.class, () -> chip.transmit(SELECT_APPLICATION));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void parameterisedTestsHaveThemAfterTheirArguments(int argument, SimulatedCard card) {
    assertTrue(argument > 0);
    assertEquals("cccd-2021", card.name());
  }

  @Test
  void aReaderOfThisProcessHoldsTheChipOfTheTest(
      VirtualCard chip,
      CardTerminal terminal,
      SimulatedTerminal same,
      CardTerminals terminals,
      TerminalFactory factory)
      throws Exception {
    assertSame(terminal, same);
    assertSame(terminal, terminals.list().get(0));
    assertSame(terminal, factory.terminals().list().get(0));
    Card card = terminal.connect("*");
    assertArrayEquals(chip.atr(), card.getATR().getBytes());
    assertEquals(
        0x9000, card.getBasicChannel().transmit(new CommandAPDU(SELECT_APPLICATION)).getSW());
    same.remove();
    assertFalse(terminal.isCardPresent());
  }

  @Test
  void equalSeedsGiveEqualDocuments(
      @SimulatedDocument(seed = 7, clock = "2026-11-23T00:00:00Z") SimulatedCard card)
      throws Exception {
    SimulatedCard again =
        new Specification("cccd-2021", List.of(), 7, "2026-11-23T00:00:00Z").issue();
    assertNotSame(card, again);
    assertArrayEquals(card.trust().get(0), again.trust().get(0));
    assertArrayEquals(
        card.newChip().transmit(SELECT_APPLICATION), again.newChip().transmit(SELECT_APPLICATION));
  }

  @Test
  @Genuine
  void anAnnotationOfTheTestsOwnWillDo(SimulatedCard card) {
    assertEquals("cccd-2024", card.name());
  }

  @Test
  void theRealReaderHoldsTheChip(PcscReader reader) throws Exception {
    assertTrue(reader.name().startsWith("Virtual PCD 00 0"), reader.name());
    assertTrue(reader.terminal().waitForCardPresent(5000));
    Card card = reader.terminal().connect("*");
    assertEquals(
        0x9000, card.getBasicChannel().transmit(new CommandAPDU(SELECT_APPLICATION)).getSW());
    card.disconnect(true);
    reader.remove();
    assertTrue(reader.terminal().waitForCardAbsent(5000));
  }

  @Test
  void twoCardsAtTwoRealReaders(PcscReader first, @SimulatedDocument(seed = 4) PcscReader second)
      throws Exception {
    assertNotEquals(first.name(), second.name());
    assertTrue(first.terminal().waitForCardPresent(5000));
    assertTrue(second.terminal().waitForCardPresent(5000));
  }

  @Nested
  class Inside {
    @Test
    void aNestedClassTakesOverTheOneAroundIt(SimulatedCard card) {
      assertSame(ofConstructor, card);
    }

    @Test
    @SimulatedDocument(persona = "passport-2010")
    void orSaysSomethingElse(SimulatedCard card) {
      assertEquals("passport-2010", card.name());
    }
  }

  /** What a test suite may call its usual document. */
  @Retention(RetentionPolicy.RUNTIME)
  @SimulatedDocument(persona = "cccd-2024", seed = 3)
  @interface Genuine {}
}
