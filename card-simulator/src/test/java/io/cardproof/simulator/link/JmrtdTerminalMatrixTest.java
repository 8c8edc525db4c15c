package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.TerminalAlgorithm;
import io.cardproof.simulator.chip.TerminalRight;
import io.cardproof.simulator.chip.TerminalRole;
import io.cardproof.simulator.issuer.CvKey;
import io.cardproof.simulator.issuer.CvParty;
import io.cardproof.simulator.issuer.CvSubject;
import io.cardproof.simulator.issuer.SharedRsaKeys;
import io.cardproof.simulator.link.ProofChip.AgreementCase;
import io.cardproof.simulator.link.ProofChip.KeyIds;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.protocol.EACCAResult;
import org.jmrtd.protocol.PACEResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JMRTD as an inspection system: chains of every algorithm, after every kind of opening. */
@Timeout(300)
class JmrtdTerminalMatrixTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final int DG3 = 0x0103;
  private static final byte[] FINGERS = {0x63, 0x03, 0x02, 0x01, 0x00};
  private static final String CAN = "123456";
  private static final int MODP_1024 = 0;
  private static final int BRAINPOOL_256 = 13;
  private static final List<Integer> RSA_BITS = List.of(1024, 2048, 3072, 4096);
  private static final List<String> CURVES =
      List.of(
          "secp192r1",
          "brainpoolP192r1",
          "secp224r1",
          "brainpoolP224r1",
          "secp256r1",
          "brainpoolP256r1",
          "brainpoolP320r1",
          "secp384r1",
          "brainpoolP384r1",
          "brainpoolP512r1",
          "secp521r1");
  private static final PatientRuns RUNS = new PatientRuns();
  private static final SharedRsaKeys RSA = new SharedRsaKeys();

  /** What opens the chip, and with it how the chip is named in the signature. */
  enum Opening {
    BAC(BRAINPOOL_256),
    PACE_CURVE(BRAINPOOL_256),
    PACE_MODULAR(MODP_1024);

    private final int group;

    Opening(int group) {
      this.group = group;
    }
  }

  /**
   * One run.
   *
   * @param strength the curve's name, or the bits of the modulus
   * @param agreement the group of Chip Authentication
   */
  record Run(TerminalAlgorithm algorithm, String strength, Opening opening, int agreement) {}

  @AfterAll
  static void count() {
    System.out.printf(
        "JMRTD TA matrix: %d combinations, repeated for JMRTD's short keys %d%n",
        runs().count(), RUNS.repeated());
  }

  /** Every key after every opening; Chip Authentication over residues once for each algorithm. */
  static Stream<Run> runs() {
    return Stream.of(TerminalAlgorithm.values())
        .flatMap(
            algorithm ->
                Stream.of(Opening.values())
                    .flatMap(
                        opening ->
                            Stream.concat(
                                strengths(algorithm)
                                    .map(key -> new Run(algorithm, key, opening, BRAINPOOL_256)),
                                strengths(algorithm)
                                    .skip(1)
                                    .limit(1)
                                    .map(key -> new Run(algorithm, key, opening, MODP_1024)))));
  }

  /** PSS with SHA-512 and its salt of 64 bytes does not fit into 1024 bits. */
  private static Stream<String> strengths(TerminalAlgorithm algorithm) {
    return switch (algorithm.scheme()) {
      case ECDSA -> CURVES.stream();
      case RSA_PKCS1, RSA_PSS ->
          RSA_BITS.stream()
              .filter(bits -> bits > 1024 || algorithm != TerminalAlgorithm.RSA_PSS_SHA512)
              .map(String::valueOf);
    };
  }

  @Test
  void theMatrixIsWhole() {
    int curves = 5 * 11;
    int rsa = 6 * 4 - 1;
    assertEquals((curves + rsa) * 3 + 11 * 3, runs().distinct().count());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void jmrtdReadsFingerprints(Run run) throws Exception {
    CvParty root = CvParty.authority(subject("UTROOT00001", TerminalRole.AUTHORITY), key(run));
    CvParty verifier = root.certify(subject("UTDV00001", TerminalRole.DOMESTIC_VERIFIER), key(run));
    CvParty system =
        verifier.certify(subject("UTIS00001", TerminalRole.INSPECTION_SYSTEM), key(run));
    AgreementCase agreement = new AgreementCase(run.agreement(), 2, KeyIds.NONE);
    ChipImage.Builder image =
        agreement
            .image()
            .can(CAN)
            .pace(oid(run.opening()), run.opening().group)
            .file(DG3, FINGERS)
            .opensByTerminalRight(DG3, TerminalRight.READ_DG3)
            .terminalAuthentication(List.of(root.certificate()), TODAY);
    RUNS.run(
        image,
        run.opening().group,
        run.agreement(),
        reader -> {
          PACEResult pace = open(reader, run.opening());
          EACCAResult chip = reader.authenticateChip(null, agreement.oid(), agreement.publicKey());
          reader.authenticateTerminal(
              JmrtdTerminal.of(root, List.of(verifier, system)), chip, pace, ProofChip.NUMBER);
          assertArrayEquals(FINGERS, reader.read(DG3));
        });
  }

  private static @Nullable PACEResult open(JmrtdReader reader, Opening opening)
      throws CardServiceException {
    if (opening == Opening.BAC) {
      reader.openByBac(ProofChip.MRZ);
      return null;
    }
    return reader.openByPace(PACEKeySpec.createCANKey(CAN), oid(opening), opening.group);
  }

  /** Generic mapping with AES-128. */
  private static String oid(Opening opening) {
    return "0.4.0.127.0.7.2.2.4." + (opening == Opening.PACE_MODULAR ? 1 : 2) + ".2";
  }

  private static CvKey key(Run run) {
    return run.algorithm().scheme() == TerminalAlgorithm.Scheme.ECDSA
        ? CvKey.ec(run.algorithm(), ECNamedCurveTable.getOID(run.strength()), new SecureRandom())
        : RSA.key(run.algorithm(), Integer.parseInt(run.strength()));
  }

  private static CvSubject subject(String reference, TerminalRole role) {
    Set<TerminalRight> all = EnumSet.allOf(TerminalRight.class);
    return new CvSubject(reference, role, all, TODAY, TODAY.plusMonths(1));
  }
}
