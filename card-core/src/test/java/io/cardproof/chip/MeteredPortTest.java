package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.DecoratedLink;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ErrorCode;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.reader.CardLink;
import io.cardproof.value.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The budget of one inspection, to the command, the byte and the millisecond. */
class MeteredPortTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final byte[] COMMAND = new byte[5];
  private final List<Step> steps = new ArrayList<>();
  private byte[] answer = Bytes.ofHex("0102039000").toByteArray();
  private long now = 7_000_000_000L;
  private boolean cancelled;

  @Test
  void everyCommandAndByteIsCounted() throws Exception {
    MeteredPort port = port(new Limits(10, 1000, MINUTE));
    assertArrayEquals(answer, port.exchange(COMMAND));
    port.exchange(new byte[8]);
    assertEquals(2, port.apdus());
    assertEquals(13, port.bytesSent());
    assertEquals(10, port.bytesReceived());
    now += 1_234_999_999L;
    assertEquals(1_234, port.millis());
  }

  @Test
  void theLastCommandThatIsAllowedIsSent() throws Exception {
    MeteredPort port = port(new Limits(2, 1000, MINUTE));
    port.exchange(COMMAND);
    port.exchange(COMMAND);
    ProtocolException refused = assertThrows(ProtocolException.class, () -> port.exchange(COMMAND));
    assertEquals(ErrorCode.LIMIT_EXCEEDED, refused.code());
    assertEquals(2, port.apdus());
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11})
  void bytesOfBothDirectionsAreInOneBudget(long bytes) throws Exception {
    MeteredPort port = port(new Limits(10, bytes, MINUTE));
    port.exchange(COMMAND);
    if (bytes > 10) {
      port.exchange(COMMAND);
    }
    ProtocolException refused = assertThrows(ProtocolException.class, () -> port.exchange(COMMAND));
    assertEquals(ErrorCode.LIMIT_EXCEEDED, refused.code());
  }

  @Test
  void timeIsUpAtTheMillisecond() throws Exception {
    MeteredPort port = port(new Limits(10, 1000, Duration.ofMillis(500)));
    now += 499_999_999;
    port.exchange(COMMAND);
    now += 1;
    CardUnavailableException late =
        assertThrows(CardUnavailableException.class, () -> port.exchange(COMMAND));
    assertEquals(ErrorCode.TIMEOUT, late.code());
  }

  @Test
  void nothingIsSentAfterCancelling() {
    MeteredPort port = port(Limits.defaults());
    cancelled = true;
    CardUnavailableException ended =
        assertThrows(CardUnavailableException.class, () -> port.exchange(COMMAND));
    assertEquals(ErrorCode.CANCELLED, ended.code());
    assertEquals(0, port.apdus());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90"})
  void anAnswerWithoutAStatusWordIsACardThatWentAway(String stump) {
    answer = Bytes.ofHex(stump).toByteArray();
    MeteredPort port = port(Limits.defaults());
    port.enter(Step.PACE);
    CardUnavailableException gone =
        assertThrows(CardUnavailableException.class, () -> port.exchange(COMMAND));
    assertEquals(ErrorCode.CARD_REMOVED, gone.code());
    assertEquals(Step.PACE, gone.step());
  }

  @Test
  void aStatusWordAloneIsAnAnswer() throws Exception {
    answer = Bytes.ofHex("6A82").toByteArray();
    assertArrayEquals(answer, port(Limits.defaults()).exchange(COMMAND));
  }

  @Test
  void aStepIsToldWhenItBeginsAndNotAgain() {
    MeteredPort port = port(Limits.defaults());
    port.enter(Step.CARD_ACCESS);
    port.enter(Step.CARD_ACCESS);
    port.enter(Step.PACE);
    assertEquals(List.of(Step.CARD_ACCESS, Step.PACE), steps);
    assertEquals(Step.PACE, port.step());
  }

  @Test
  void aLinkThatFailsFailsInTheStepThatAsked() {
    CardLink broken =
        new DecoratedLink(CardLink.of("broken", Bytes.empty(), command -> answer)) {
          @Override
          public byte[] transmit(byte[] command) throws CardUnavailableException {
            throw new CardUnavailableException(ErrorCode.CARD_REMOVED, Step.CONNECT, "gone");
          }
        };
    MeteredPort port =
        new MeteredPort(
            broken, Limits.defaults(), () -> cancelled, ProgressListener.none(), () -> now);
    port.enter(Step.READ_FILE);
    CardUnavailableException gone =
        assertThrows(CardUnavailableException.class, () -> port.exchange(COMMAND));
    assertEquals(Step.READ_FILE, gone.step());
    assertEquals(ErrorCode.CARD_REMOVED, gone.code());
    assertTrue(String.valueOf(gone.getMessage()).contains("gone"));
  }

  private MeteredPort port(Limits limits) {
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void stepStarted(Step step) {
            steps.add(step);
          }
        };
    return new MeteredPort(
        CardLink.of("metered", Bytes.empty(), command -> answer),
        limits,
        () -> cancelled,
        listener,
        () -> now);
  }
}
