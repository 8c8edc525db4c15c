package io.cardproof.simulator.chip;

import static io.cardproof.simulator.chip.TestTerminal.SELECT_APPLICATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Padding;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chip checks in BAC, ICAO 9303-11 §4.3. */
class BasicAccessTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final CipherSuite DES = CipherSuite.TRIPLE_DES;

  private final VirtualCard card =
      new VirtualCard(FileAccessTest.protectedByBac(), new SecureRandom());
  private final TestTerminal terminal = new TestTerminal(card);

  @Test
  void aRightAnswerOpens() throws CardRemovedException {
    terminal.send(SELECT_APPLICATION);
    assertTrue(terminal.send(authenticate(TestTerminal.MRZ, challenge())).endsWith("9000"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void aChallengeThatComesBackChangedIs6300UnderARightMac(int changed) throws CardRemovedException {
    terminal.send(SELECT_APPLICATION);
    byte[] challenge = challenge();
    challenge[changed] ^= 1;
    assertEquals("6300", terminal.send(authenticate(TestTerminal.MRZ, challenge)));
    assertEquals("6985", terminal.send(authenticate(TestTerminal.MRZ, challenge)));
  }

  @Test
  void theKeyOfAnotherMrzIs6300() throws CardRemovedException {
    terminal.send(SELECT_APPLICATION);
    assertEquals("6300", terminal.send(authenticate("L898902C<369080619406237", challenge())));
  }

  @Test
  void onlyTheLastChallengeCounts() throws CardRemovedException {
    terminal.send(SELECT_APPLICATION);
    byte[] first = challenge();
    byte[] second = challenge();
    assertEquals("6300", terminal.send(authenticate(TestTerminal.MRZ, first)));
    terminal.send("0084000008");
    assertEquals("6300", terminal.send(authenticate(TestTerminal.MRZ, second)));
  }

  @Test
  void aResetForgetsTheChallenge() throws CardRemovedException {
    terminal.send(SELECT_APPLICATION);
    byte[] challenge = challenge();
    card.reset();
    terminal.send(SELECT_APPLICATION);
    assertEquals("6985", terminal.send(authenticate(TestTerminal.MRZ, challenge)));
  }

  private byte[] challenge() throws CardRemovedException {
    return Arrays.copyOf(HEX.parseHex(terminal.send("0084000008")), 8);
  }

  private static String authenticate(String mrzInformation, byte[] challenge) {
    byte[] seed = Arrays.copyOf(BasicAccess.hashOf(mrzInformation), 16);
    byte[] plain = new byte[32];
    System.arraycopy(challenge, 0, plain, 8, 8);
    byte[] cryptogram = DES.encrypt(DES.deriveKey(seed, 1), new byte[8], plain);
    byte[] mac = DES.mac(DES.deriveKey(seed, 2), Padding.add(cryptogram, 8));
    return "0082000028" + HEX.formatHex(cryptogram) + HEX.formatHex(mac) + "28";
  }
}
