package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.crypto.CipherSuite;
import io.cardproof.error.ProtocolException;
import io.cardproof.error.Step;
import io.cardproof.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** READ BINARY, command by command: ISO 7816-4 §11.2.3, and what chips answer instead. */
class BinaryReadsTest {
  private final List<String> sent = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private boolean plain;

  @ParameterizedTest(name = "offset {0}: {1}")
  @CsvSource({
    "0, 00B0000010",
    "255, 00B000FF10",
    "256, 00B0010010",
    "32767, 00B07FFF10",
    "32768, 00B10000045402800012",
    "65535, 00B10000045402FFFF12",
    "65536, 00B1000005540301000012",
    "16777215, 00B10000055403FFFFFF12",
  })
  void theOffsetTravelsInTheParametersAsLongAsItFits(int offset, String command) throws Exception {
    answers.add(offset > 0x7FFF ? answer("530141") : answer("41"));
    assertEquals(Bytes.ofHex("41"), reads().at(channel(), offset, 16).data());
    assertEquals(List.of(command), sent);
  }

  @ParameterizedTest(name = "{0} bytes: Le {1}")
  @CsvSource({"127, 129", "128, 131", "255, 258", "256, 260", "1000, 1004"})
  void toTheByteIsAskedForWithTheHeaderOfTheObject(int wanted, int expected) throws Exception {
    answers.add(answer("530141"));
    reads().at(channel(), 0x8000, wanted);
    assertEquals(List.of(expected), lengths);
  }

  @Test
  void anAnswerWithoutItsObjectIsBroken() {
    answers.add(answer("41"));
    assertThrows(ProtocolException.class, () -> reads().at(channel(), 0x8000, 1));
  }

  @Test
  void aRefusalOfTheOddInstructionIsOne() throws Exception {
    answers.add(status(0x6D00));
    assertEquals(0x6D00, reads().at(channel(), 0x8000, 1).statusWord());
  }

  @Test
  void aRefusedLengthIsLoweredInsideAChannelRungByRung() throws Exception {
    Stream.generate(() -> status(0x6700)).limit(10).forEach(answers::add);
    assertEquals(0x6700, reads().at(channel(), 0, 1_000).statusWord());
    assertEquals(List.of(1_000, 255, 223, 160, 128, 112), lengths);
  }

  @Test
  void inTheClearShortLengthComesAtOnce() throws Exception {
    plain = true;
    Stream.generate(() -> status(0x6700)).limit(10).forEach(answers::add);
    reads().at(channel(), 0, 1_000);
    assertEquals(List.of(1_000, 223, 160, 128, 112), lengths);
  }

  @Test
  void theLengthThatAChipNamesInsideAChannelIsAskedForOnce() throws Exception {
    answers.add(status(0x6C05));
    answers.add(answer("4142434445"));
    assertEquals(Bytes.ofHex("4142434445"), reads().at(channel(), 0, 16).data());
    assertEquals(List.of("00B0000010", "00B0000005"), sent);
    answers.add(status(0x6C05));
    answers.add(status(0x6C05));
    assertEquals(0x6C05, reads().at(channel(), 0, 16).statusWord());
    assertEquals(4, sent.size());
  }

  @Test
  void inTheClearOrWithDataItIsNot() throws Exception {
    answers.add(new Answer(Bytes.ofHex("41"), 0x6C05));
    assertEquals(0x6C05, reads().at(channel(), 0, 16).statusWord());
    plain = true;
    answers.add(status(0x6C05));
    assertEquals(0x6C05, reads().at(channel(), 0, 16).statusWord());
    assertEquals(2, sent.size());
  }

  @Test
  void aShortIdentifierIsInTheFirstParameter() throws Exception {
    answers.add(answer("41"));
    reads().byShortIdentifier(channel(), 0x1E, 16);
    assertEquals(List.of("00B09E0010"), sent);
  }

  private static Answer answer(String data) {
    return new Answer(Bytes.ofHex(data), Answer.SUCCESS);
  }

  private static Answer status(int statusWord) {
    return new Answer(Bytes.empty(), statusWord);
  }

  private BinaryReads reads() {
    return new BinaryReads(port(), new ReadLadder(), 65_538);
  }

  private static ApduPort port() {
    return new ApduPort() {
      @Override
      public byte[] exchange(byte[] command) {
        throw new AssertionError("past the channel");
      }

      @Override
      public Step step() {
        return Step.READ_FILE;
      }
    };
  }

  private Channel channel() {
    return new Channel() {
      @Override
      public Answer transmit(Apdu command) {
        sent.add(Bytes.of(command.encode()).toHex().toUpperCase(Locale.ROOT));
        lengths.add(command.expectedLength());
        return answers.remove(0);
      }

      @Override
      public int largestRead(int maxResponseBytes) {
        return maxResponseBytes - 2;
      }

      @Override
      public boolean fitsShort(Apdu command) {
        return !command.isExtended();
      }

      @Override
      public Optional<CipherSuite> suite() {
        return Optional.empty();
      }

      @Override
      public boolean isPlain() {
        return plain;
      }

      @Override
      public void close() {}
    };
  }
}
