package io.cardproof.simulator.chip;

import static io.cardproof.simulator.chip.TestTerminal.SELECT_APPLICATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterferenceTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String READ_COM = "00B09E0000";
  private static final String CONTENT = "0102030405";
  private static final String LEFT_OUT = "";

  private final List<Duration> pauses = new ArrayList<>();
  private final List<Exchange> seen = new ArrayList<>();

  @Test
  void aCommandIsSeenInThePlainWithItsPlaceFileAndPhase() throws CardRemovedException {
    TestTerminal terminal = opened(new Interference() {});
    terminal.sendProtected("00A4020C02011E");
    terminal.sendProtected("00B0000003");
    Exchange select = seen.get(3);
    assertEquals(4, select.number());
    assertEquals(0xA4, select.ins());
    assertEquals(0x020C, select.p1p2());
    assertEquals("011E", HEX.formatHex(select.data()));
    assertEquals(0x011E, select.fileId().getAsInt());
    assertEquals(Phase.BAC, select.phase());
    assertTrue(select.isProtected());
    Exchange read = seen.get(4);
    assertEquals(0x011E, read.fileId().getAsInt());
    assertEquals(3, read.expectedLength());
    assertEquals(Phase.PLAIN, seen.get(0).phase());
    assertFalse(seen.get(0).isProtected());
    assertEquals("command 5, INS B0, P1P2 0000, BAC", read.toString());
  }

  @Test
  void anAnswerTakesThePlaceOfTheCommand() throws CardRemovedException {
    TestTerminal terminal =
        opened(
            new Interference() {
              @Override
              public Optional<Answer> instead(Exchange exchange) {
                return exchange.ins() == 0xB0
                    ? Optional.of(Answer.status(0x6A82))
                    : Optional.empty();
              }
            });
    assertEquals("6A82", terminal.sendProtected(READ_COM));
  }

  @Test
  void aPlainAnswerIsChangedAndThenProtected() throws CardRemovedException {
    TestTerminal terminal =
        opened(
            new Interference() {
              @Override
              public Answer plain(Exchange exchange, Answer answer) {
                return exchange.ins() == 0xB0 ? answer.withData(new byte[] {7}) : answer;
              }
            });
    assertEquals("079000", terminal.sendProtected(READ_COM));
  }

  @Test
  void anObjectIsLeftOutUnderARightMac() throws CardRemovedException {
    assertEquals(CONTENT, sealed(answer -> answer.without(ProtectedAnswer.DO99)));
    assertEquals("9000", sealed(answer -> answer.without(ProtectedAnswer.DO87)));
  }

  @Test
  void anObjectIsReplacedUnderARightMac() throws CardRemovedException {
    UnaryOperator<ProtectedAnswer> refusal =
        answer -> answer.with(ProtectedAnswer.DO99, new byte[] {0x6A, (byte) 0x82});
    assertEquals(CONTENT + "6A82", sealed(refusal));
  }

  @Test
  void aMacMayBeWrongOrOverWhatIsNoLongerThere() {
    wrongMac(answer -> answer.sealed().without(ProtectedAnswer.DO99));
    wrongMac(answer -> answer.with(ProtectedAnswer.DO8E, new byte[8]));
    wrongMac(answer -> answer.underCounter(1));
    wrongMac(answer -> answer.underCounter(-1));
    wrongMac(ProtectedAnswer::underOtherMacKey);
  }

  @Test
  void withoutAMacNothingFollowsTheObjects() throws CardRemovedException {
    String bare = raw(answer -> answer.without(ProtectedAnswer.DO8E));
    assertTrue(bare.endsWith("990290009000"), bare);
    String fixed = raw(answer -> answer.sealed().without(ProtectedAnswer.DO8E));
    assertTrue(fixed.endsWith("990290009000"), fixed);
  }

  @Test
  void anUnprotectedAnswerIsThePlainOne() throws CardRemovedException {
    assertEquals(CONTENT + "9000", raw(ProtectedAnswer::inTheClear));
    String outer = raw(answer -> answer.withOuterStatus(0x6282));
    assertTrue(outer.endsWith("6282"), outer);
  }

  @ParameterizedTest
  @ValueSource(strings = {LEFT_OUT, "9000", "6A82"})
  void bytesOnTheWireAreWhatTheInterferenceSays(String bytes) throws CardRemovedException {
    TestTerminal terminal =
        opened(
            new Interference() {
              @Override
              public byte[] wire(Exchange exchange, byte[] response) {
                return exchange.ins() == 0xB0 ? HEX.parseHex(bytes) : response;
              }
            });
    assertEquals(bytes, terminal.send(HEX.formatHex(terminal.protect(READ_COM))));
  }

  @Test
  void aSilentCardLetsTheReaderWaitAndStaysAsItIs() throws CardRemovedException {
    TestTerminal terminal = opened(fated(Fate.SILENT));
    assertEquals("", terminal.send("00B1000000"));
    assertEquals(List.of(Duration.ofMillis(4_949)), pauses);
  }

  @Test
  void aLateAnswerTakesItsTime() throws CardRemovedException {
    TestTerminal terminal =
        opened(
            new Interference() {
              @Override
              public Duration delay(Exchange exchange) {
                return Duration.ofSeconds(exchange.ins() == 0xB0 ? 3 : 0);
              }
            });
    assertEquals(CONTENT + "9000", terminal.sendProtected(READ_COM));
    assertEquals(List.of(Duration.ofSeconds(3)), pauses);
  }

  @Test
  void aRemovedCardIsBackAfterAReset() throws CardRemovedException {
    VirtualCard card = card(fated(Fate.REMOVED));
    TestTerminal terminal = new TestTerminal(card);
    assertThrows(CardRemovedException.class, () -> terminal.send("00B1000000"));
    assertThrows(CardRemovedException.class, () -> terminal.send(SELECT_APPLICATION));
    card.reset();
    assertEquals("9000", terminal.send(SELECT_APPLICATION));
  }

  @Test
  void aCardWhosePowerDipsHasForgottenItsChannel() throws CardRemovedException {
    TestTerminal terminal = opened(fated(Fate.RESET));
    terminal.sendProtected(READ_COM);
    assertEquals("plain 6988", terminal.sendProtected("00B100000354010000"));
    assertEquals(Phase.PLAIN, seen.get(seen.size() - 1).phase());
  }

  @Test
  void severalWorkOneBehindTheOther() throws CardRemovedException {
    Interference one = appending(1);
    Interference two = appending(2);
    ChipImage image = image().interference(one).interference(two).build();
    assertEquals("900001" + "02", new TestTerminal(card(image)).send(SELECT_APPLICATION));
  }

  @Test
  void eachCardHasItsOwn() throws CardRemovedException {
    ChipImage image = image().interference(new Once()).build();
    for (int i = 0; i < 2; i++) {
      TestTerminal terminal = new TestTerminal(card(image));
      assertEquals("6F00", terminal.send(SELECT_APPLICATION));
      assertEquals("9000", terminal.send(SELECT_APPLICATION));
    }
  }

  /** Refuses the first command of its card. */
  private static final class Once implements Interference {
    private boolean done;

    @Override
    public Interference forCard() {
      return new Once();
    }

    @Override
    public Optional<Answer> instead(Exchange exchange) {
      boolean first = !done;
      done = true;
      return first ? Optional.of(Answer.status(0x6F00)) : Optional.empty();
    }
  }

  private static Interference appending(int last) {
    return new Interference() {
      @Override
      public byte[] wire(Exchange exchange, byte[] response) {
        return Bytes.join(response, new byte[] {(byte) last});
      }
    };
  }

  /** That fate for INS B1. */
  private static Interference fated(Fate fate) {
    return new Interference() {
      @Override
      public Fate fate(Exchange exchange) {
        return exchange.ins() == 0xB1 ? fate : Fate.ANSWERS;
      }
    };
  }

  private String sealed(UnaryOperator<ProtectedAnswer> change) throws CardRemovedException {
    return opened(onRead(change)).sendProtected(READ_COM);
  }

  private String raw(UnaryOperator<ProtectedAnswer> change) throws CardRemovedException {
    TestTerminal terminal = opened(onRead(change));
    return terminal.send(HEX.formatHex(terminal.protect(READ_COM)));
  }

  private void wrongMac(UnaryOperator<ProtectedAnswer> change) {
    AssertionError wrong = assertThrows(AssertionError.class, () -> sealed(change));
    assertEquals("the chip's MAC is wrong", wrong.getMessage());
  }

  private static Interference onRead(UnaryOperator<ProtectedAnswer> change) {
    return new Interference() {
      @Override
      public ProtectedAnswer sealed(Exchange exchange, ProtectedAnswer answer) {
        return exchange.ins() == 0xB0 ? change.apply(answer) : answer;
      }
    };
  }

  private TestTerminal opened(Interference interference) throws CardRemovedException {
    TestTerminal terminal = new TestTerminal(card(interference));
    terminal.openByBac();
    pauses.clear();
    return terminal;
  }

  private VirtualCard card(Interference interference) {
    return card(image().interference(interference).build());
  }

  private VirtualCard card(ChipImage image) {
    return new VirtualCard(
        image,
        new SecureRandom(),
        time -> {
          if (!time.isZero()) {
            pauses.add(time);
          }
        });
  }

  private ChipImage.Builder image() {
    return ChipImage.builder()
        .mrzKey(TestTerminal.MRZ)
        .file(0x011E, HEX.parseHex(CONTENT))
        .interference(
            new Interference() {
              @Override
              public byte[] wire(Exchange exchange, byte[] response) {
                seen.add(exchange);
                return response;
              }
            });
  }
}
