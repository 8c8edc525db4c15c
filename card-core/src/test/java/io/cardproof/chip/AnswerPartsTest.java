package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.value.Bytes;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswerPartsTest {
  private static final int MORE = 0x6100;

  @Test
  void theWholeAnswerIsNoLongerThanAChipCanMeanIt() throws Exception {
    assertEquals(65_536, collected(40_000, 25_536, 0x9000).data().length());
    assertThrows(ProtocolException.class, () -> collected(40_000, 25_537, 0x9000));
  }

  @Test
  void anAnswerInPartsComesToAnEnd() {
    AtomicInteger asked = new AtomicInteger();
    assertThrows(
        ProtocolException.class,
        () ->
            AnswerParts.collect(
                Step.READ_FILE,
                answer(1, MORE),
                command -> {
                  asked.incrementAndGet();
                  return answer(1, MORE);
                }));
    assertEquals(300, asked.get());
  }

  private static Answer collected(int first, int second, int statusWord) throws Exception {
    return AnswerParts.collect(
        Step.READ_FILE, answer(first, MORE), command -> answer(second, statusWord));
  }

  private static Answer answer(int length, int statusWord) {
    return new Answer(Bytes.of(new byte[length]), statusWord);
  }
}
