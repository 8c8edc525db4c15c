package io.cardproof.reader.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.CardInspector;
import io.cardproof.InspectionOptions;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.chip.ProgressListener;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.InspectionException;
import io.cardproof.error.Step;
import io.cardproof.evidence.Evidence;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.SimulatedCard;
import io.cardproof.simulator.link.VpcdLink;
import io.cardproof.trust.TrustStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What befalls a reading program, in a process and namespaces of its own: {@code PcscLifeTest}
 * starts it, names a story, and looks at the exit code.
 */
final class PcscLife {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration SHORT = Duration.ofSeconds(5);
  private static final byte[] UNKNOWN_COMMAND = {0, (byte) 0xFE, 0, 0};

  private final PrivatePcscd pcscd;
  private final SimulatedCard card;

  private PcscLife(PrivatePcscd pcscd) throws IOException {
    this.pcscd = pcscd;
    this.card = SimulatedCard.builder().seed(1).build();
  }

  /** One story for each test. */
  enum Story {
    WAITING_WHILE_THE_SERVICE_RESTARTS,
    READING_WHILE_THE_SERVICE_RESTARTS,
    WATCHING_WHILE_THE_SERVICE_RESTARTS,
    STARTED_BEFORE_THE_SERVICE,
    JNASMARTCARDIO_ALONE,
    THE_JDK_ALONE_IS_LOST,
    READER_UNPLUGGED_WHILE_WAITING,
    CARD_PULLED_AFTER_A_RESTART,
    ANOTHER_PROCESS_HOLDS_THE_CARD,
    THE_CARD_ANSWERS_LATE
  }

  public static void main(String[] arguments) throws Exception {
    PrivatePcscd pcscd = new PrivatePcscd();
    try {
      new PcscLife(pcscd).play(Story.valueOf(arguments[0]));
    } finally {
      pcscd.kill();
    }
    System.out.println("told");
  }

  private void play(Story story) throws Exception {
    switch (story) {
      case WAITING_WHILE_THE_SERVICE_RESTARTS -> waiting(afterStart(Optional.empty()));
      case READING_WHILE_THE_SERVICE_RESTARTS -> reading(afterStart(Optional.empty()));
      case WATCHING_WHILE_THE_SERVICE_RESTARTS -> watching(afterStart(Optional.empty()));
      case STARTED_BEFORE_THE_SERVICE -> startedBefore();
      case JNASMARTCARDIO_ALONE -> {
        PcscReaders readers = afterStart(Optional.of(PcscProvider.JNASMARTCARDIO));
        waiting(readers);
        reading(readers);
      }
      case THE_JDK_ALONE_IS_LOST -> theJdkAlone(afterStart(Optional.of(PcscProvider.JDK)));
      case READER_UNPLUGGED_WHILE_WAITING -> unplugged(afterStart(Optional.empty()));
      case CARD_PULLED_AFTER_A_RESTART -> pulled(afterStart(Optional.empty()));
      case ANOTHER_PROCESS_HOLDS_THE_CARD -> heldByAnother(afterStart(Optional.empty()));
      case THE_CARD_ANSWERS_LATE -> late(afterStart(Optional.empty()));
    }
  }

  private void waiting(PcscReaders readers) throws Exception {
    FutureTask<CardLink> wait = waitInBackground(readers);
    pcscd.kill();
    assertNoService(readers);
    pcscd.start();
    try (VpcdLink vpcd = insert(card);
        CardLink link = wait.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      assertRead(link);
      assertEquals(Optional.of(PcscProvider.JNASMARTCARDIO), readers.provider());
      vpcd.eject();
      // pcscd looks every 400 ms, and does not see the card change that is put back sooner.
      PrivatePcscd.await(() -> !holdsCard(readers));
    }
  }

  private void reading(PcscReaders readers) throws Exception {
    try (VpcdLink vpcd = insert(card)) {
      try (CardLink link = waitForCard(readers)) {
        ErrorCode code = assertThrows(CardUnavailableException.class, () -> killed(link)).code();
        assertEquals(ErrorCode.NO_SERVICE, code);
      }
      assertNoService(readers);
      pcscd.start();
      assertNextRead(readers);
      vpcd.eject();
    }
  }

  /** Reads, and kills the service when the files are reached. */
  private void killed(CardLink link) throws InspectionException {
    ProgressListener killer =
        new ProgressListener() {
          @Override
          public void stepStarted(Step step) {
            if (step == Step.CHIP_AUTHENTICATION) {
              try {
                pcscd.kill();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            }
          }
        };
    capture(link, InspectionOptions.defaults().progress(killer));
  }

  private void watching(PcscReaders readers) throws Exception {
    BlockingQueue<ReaderEvent> events = new LinkedBlockingQueue<>();
    try (ReaderWatch watch = readers.watch(events::add)) {
      awaitEvent(events, ReaderEvent.Kind.READER_ATTACHED);
      pcscd.kill();
      awaitEvent(events, ReaderEvent.Kind.READER_DETACHED);
      pcscd.start();
      awaitEvent(events, ReaderEvent.Kind.READER_ATTACHED);
      try (VpcdLink vpcd = insert(card)) {
        awaitEvent(events, ReaderEvent.Kind.CARD_INSERTED);
        vpcd.eject();
        awaitEvent(events, ReaderEvent.Kind.CARD_REMOVED);
      }
      assertNotNull(watch);
    }
  }

  private void startedBefore() throws Exception {
    ErrorCode code =
        assertThrows(
                CardUnavailableException.class,
                () -> PcscReaders.waitForCard(Duration.ofMillis(10)).close())
            .code();
    assertEquals(ErrorCode.NO_SERVICE, code);
    pcscd.start();
    try (VpcdLink vpcd = insert(card)) {
      assertNextRead(PcscReaders.system());
      vpcd.eject();
    }
  }

  /** Why there is another one: should a JDK learn to recover, this fails, and the docs change. */
  private void theJdkAlone(PcscReaders readers) throws Exception {
    assertFalse(readers.readers().isEmpty());
    pcscd.kill();
    pcscd.start();
    assertNoService(readers);
    assertFalse(readers.survivesRestart());
    assertNoService(PcscReaders.system(PcscProvider.JDK));
  }

  private void unplugged(PcscReaders readers) throws Exception {
    FutureTask<CardLink> wait = waitInBackground(readers);
    Path none = Files.createTempDirectory("no-readers");
    pcscd.kill();
    pcscd.startWithoutReaders(none);
    PrivatePcscd.await(() -> readersOf(readers) == 0);
    pcscd.kill();
    pcscd.start();
    Files.delete(none);
    try (VpcdLink vpcd = insert(card);
        CardLink link = wait.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      assertRead(link);
      vpcd.eject();
    }
  }

  private void pulled(PcscReaders readers) throws Exception {
    pcscd.kill();
    pcscd.start();
    SimulatedCard loose = SimulatedCard.builder().fault("removed-at=9").seed(1).build();
    try (VpcdLink vpcd = insert(loose)) {
      try (CardLink link = waitForCard(readers)) {
        ErrorCode code =
            assertThrows(
                    CardUnavailableException.class,
                    () -> capture(link, InspectionOptions.defaults()))
                .code();
        assertEquals(ErrorCode.CARD_REMOVED, code);
      }
      assertEquals(Optional.of(PcscProvider.JNASMARTCARDIO), readers.provider());
      assertNextRead(readers);
      vpcd.eject();
    }
  }

  private void heldByAnother(PcscReaders readers) throws Exception {
    try (VpcdLink vpcd = insert(card)) {
      Process holder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  CardHolder.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
        assertEquals("held", said.readLine());
        assertBusy(readers.answeringWithin(SHORT));
      } finally {
        holder.getOutputStream().close();
        holder.waitFor();
      }
      assertNextRead(readers);
      vpcd.eject();
    }
  }

  private static void assertBusy(PcscReaders readers) throws CardUnavailableException {
    ErrorCode code =
        assertThrows(
                CardUnavailableException.class,
                () -> {
                  try (CardLink link = readers.waitForCard(Optional.empty(), SHORT)) {
                    link.transmit(UNKNOWN_COMMAND);
                  }
                })
            .code();
    assertEquals(ErrorCode.CARD_BUSY, code);
  }

  private void late(PcscReaders readers) throws Exception {
    try (SilentPeer silent = new SilentPeer()) {
      try (CardLink link = waitForCard(readers.answeringWithin(SHORT))) {
        ErrorCode code =
            assertThrows(CardUnavailableException.class, () -> link.transmit(UNKNOWN_COMMAND))
                .code();
        assertEquals(ErrorCode.TIMEOUT, code);
        silent.awaitCommand();
        assertFalse(readersOf(readers) == 0, "the call that is out holds nobody up");
      }
      silent.answer();
      try (CardLink link = waitForCard(readers)) {
        assertEquals(2, link.transmit(UNKNOWN_COMMAND).length);
      }
    }
  }

  private PcscReaders afterStart(Optional<PcscProvider> provider) throws Exception {
    pcscd.start();
    return provider.isPresent() ? PcscReaders.system(provider.get()) : PcscReaders.system();
  }

  /** By the time this returns, the wait has seen the reader and no card. */
  private static FutureTask<CardLink> waitInBackground(PcscReaders readers) throws Exception {
    FutureTask<CardLink> wait = new FutureTask<>(() -> waitForCard(readers));
    Thread thread = new Thread(wait, "waiting");
    thread.setDaemon(true);
    thread.start();
    PrivatePcscd.await(
        () ->
            Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("pause")));
    return wait;
  }

  private static CardLink waitForCard(PcscReaders readers) throws CardUnavailableException {
    return readers.waitForCard(Optional.of(PrivatePcscd.READER), PATIENCE);
  }

  private static VpcdLink insert(SimulatedCard card) throws Exception {
    VpcdLink vpcd = VpcdLink.connect(PrivatePcscd.SLOT, card.newChip());
    vpcd.awaitPowered(PATIENCE);
    return vpcd;
  }

  private void assertNextRead(PcscReaders readers) throws Exception {
    try (CardLink link = waitForCard(readers)) {
      assertRead(link);
    }
  }

  private void assertRead(CardLink link) throws InspectionException {
    assertFalse(capture(link, InspectionOptions.defaults()).files().isEmpty());
  }

  private Evidence capture(CardLink link, InspectionOptions options) throws InspectionException {
    CardInspector inspector = CardInspector.builder(TrustStore.builder().build()).build();
    try (AccessKey key = SimulatedLinks.can(card)) {
      return inspector.capture(link, key, options);
    }
  }

  private static void assertNoService(PcscReaders readers) {
    ErrorCode code = assertThrows(CardUnavailableException.class, readers::readers).code();
    assertEquals(ErrorCode.NO_SERVICE, code);
  }

  private static boolean holdsCard(PcscReaders readers) {
    try {
      return readers.readers().stream().anyMatch(Reader::cardPresent);
    } catch (CardUnavailableException e) {
      return false;
    }
  }

  /** How many readers there are; -1 where nobody knows. */
  private static int readersOf(PcscReaders readers) {
    try {
      return readers.readers().size();
    } catch (CardUnavailableException e) {
      return -1;
    }
  }

  private static void awaitEvent(BlockingQueue<ReaderEvent> events, ReaderEvent.Kind kind)
      throws InterruptedException {
    ReaderEvent wanted = new ReaderEvent(kind, PrivatePcscd.READER);
    ReaderEvent event;
    do {
      event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertNotNull(event, () -> "no event " + kind.name().toLowerCase(Locale.ROOT));
    } while (!wanted.equals(event));
  }
}
