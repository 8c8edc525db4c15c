package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.link.PaceCombination.Cipher;
import io.cardproof.simulator.link.PaceCombination.Mapping;
import io.cardproof.simulator.link.PaceCombination.Password;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.protocol.PACEProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where JMRTD 0.8.6 itself fails against a chip that does right. */
@Timeout(60)
class JmrtdDefectsTest {
  private static final int BLOCK = 1000;
  private static final int SECP256R1 = 12;

  @ParameterizedTest
  @EnumSource(
      value = Cipher.class,
      names = {"TRIPLE_DES", "AES_128", "AES_256"})
  void integratedMappingFailsWithTheCiphersOfTheJdk(Cipher cipher) throws Exception {
    PaceCombination combination =
        new PaceCombination(Mapping.INTEGRATED, SECP256R1, cipher, Password.CAN);
    try (JmrtdReader reader =
        new JmrtdReader(new InProcessService(PaceChip.offering(combination)), BLOCK)) {
      CardServiceException failure =
          assertThrows(CardServiceException.class, () -> open(reader, combination));
      InvalidKeyException cause = assertInstanceOf(InvalidKeyException.class, failure.getCause());
      assertTrue(String.valueOf(cause.getMessage()).startsWith("Wrong algorithm"));
    }
  }

  @Test
  void leadingZerosOfDiffieHellmanKeysAreDropped() throws Exception {
    DHParameterSpec group =
        (DHParameterSpec) PACEInfo.toParameterSpec(PACEInfo.PARAM_ID_GFP_1024_160);
    BigInteger shortKey = BigInteger.ONE.shiftLeft(1000);
    PublicKey key =
        KeyFactory.getInstance("DH")
            .generatePublic(new DHPublicKeySpec(shortKey, group.getP(), group.getG()));
    assertEquals(126, PACEProtocol.encodePublicKeyForSmartCard(key).length);
  }

  /** Files of the master file are always read in the clear, which also ends the channel. */
  @Test
  void cardSecurityIsAskedForOutsideTheChannel() throws Exception {
    PaceCombination combination =
        new PaceCombination(Mapping.GENERIC, SECP256R1, Cipher.AES_128, Password.CAN);
    try (JmrtdReader reader = reader(combination)) {
      List<Integer> classes = new ArrayList<>();
      reader.listen(event -> classes.add(event.getCommandAPDU().getCLA()));
      assertThrows(CardServiceException.class, () -> reader.read(PaceChip.CARD_SECURITY));
      assertEquals(Set.of(0), Set.copyOf(classes));
    }
  }

  /** The counter of a second channel starts where the first one's stood; the standard says 0. */
  @Test
  void aSecondChannelWithAesHasAWrongCounter() throws Exception {
    PaceCombination combination =
        new PaceCombination(Mapping.GENERIC, SECP256R1, Cipher.AES_128, Password.CAN);
    try (JmrtdReader reader = reader(combination)) {
      CardServiceException failure =
          assertThrows(CardServiceException.class, () -> goOnByPin(reader, combination));
      assertEquals(0x6988, failure.getSW());
    }
  }

  @Test
  void aSecondChannelWithTripleDesIsRight() throws Exception {
    PaceCombination combination =
        new PaceCombination(Mapping.GENERIC, SECP256R1, Cipher.TRIPLE_DES, Password.CAN);
    try (JmrtdReader reader = reader(combination)) {
      goOnByPin(reader, combination);
      assertArrayEquals(PaceChip.CONTENT, reader.read(PaceChip.EF_COM));
    }
  }

  private static JmrtdReader reader(PaceCombination combination) throws Exception {
    VirtualCard card =
        new VirtualCard(
            PaceChip.image().pace(combination.oid(), combination.parameterId()).build(),
            new SecureRandom());
    JmrtdReader reader = new JmrtdReader(new InProcessService(card), BLOCK);
    reader.openMasterFileByPace(
        PaceChip.key(Password.CAN), combination.oid(), combination.parameterId());
    return reader;
  }

  private static void goOnByPin(JmrtdReader reader, PaceCombination combination) throws Exception {
    reader.openByPace(PaceChip.key(Password.PIN), combination.oid(), combination.parameterId());
  }

  private static void open(JmrtdReader reader, PaceCombination combination) throws Exception {
    reader.openByPace(
        PaceChip.key(combination.password()), combination.oid(), combination.parameterId());
  }
}
