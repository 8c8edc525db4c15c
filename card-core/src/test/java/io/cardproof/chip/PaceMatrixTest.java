package io.cardproof.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.SimulatedLinks;
import io.cardproof.access.AccessKey;
import io.cardproof.crypto.EcCurves;
import io.cardproof.document.FileId;
import io.cardproof.evidence.AccessRecord;
import io.cardproof.evidence.ChipProof;
import io.cardproof.evidence.EvidenceFile;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.value.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.junit.jupiter.api.Test;

/**
 * Every variant of PACE that the standard has, against the simulator: mapping, group, cipher and
 * password, ICAO 9303-11 §9.2.3 and §9.5.1. The standard leaves out three things: Integrated
 * Mapping on secp224r1 (id 10), whose prime is 1 modulo 4 (appendix B); Chip Authentication Mapping
 * with numbers modulo a prime; and the same with triple DES.
 */
class PaceMatrixTest {
  private static final List<Integer> NUMBERS = List.of(0, 1, 2);
  private static final List<Integer> CURVES = IntStream.rangeClosed(8, 18).boxed().toList();
  private static final int SECP224R1 = 10;
  private static final List<Integer> CIPHERS = List.of(1, 2, 3, 4);
  private static final List<Integer> AES = List.of(2, 3, 4);
  private static final Bytes CARD_SECURITY = Bytes.ofHex("3003020107");

  private record Combination(String variant, int parameterId, AccessKey.Kind password) {}

  @Test
  void everyCombinationOpensTheChip() throws Exception {
    List<Combination> matrix = matrix();
    assertEquals(564, matrix.stream().distinct().count());
    SecureRandom random = new SecureRandom();
    for (Combination combination : matrix) {
      assertOpens(combination, random);
    }
    System.out.println("PACE matrix: " + matrix.size() + " combinations");
  }

  private static List<Combination> matrix() {
    List<Integer> mappable = CURVES.stream().filter(id -> id != SECP224R1).toList();
    List<Combination> matrix = new ArrayList<>();
    add(matrix, 1, NUMBERS, CIPHERS);
    add(matrix, 2, CURVES, CIPHERS);
    add(matrix, 3, NUMBERS, CIPHERS);
    add(matrix, 4, mappable, CIPHERS);
    add(matrix, 6, CURVES, AES);
    return matrix;
  }

  private static void add(
      List<Combination> matrix, int agreement, List<Integer> groups, List<Integer> ciphers) {
    for (int group : groups) {
      for (int cipher : ciphers) {
        for (AccessKey.Kind password : AccessKey.Kind.values()) {
          matrix.add(new Combination(agreement + "." + cipher, group, password));
        }
      }
    }
  }

  private static void assertOpens(Combination combination, SecureRandom random) throws Exception {
    PaceChips chip = PaceChips.chip().pace(combination.variant(), combination.parameterId());
    if (combination.variant().startsWith("6")) {
      ECDomainParameters domain = EcCurves.byParameterId(combination.parameterId()).orElseThrow();
      BigInteger key = EcCurves.privateKey(domain, random);
      chip.mappingKey(new ECPrivateKeyParameters(key, domain), CARD_SECURITY);
    }
    VirtualCard card = new VirtualCard(chip.build(), random);
    PaceLink link = new PaceLink(SimulatedLinks.inProcess(card), random);
    try (AccessKey key = PaceChips.key(combination.password());
        Access.Opened opened = link.open(key)) {
      AccessRecord record = opened.record();
      assertEquals("0.4.0.127.0.7.2.2.4." + combination.variant(), record.oid().orElseThrow());
      assertEquals(combination.parameterId(), record.parameterId().orElseThrow());
      assertEquals(combination.password(), record.key().orElseThrow());
      assertChannel(combination, link, opened);
      if (combination.variant().startsWith("6")) {
        assertMapping(combination, opened);
      }
    }
  }

  // What the key is for: the files, or with the PUK the counter of the PIN and nothing else.
  private static void assertChannel(Combination combination, PaceLink link, Access.Opened opened)
      throws Exception {
    if (combination.password() == AccessKey.Kind.PUK) {
      assertTrue(
          opened.channel().transmit(Apdu.of(0x2C, 0x03, 0x03, 0)).isSuccess(),
          combination::toString);
    } else {
      assertEquals(PaceChips.FILE, link.read(opened, FileId.SOD), combination::toString);
    }
  }

  private static void assertMapping(Combination combination, Access.Opened opened) {
    ChipProof.ChipAuthenticationMapping proof =
        (ChipProof.ChipAuthenticationMapping) opened.proofs().get(0);
    assertEquals(combination.parameterId(), proof.parameterId());
    EvidenceFile cardSecurity = opened.files().get(0);
    assertEquals(FileId.CARD_SECURITY, cardSecurity.id());
    if (combination.password() != AccessKey.Kind.PUK) {
      assertEquals(CARD_SECURITY, cardSecurity.content());
    }
  }
}
