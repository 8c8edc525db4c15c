package io.cardproof.reader.pcsc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.link.SimulatedTerminals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PcscReadersTest {
  private static final byte[] UNKNOWN_COMMAND = {0, (byte) 0xFE, 0, 0};
  private final SimulatedTerminals terminals = SimulatedTerminals.named("left", "right");
  private final PcscReaders readers = PcscReaders.of(terminals.factory());

  @Test
  void readersAreListedWithWhatTheyHold() throws Exception {
    terminals.terminals().get(1).insert(chip(ChipImage.builder().build()));
    assertEquals(List.of(new Reader("left", false), new Reader("right", true)), readers.readers());
  }

  @Test
  void aCardInAnyReaderIsFound() throws Exception {
    terminals.terminals().get(1).insert(chip(ChipImage.builder().build()));
    try (CardLink link = readers.waitForCard(Optional.empty(), Duration.ofSeconds(1))) {
      assertEquals("right", link.name());
      assertArrayEquals(new byte[] {0x6D, 0x00}, link.transmit(UNKNOWN_COMMAND));
      assertEquals(8192, link.maxResponseBytes());
    }
  }

  @Test
  void onlyTheNamedReaderIsWatched() {
    terminals.terminals().get(1).insert(chip(ChipImage.builder().build()));
    assertCode(ErrorCode.NO_CARD, readers, Optional.of("left"));
  }

  @Test
  void noReaderAndNoSuchReaderAndNoCardAreToldApart() {
    assertCode(ErrorCode.NO_CARD, readers, Optional.empty());
    assertCode(ErrorCode.NO_READER, readers, Optional.of("middle"));
    PcscReaders none = PcscReaders.of(SimulatedTerminals.named().factory());
    assertCode(ErrorCode.NO_READER, none, Optional.empty());
  }

  @Test
  void aCardThatLeavesDuringACommandIsRemoved() throws Exception {
    terminals.terminals().get(0).insert(chip(ChipImage.builder().removedAt(2).build()));
    try (CardLink link = readers.waitForCard(Optional.empty(), Duration.ofSeconds(1))) {
      link.transmit(UNKNOWN_COMMAND);
      CardUnavailableException e =
          assertThrows(CardUnavailableException.class, () -> link.transmit(UNKNOWN_COMMAND));
      assertEquals(ErrorCode.CARD_REMOVED, e.code());
    }
  }

  @Test
  void aWatchTellsWhatIsThereAndWhatChanges() throws Exception {
    BlockingQueue<ReaderEvent> events = new LinkedBlockingQueue<>();
    ReaderWatch watch = readers.watch(events::add);
    assertEquals(new ReaderEvent(ReaderEvent.Kind.READER_ATTACHED, "left"), next(events));
    assertEquals(new ReaderEvent(ReaderEvent.Kind.READER_ATTACHED, "right"), next(events));
    terminals.terminals().get(0).insert(chip(ChipImage.builder().build()));
    assertEquals(new ReaderEvent(ReaderEvent.Kind.CARD_INSERTED, "left"), next(events));
    terminals.terminals().get(0).remove();
    assertEquals(new ReaderEvent(ReaderEvent.Kind.CARD_REMOVED, "left"), next(events));
    watch.close();
    watch.join();
  }

  @Test
  void withoutTheServiceThePersonIsToldWhatToStart() {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && !Files.exists(Path.of("/run/pcscd/pcscd.comm")),
        "the PC/SC service runs here");
    CardUnavailableException e =
        assertThrows(
            CardUnavailableException.class,
            () -> PcscReaders.waitForCard(Duration.ofMillis(10)).close());
    assertEquals(ErrorCode.NO_SERVICE, e.code());
    assertTrue(String.valueOf(e.getMessage()).contains("pcscd"));
  }

  private static ReaderEvent next(BlockingQueue<ReaderEvent> events) throws Exception {
    ReaderEvent event = events.poll(5, TimeUnit.SECONDS);
    return event == null ? new ReaderEvent(ReaderEvent.Kind.READER_DETACHED, "nothing") : event;
  }

  private static void assertCode(ErrorCode code, PcscReaders readers, Optional<String> name) {
    CardUnavailableException e =
        assertThrows(
            CardUnavailableException.class,
            () -> readers.waitForCard(name, Duration.ofMillis(60)).close());
    assertEquals(code, e.code());
  }

  private static VirtualCard chip(ChipImage image) {
    return new VirtualCard(image, new SecureRandom());
  }
}
