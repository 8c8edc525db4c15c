package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.DecoratedLink;
import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.document.FileId;
import io.cardproof.error.CardUnavailableException;
import io.cardproof.error.ProtocolException;
import io.cardproof.reader.CardLink;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.value.Bytes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secure messaging under every cipher against the simulator, ICAO 9303-11 §9.8. */
class SecureMessagingSuitesTest {
  private static final int LENGTH = 45_000;
  private final SecureRandom random = new SecureRandom();
  private final List<Bytes> sent = new ArrayList<>();
  private String instead = "";

  @ParameterizedTest
  @CsvSource({
    "2.1, 65538", "2.2, 65538", "2.3, 65538", "2.4, 65538",
    "2.1, 8192", "2.2, 8192", "2.3, 8192", "2.4, 8192"
  })
  void aFileOf45000BytesIsReadWithExtendedLength(String variant, int maxResponse) throws Exception {
    Bytes file = file();
    PaceLink link = link(variant, file, maxResponse);
    try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN);
        Access.Opened opened = link.open(key)) {
      sent.clear();
      assertEquals(file, link.read(opened, FileId.DG2));
      // Past 32,767 bytes the offset is in a data object, under an odd instruction.
      boolean far = sent.stream().anyMatch(command -> command.at(1) == 0xB1);
      assertEquals(maxResponse == 8192, far);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.1", "2.2", "2.3", "2.4"})
  void theCounterRunsOverShortReadsToo(String variant) throws Exception {
    Bytes file = file();
    PaceLink link = link(variant, file, 258);
    try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN);
        Access.Opened opened = link.open(key)) {
      sent.clear();
      assertEquals(file, link.read(opened, FileId.DG2));
      assertTrue(sent.size() > 190, "commands: " + sent.size());
      assertTrue(sent.stream().allMatch(command -> command.at(4) != 0));
      assertTrue(sent.stream().anyMatch(command -> command.at(1) == 0xB1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6987", "6988", "6982", "6985", "9000", "6700", "6F00", "6282", "6A82"})
  void anyBareStatusWordEndsTheSession(String statusWord) throws Exception {
    for (String variant : List.of("2.1", "2.2", "2.3", "2.4")) {
      assertEnds(variant, statusWord);
    }
  }

  @Test
  void afterBasicAccessControlToo() throws Exception {
    PaceChips chip = PaceChips.chip();
    PaceLink link = link(chip, 65_538);
    try (AccessKey key = PaceChips.key(AccessKey.Kind.MRZ);
        Access.Opened opened = link.open(key)) {
      assertEquals(PaceChips.FILE, link.read(opened, FileId.SOD));
      assertLost(opened, "6988");
    }
  }

  private void assertEnds(String variant, String statusWord) throws Exception {
    instead = "";
    PaceLink link = link(variant, file(), 65_538);
    try (AccessKey key = PaceChips.key(AccessKey.Kind.CAN);
        Access.Opened opened = link.open(key)) {
      assertLost(opened, statusWord);
    }
  }

  private void assertLost(Access.Opened opened, String statusWord) {
    instead = statusWord;
    sent.clear();
    Apdu read = Apdu.of(0xB0, 0x9D, 0, 256);
    ProtocolException e =
        assertThrows(ProtocolException.class, () -> opened.channel().transmit(read));
    assertEquals(Integer.parseInt(statusWord, 16), e.statusWord().orElseThrow());
    assertThrows(ProtocolException.class, () -> opened.channel().transmit(read));
    assertEquals(1, sent.size());
  }

  private PaceLink link(String variant, Bytes file, int maxResponse) throws Exception {
    PaceChips chip = PaceChips.chip().pace(variant, 13);
    chip.with().file(0x0102, file.toByteArray());
    return link(chip, maxResponse);
  }

  private PaceLink link(PaceChips chip, int maxResponse) throws Exception {
    VirtualCard card = new VirtualCard(chip.build(), random);
    CardLink link =
        new DecoratedLink(SimulatedLinks.inProcess(card)) {
          @Override
          public int maxResponseBytes() {
            return maxResponse;
          }

          @Override
          public byte[] transmit(byte[] command) throws CardUnavailableException {
            sent.add(Bytes.of(command));
            byte[] answer = super.transmit(command);
            return instead.isEmpty() ? answer : Bytes.ofHex(instead).toByteArray();
          }
        };
    return new PaceLink(link, random);
  }

  private Bytes file() {
    byte[] content = new byte[LENGTH];
    random.nextBytes(content);
    byte[] header = Bytes.ofHex("7582AFC4").toByteArray();
    System.arraycopy(header, 0, content, 0, header.length);
    return Bytes.of(content);
  }
}
