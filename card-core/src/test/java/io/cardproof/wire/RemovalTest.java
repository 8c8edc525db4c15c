package io.cardproof.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.evidence.Evidence;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.reader.CardLink;
import io.cardproof.reader.pcsc.PcscReaders;
import io.cardproof.report.Verdict;
import io.cardproof.simulator.Personas;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.link.SimulatedTerminal;
import io.cardproof.simulator.link.SimulatedTerminals;
import io.cardproof.simulator.wire.WireFault;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A card that leaves is one to present again, whatever the inspection was at. */
class RemovalTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static Stream<String> personas() {
    return Personas.list().stream().map(Personas.Entry::name);
  }

  @ParameterizedTest
  @MethodSource("personas")
  void removalAtAnyCommandIsUnavailableAndTheNextInspectionSucceeds(String persona)
      throws Exception {
    Bench bench = Bench.of(persona);
    Evidence whole = bench.capture(bench.place(bench.image().build()));
    assertInstanceOf(Verdict.Authentic.class, bench.judge(whole).verdict());
    int commands = whole.reading().apdus();
    assertTrue(commands >= 10, "commands: " + commands);
    for (int at = 1; at <= commands; at++) {
      VirtualCard chip = leavingAt(bench, at);
      CardUnavailableException gone =
          assertThrows(CardUnavailableException.class, () -> bench.capture(chip), "at " + at);
      assertEquals(ErrorCode.CARD_REMOVED, gone.code());
      chip.reset();
      Evidence again = bench.capture(chip);
      assertEquals(
          whole.files().stream().map(EvidenceFile::id).toList(),
          again.files().stream().map(EvidenceFile::id).toList());
      assertInstanceOf(Verdict.Authentic.class, bench.judge(again).verdict());
    }
  }

  @ParameterizedTest
  @MethodSource("personas")
  void theNextCardOnTheSameReaderIsReadAfterARemovalAtAnyCommand(String persona) throws Exception {
    Bench bench = Bench.of(persona);
    int commands = bench.capture(bench.place(bench.image().build())).reading().apdus();
    SimulatedTerminals terminals = SimulatedTerminals.named("removal");
    SimulatedTerminal terminal = terminals.terminals().get(0);
    PcscReaders readers = PcscReaders.of(terminals.factory());
    for (int at = 1; at <= commands; at++) {
      VirtualCard chip = leavingAt(bench, at);
      terminal.insert(chip);
      try (CardLink link = readers.waitForCard(Optional.empty(), PATIENCE)) {
        assertThrows(CardUnavailableException.class, () -> bench.capture(link), "at " + at);
      }
      terminal.remove();
      terminal.insert(chip);
      try (CardLink link = readers.waitForCard(Optional.empty(), PATIENCE)) {
        assertInstanceOf(
            Verdict.Authentic.class, bench.judge(bench.capture(link)).verdict(), "after " + at);
      }
      terminal.remove();
    }
  }

  private static VirtualCard leavingAt(Bench bench, int command) {
    WireFault removal = WireFault.parse("wire:remove@times=1,number=" + command);
    return bench.place(bench.image().interference(removal.interference(0)).build());
  }
}
