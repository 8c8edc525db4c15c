package io.cardproof.chip;

import static io.cardproof.terminal.TestAuthority.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.crypto.CipherSuite;
import io.cardproof.evidence.TerminalRecord;
import io.cardproof.evidence.TerminalRecord.Outcome;
import io.cardproof.terminal.CvBody;
import io.cardproof.terminal.CvCertificate;
import io.cardproof.terminal.HolderAuthorisation.Role;
import io.cardproof.terminal.TerminalCredentials;
import io.cardproof.terminal.TestAuthority;
import io.cardproof.value.Bytes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The commands that the terminal sends, and what it makes of odd answers. */
class TerminalProtocolTest {
  private static final Answer DONE = new Answer(Bytes.empty(), Answer.SUCCESS);
  private static final Bytes CHALLENGE = Bytes.ofHex("0011223344556677");
  private static final TerminalBinding BINDING =
      new TerminalBinding(Bytes.ofHex("AA"), Bytes.ofHex("BBCC"));

  private final TestAuthority root = TestAuthority.rsa("UTCVCA00001");
  private final TestAuthority verifier = TestAuthority.rsa("UTDVDE00001");
  private final TestAuthority terminal = TestAuthority.rsa("UTISDE00001");
  private final CvCertificate first;
  private final CvCertificate second;
  private final List<Apdu> sent = new ArrayList<>();

  TerminalProtocolTest() throws Exception {
    first = root.certify(verifier, Role.DOMESTIC_DV, ALL);
    second = verifier.certify(terminal, Role.TERMINAL, ALL);
  }

  @Test
  void theCommandsAreThoseOfTheStandard() throws Exception {
    TerminalRecord record = run(command -> command.instruction() == 0x84 ? challenge(8) : DONE);
    assertEquals(Outcome.PASSED, record.outcome());
    List<String> headers =
        sent.stream()
            .map(apdu -> Bytes.of(apdu.header()).toHex().toUpperCase(Locale.ROOT))
            .toList();
    assertEquals(
        List.of("002281B6", "002A00BE", "002281B6", "002A00BE", "002281A4", "00840000", "00820000"),
        headers);
    assertEquals(name("UTCVCA00001"), sent.get(0).data());
    assertEquals(first.signedObjects(), sent.get(1).data());
    assertEquals(name("UTDVDE00001"), sent.get(2).data());
    assertEquals(second.signedObjects(), sent.get(3).data());
    assertEquals(name("UTISDE00001"), sent.get(4).data());
    assertEquals(8, sent.get(5).expectedLength());
    terminal
        .keys()
        .publicKey(terminal.algorithm())
        .verify(
            Bytes.concat(Bytes.ofHex("AA"), CHALLENGE, Bytes.ofHex("BBCC")), sent.get(6).data());
  }

  @Test
  void aChallengeOfAWrongLengthIsNotSigned() throws Exception {
    for (int length : new int[] {0, 7, 9}) {
      TerminalRecord record =
          run(command -> command.instruction() == 0x84 ? challenge(length) : DONE);
      assertEquals(Outcome.CHALLENGE_INVALID, record.outcome());
      assertEquals(6, sent.size());
      sent.clear();
    }
  }

  @Test
  void anAuthorityThatTheChipNamesAndDoesNotKnowIsSaidSo() throws Exception {
    TerminalRecord record = run(command -> new Answer(Bytes.empty(), 0x6A88));
    assertEquals(Outcome.AUTHORITY_REFUSED, record.outcome());
    assertEquals(0x6A88, record.statusWord());
    assertEquals(List.of(), record.holderReferences());
  }

  @Test
  void aTerminalKeyThatTheChipDoesNotTakeIsSaidSo() throws Exception {
    TerminalRecord record =
        run(command -> command.p2() == 0xA4 ? new Answer(Bytes.empty(), 0x6A88) : DONE);
    assertEquals(Outcome.TERMINAL_REFUSED, record.outcome());
  }

  @Test
  void aRefusedSignatureIsNotTriedAgain() throws Exception {
    TerminalRecord record =
        run(
            command ->
                switch (command.instruction()) {
                  case 0x84 -> challenge(8);
                  case 0x82 -> new Answer(Bytes.empty(), 0x6300);
                  default -> DONE;
                });
    assertEquals(Outcome.TERMINAL_REFUSED, record.outcome());
    assertEquals(7, sent.size());
  }

  private TerminalRecord run(Function<Apdu, Answer> chip) throws Exception {
    TerminalCredentials credentials =
        new TerminalCredentials(List.of(first, second), terminal.keys().key());
    LongCommands commands = new LongCommands(new ReadLadder(), 65_538);
    return new TerminalAuthentication(
            new Scripted(chip), commands, credentials, LocalDate.of(2026, 11, 23))
        .run(List.of("UTCVCA00001"), BINDING);
  }

  private static Answer challenge(int length) {
    return new Answer(Bytes.concat(CHALLENGE, Bytes.ofHex("88")).slice(0, length), Answer.SUCCESS);
  }

  private static Bytes name(String reference) {
    return Template.object(0x83, CvBody.latin(reference));
  }

  /** A channel whose other end is a function. */
  private final class Scripted implements Channel {
    private final Function<Apdu, Answer> chip;

    Scripted(Function<Apdu, Answer> chip) {
      this.chip = chip;
    }

    @Override
    public Answer transmit(Apdu command) {
      sent.add(command);
      return chip.apply(command);
    }

    @Override
    public int largestRead(int maxResponseBytes) {
      return maxResponseBytes;
    }

    @Override
    public boolean fitsShort(Apdu command) {
      return true;
    }

    @Override
    public Optional<CipherSuite> suite() {
      return Optional.empty();
    }

    @Override
    public boolean isPlain() {
      return false;
    }

    @Override
    public void close() {}
  }
}
