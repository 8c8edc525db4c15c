package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.crypto.CipherSuite;
import io.cardproof.evidence.ChipProof;
import io.cardproof.value.Bytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which length INTERNAL AUTHENTICATE asks for, and what follows a refusal. */
class ActiveAuthenticationTest {
  private static final Bytes CHALLENGE = Bytes.ofHex("0102030405060708");
  private static final Bytes SIGNATURE = Bytes.of(new byte[128]);

  @Test
  void aSignatureThatFitsIsAskedForInAShortCommand() throws Exception {
    assertEquals(List.of(256), asked(1024, OpenChip.extendedLength(), "9000"));
  }

  @Test
  void aSignatureThatDoesNotFitIsAskedForWithExtendedLength() throws Exception {
    assertEquals(List.of(65_536), asked(2048, OpenChip.extendedLength(), "9000"));
  }

  @Test
  void aRefusedLengthIsAskedOnceInTheOtherForm() throws Exception {
    assertEquals(List.of(256, 65_536), asked(1024, OpenChip.extendedLength(), "6700", "9000"));
    assertEquals(List.of(65_536, 256), asked(2048, OpenChip.extendedLength(), "6700", "6700"));
  }

  @Test
  void anEmptyAnswerIsARefusedLengthToo() throws Exception {
    assertEquals(List.of(65_536, 256), asked(2048, OpenChip.extendedLength(), "0000", "9000"));
  }

  @Test
  void theLengthThatTheChipNamesIsAskedForOnce() throws Exception {
    assertEquals(List.of(256, 0x80), asked(1024, OpenChip.extendedLength(), "6C80", "9000"));
  }

  @Test
  void aCardWithoutExtendedLengthIsNeverAskedForIt() throws Exception {
    assertEquals(List.of(256), asked(2048, OpenChip.shortLength(), "6700"));
    assertEquals(List.of(256), asked(1024, OpenChip.shortLength(), "6700"));
  }

  @Test
  void onlyAnAnswerInPartsMayEndTheChannel() throws Exception {
    assertTrue(active(new Script(), 2048, OpenChip.shortLength()).mayEndTheChannel());
    assertFalse(active(new Script(), 2048, OpenChip.extendedLength()).mayEndTheChannel());
    assertFalse(active(new Script(), 1024, OpenChip.shortLength()).mayEndTheChannel());
  }

  private static List<Integer> asked(int bits, LongCommands commands, String... answers)
      throws Exception {
    Script script = new Script(answers);
    ChipProof proof = active(script, bits, commands).run(CHALLENGE);
    assertTrue(script.answers.isEmpty());
    assertEquals(statusWord(answers[answers.length - 1]), proof.statusWord());
    return script.asked;
  }

  private static ActiveAuthentication active(Script script, int bits, LongCommands commands)
      throws Exception {
    Bytes dg15 = Template.object(0x6F, RsaTestKeys.of(bits).spki());
    return new ActiveAuthentication(script, commands, dg15);
  }

  private static int statusWord(String text) {
    int statusWord = Integer.parseInt(text, 16);
    return statusWord == 0 ? Answer.SUCCESS : statusWord;
  }

  /** Gives these status words, 9000 with a signature and 0000 as 9000 without. */
  private static final class Script implements Channel {
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<Integer> asked = new ArrayList<>();

    Script(String... answers) {
      this.answers.addAll(List.of(answers));
    }

    @Override
    public Answer transmit(Apdu command) {
      asked.add(command.expectedLength());
      String next = answers.remove();
      return new Answer(next.equals("9000") ? SIGNATURE : Bytes.empty(), statusWord(next));
    }

    @Override
    public int largestRead(int maxResponseBytes) {
      return 223;
    }

    @Override
    public boolean fitsShort(Apdu command) {
      return true;
    }

    @Override
    public Optional<CipherSuite> suite() {
      return Optional.of(CipherSuite.AES_128);
    }

    @Override
    public boolean isPlain() {
      return false;
    }

    @Override
    public void close() {}
  }
}
