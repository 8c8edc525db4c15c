package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.simulator.chip.EcSignatureForm;
import io.cardproof.simulator.chip.SignatureTrailer;
import io.cardproof.simulator.link.ProofChip.AgreementCase;
import io.cardproof.simulator.link.ProofChip.KeyIds;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** JMRTD runs Chip and Active Authentication with every group, key, cipher, hash and form. */
@Timeout(300)
class JmrtdProofMatrixTest {
  private static final PatientRuns RUNS = new PatientRuns();
  private static final List<Integer> RSA_BITS = List.of(1024, 2048, 3072, 4096);
  private static final List<String> DIGESTS =
      List.of("SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");

  @AfterAll
  static void count() {
    System.out.printf(
        "JMRTD CA matrix: %d combinations, repeated for JMRTD's short keys %d%n",
        agreements().count(), RUNS.repeated());
    System.out.printf("JMRTD AA matrix: %d combinations%n", rsa().count() + curves().count());
  }

  /** Every standardised group, every cipher, keys without, with one and with several numbers. */
  static Stream<AgreementCase> agreements() {
    return groups()
        .flatMap(
            group ->
                IntStream.rangeClosed(1, 4)
                    .boxed()
                    .flatMap(
                        cipher ->
                            Stream.of(KeyIds.values())
                                .map(ids -> new AgreementCase(group, cipher, ids))));
  }

  static Stream<Arguments> rsa() {
    return RSA_BITS.stream()
        .flatMap(
            bits ->
                DIGESTS.stream()
                    .flatMap(
                        digest ->
                            Stream.of(SignatureTrailer.IMPLICIT, SignatureTrailer.EXPLICIT)
                                .map(trailer -> Arguments.of(bits, digest, trailer))));
  }

  static Stream<Arguments> curves() {
    return IntStream.rangeClosed(8, 18)
        .boxed()
        .flatMap(
            group ->
                DIGESTS.stream()
                    .flatMap(
                        digest ->
                            Stream.of(EcSignatureForm.values())
                                .map(form -> Arguments.of(group, digest, form))));
  }

  private static Stream<Integer> groups() {
    return IntStream.concat(IntStream.rangeClosed(0, 2), IntStream.rangeClosed(8, 18)).boxed();
  }

  @Test
  void theMatrixIsWhole() {
    assertEquals((3 + 11) * 4 * 3, agreements().distinct().count());
    assertEquals(4 * 5 * 2, rsa().count());
    assertEquals(11 * 5 * 2, curves().count());
  }

  @ParameterizedTest
  @MethodSource("agreements")
  void chipAuthentication(AgreementCase agreement) throws Exception {
    RUNS.run(
        agreement.image(),
        ProofChip.NO_GROUP,
        agreement.group(),
        reader -> {
          reader.openByBac(ProofChip.MRZ);
          reader.authenticateChip(agreement.keyId(), agreement.oid(), agreement.publicKey());
          assertArrayEquals(ProofChip.CONTENT, reader.read(ProofChip.EF_COM));
        });
  }

  @ParameterizedTest
  @MethodSource("rsa")
  void activeAuthenticationByRsa(int bits, String digest, SignatureTrailer trailer)
      throws Exception {
    KeyPair pair = ProofChip.rsa(bits);
    try (JmrtdReader reader = ProofChip.opened(ProofChip.image(pair, digest, trailer))) {
      byte[] answer =
          reader.activeAuthentication(
              pair.getPublic(), digest, "RSA/ISO9796-2", ActiveProof.CHALLENGE);
      assertTrue(ActiveProof.verifies(pair.getPublic(), digest, trailer, answer));
    }
  }

  @ParameterizedTest
  @MethodSource("curves")
  void activeAuthenticationByCurves(int group, String digest, EcSignatureForm form)
      throws Exception {
    KeyPair pair = ProofChip.curve(group);
    try (JmrtdReader reader = ProofChip.opened(ProofChip.image(pair, digest, form))) {
      byte[] answer =
          reader.activeAuthentication(pair.getPublic(), digest, "ECDSA", ActiveProof.CHALLENGE);
      assertTrue(ActiveProof.verifies(pair.getPublic(), digest, form, answer));
    }
  }
}
