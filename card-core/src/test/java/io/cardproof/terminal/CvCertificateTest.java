package io.cardproof.terminal;

import static io.cardproof.terminal.TestAuthority.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.crypto.SignatureCheckException;
import io.cardproof.error.MalformedInputException;
import io.cardproof.terminal.HolderAuthorisation.Role;
import io.cardproof.value.Bytes;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CvCertificateTest {
  static Stream<String> curves() {
    return TestKeys.CURVES.stream();
  }

  @ParameterizedTest
  @EnumSource(CvAlgorithm.class)
  void everyAlgorithmIssuesWhatItsKeyVerifies(CvAlgorithm algorithm) throws Exception {
    TestKeys keys =
        algorithm.elliptic()
            ? TestKeys.named("issuer", "brainpoolP256r1")
            : TestKeys.named("issuer", 1024);
    issueAndVerify(new TestAuthority("UTCVCA00001", keys, algorithm));
  }

  @ParameterizedTest
  @MethodSource("curves")
  void everyCurveIssuesWhatItsKeyVerifies(String curve) throws Exception {
    for (CvAlgorithm algorithm : CvAlgorithm.values()) {
      if (algorithm.elliptic()) {
        issueAndVerify(
            new TestAuthority("UTCVCA00001", TestKeys.named("issuer", curve), algorithm));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 1280, 1536, 2048, 3072})
  void everySizeOfRsaIssuesWhatItsKeyVerifies(int bits) throws Exception {
    issueAndVerify(
        new TestAuthority(
            "UTCVCA00001", TestKeys.named("issuer", bits), CvAlgorithm.RSA_PSS_SHA_512));
  }

  private static void issueAndVerify(TestAuthority authority) throws Exception {
    CvCertificate issued = authority.itself();
    CvCertificate read = CvCertificate.parse("issued", issued.encoded());
    assertEquals(issued, read);
    assertEquals(issued.encodedBody(), read.body().encode());
    read.verify(read.body().publicKey());
    CvPublicKey other = TestAuthority.onCurve("UTCVCA00009").itself().body().publicKey();
    assertThrows(SignatureCheckException.class, () -> read.verify(other));
  }

  @Test
  void aFileMayHoldSeveral() throws Exception {
    CvCertificate one = TestAuthority.onCurve("UTCVCA00001").itself();
    CvCertificate two = TestAuthority.onCurve("UTCVCA00002").itself();
    Bytes file = Bytes.concat(one.encoded(), two.encoded());
    assertEquals(List.of(one, two), CvCertificate.parseAll("file", file));
    assertThrows(MalformedInputException.class, () -> CvCertificate.parse("file", file));
  }

  @Test
  void extensionsAreKeptAsTheyAre() throws Exception {
    TestAuthority authority = TestAuthority.onCurve("UTCVCA00001");
    CvBody plain = authority.itself().body();
    Bytes extensions = Bytes.ofHex("6506730406020301");
    CvBody extended =
        new CvBody(
            plain.authority(),
            plain.publicKey(),
            plain.holder(),
            plain.authorisation(),
            plain.effective(),
            plain.expires(),
            extensions);
    CvCertificate issued = extended.signedBy(authority.keys().key(), authority.algorithm());
    assertEquals(extensions, CvCertificate.parse("issued", issued.encoded()).body().extensions());
  }

  @Test
  void aKeyWithoutDomainParametersTakesThoseOfItsIssuer() throws Exception {
    TestAuthority root = TestAuthority.onCurve("UTCVCA00001");
    TestAuthority verifier = TestAuthority.onCurve("UTDVDE00001");
    TestAuthority terminal = TestAuthority.onCurve("UTISDE00001");
    CvPublicKey bare = root.certify(verifier, Role.DOMESTIC_DV, ALL).body().publicKey();
    CvCertificate below = verifier.certify(terminal, Role.TERMINAL, ALL);
    assertThrows(SignatureCheckException.class, () -> below.verify(bare));
    below.verify(bare.inherit(root.itself().body().publicKey()));
  }

  @Test
  void domainParametersThatAreNobodysAreNotComputedWith() throws Exception {
    TestAuthority root = TestAuthority.onCurve("UTCVCA00001");
    CvPublicKey.Ec key = (CvPublicKey.Ec) root.itself().body().publicKey();
    CvCurve curve = key.curve().orElseThrow();
    CvCurve own =
        new CvCurve(
            curve.prime(), curve.a(), curve.b(), key.point(), curve.order(), curve.cofactor());
    CvPublicKey chosen =
        new CvPublicKey.Ec(key.algorithm(), java.util.Optional.of(own), key.point());
    SignatureCheckException e =
        assertThrows(SignatureCheckException.class, () -> root.itself().verify(chosen));
    assertEquals(SignatureCheckException.Fault.KEY_FORGED, e.fault());
  }

  @Test
  void everyCutIsNoticed() throws Exception {
    Bytes whole = TestAuthority.onCurve("UTCVCA00001").itself().encoded();
    for (int length = 0; length < whole.length(); length++) {
      Bytes cut = whole.slice(0, length);
      assertThrows(MalformedInputException.class, () -> CvCertificate.parse("cut", cut));
    }
  }

  @Test
  void hostileBytesEndInOneKindOfError() throws Exception {
    byte[] whole = TestAuthority.onCurve("UTCVCA00001").itself().encoded().toByteArray();
    Random random = new Random(3);
    for (int round = 0; round < 20_000; round++) {
      byte[] hostile = whole.clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        hostile[random.nextInt(hostile.length)] = (byte) random.nextInt(256);
      }
      try {
        CvCertificate.parse("hostile", Bytes.of(hostile));
      } catch (MalformedInputException e) {
        // As it should be.
      }
    }
  }

  @Test
  void theMessageNamesThePlace() {
    MalformedInputException e =
        assertThrows(
            MalformedInputException.class,
            () -> CvCertificate.parse("dv.cvcert", Bytes.ofHex("7F21057F4E025F29")));
    assertEquals("dv.cvcert", e.source());
    assertTrue(e.place().startsWith("byte "), e.place());
  }

  @Test
  void datesArePlainDays() throws Exception {
    assertEquals(Bytes.ofHex("020601020300"), CvDates.write(LocalDate.of(2026, 12, 30)));
    for (String wrong : List.of("020601030000", "02060102030A", "0206010203", "020600020301")) {
      CvReader reader = CvReader.of("date", CvTag.EXPIRES.around(Bytes.ofHex(wrong)));
      assertThrows(MalformedInputException.class, () -> CvDates.read(reader, CvTag.EXPIRES), wrong);
    }
  }

  @Test
  void aReferenceIsOneToSixteenCharactersOfLatin() throws Exception {
    CvBody body = TestAuthority.onCurve("UTCVCA00001").itself().body();
    for (String wrong : List.of("", "UTCVCA00000000017", "Đ")) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              new CvBody(
                  wrong,
                  body.publicKey(),
                  body.holder(),
                  body.authorisation(),
                  body.effective(),
                  body.expires()),
          wrong);
    }
  }

  @Test
  void otherTypesOfTerminalHaveNoRightsInATravelDocument() {
    HolderAuthorisation other =
        new HolderAuthorisation(
            HolderAuthorisation.AUTHENTICATION_TERMINAL, Bytes.ofHex("FFFFFFFFFF"));
    assertEquals(Set.of(), other.rights());
    HolderAuthorisation root = HolderAuthorisation.inspectionSystem(Role.CVCA, ALL);
    assertEquals(Bytes.ofHex("C000000000"), root.restrict(other).bits());
  }
}
