package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.link.PaceCombination.Cipher;
import io.cardproof.simulator.link.PaceCombination.Mapping;
import io.cardproof.simulator.link.PaceCombination.Password;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jmrtd.protocol.PACECAMResult;
import org.jmrtd.protocol.PACEResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JMRTD opens the chip by every mapping, group, cipher and password of PACE. */
@Timeout(300)
class JmrtdPaceMatrixTest {
  private static final int BLOCK = 1000;
  private static final int MOST_SHORT_KEYS = 8;
  private static final Map<Mapping, Integer> OPENED = new EnumMap<>(Mapping.class);
  private static int refused;
  private static int repeated;

  /**
   * JMRTD gives Integrated Mapping a key whose algorithm it calls "AES/CBC/NoPadding", and takes
   * the ciphers from whatever provider comes first: the JDK's refuses that name, BouncyCastle does
   * not look at it. See {@link JmrtdDefectsTest}.
   */
  @BeforeAll
  static void letBouncyCastleComeFirst() {
    Security.insertProviderAt(new BouncyCastleProvider(), 1);
  }

  @AfterAll
  static void countAndTidyUp() {
    Security.removeProvider(BouncyCastleProvider.PROVIDER_NAME);
    System.out.printf(
        "JMRTD PACE matrix: %d combinations, opened %s, refused for JMRTD's nonce %d,"
            + " repeated for JMRTD's short keys %d%n",
        all().size(), OPENED, refused, repeated);
  }

  static List<PaceCombination> all() {
    return PaceCombination.all();
  }

  @Test
  void theMatrixHasEveryCombinationOfTheStandard() {
    int generic = 14 * 4;
    int integrated = 13 * 4;
    int chipAuthentication = 11 * 3;
    assertEquals((generic + integrated + chipAuthentication) * 4, all().size());
    assertEquals(all().size(), all().stream().distinct().count());
  }

  @ParameterizedTest
  @MethodSource("all")
  void jmrtdOpensTheChip(PaceCombination combination) throws Exception {
    if (combination.mapping() == Mapping.INTEGRATED && combination.cipher() == Cipher.AES_192) {
      assertNonceOfJmrtdIsTooLong(combination);
    } else {
      openUntilKeysAreLong(combination);
      OPENED.merge(combination.mapping(), 1, Integer::sum);
    }
  }

  /** Its nonce is as long as the chip's, not as a key: 32 bytes where §4.4.3.3.2 wants 24. */
  private static void assertNonceOfJmrtdIsTooLong(PaceCombination combination) throws Exception {
    try (JmrtdReader reader = reader(combination)) {
      CardServiceException refusal =
          assertThrows(CardServiceException.class, () -> open(reader, combination));
      assertEquals(0x6A80, refusal.getSW());
      assertTrue(String.valueOf(refusal.getMessage()).contains("mapping nonce"));
    }
    refused++;
  }

  /** JMRTD drops leading zeros of Diffie-Hellman keys; nothing else may make a run fail. */
  private static void openUntilKeysAreLong(PaceCombination combination) throws Exception {
    for (int run = 0; run < MOST_SHORT_KEYS; run++) {
      ShortKeyWatch watch = new ShortKeyWatch(combination.parameterId() == 0 ? 128 : 256);
      try (JmrtdReader reader = reader(combination)) {
        reader.listen(watch);
        openAndRead(reader, combination);
        return;
      } catch (CardServiceException e) {
        if (!combination.isModular() || !watch.hasSeenOne()) {
          throw e;
        }
        repeated++;
      }
    }
    throw new AssertionError("short keys in every run");
  }

  private static void openAndRead(JmrtdReader reader, PaceCombination combination)
      throws Exception {
    PACEResult result = open(reader, combination);
    if (result instanceof PACECAMResult cam) {
      ChipAuthenticationProof.verify(cam, PaceChip.staticKey(combination.parameterId()));
    }
    if (combination.password() == Password.PUK) {
      CardServiceException refusal =
          assertThrows(CardServiceException.class, () -> reader.read(PaceChip.EF_COM));
      assertEquals(-1, refusal.getSW());
    } else {
      assertArrayEquals(PaceChip.CONTENT, reader.read(PaceChip.EF_COM));
    }
  }

  private static PACEResult open(JmrtdReader reader, PaceCombination combination)
      throws CardServiceException, GeneralSecurityException {
    return reader.openByPace(
        PaceChip.key(combination.password()), combination.oid(), combination.parameterId());
  }

  private static JmrtdReader reader(PaceCombination combination) throws CardServiceException {
    return new JmrtdReader(new InProcessService(PaceChip.offering(combination)), BLOCK);
  }
}
