package io.cardproof.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cardproof.value.Bytes;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcCurvesTest {
  private static final int GENERATOR = 3;
  private static final int ORDER = 4;
  private static final int COFACTOR = 5;

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
  void everyStandardisedCurveHasItsParameterId(int id) {
    assertTrue(EcCurves.byParameterId(id).isPresent());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 2, 3, 7, 19, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void otherParameterIdsAreNoCurve(int id) {
    assertTrue(EcCurves.byParameterId(id).isEmpty());
  }

  @Test
  void explicitParametersOfAStandardisedCurveAreThatCurve() throws Exception {
    ECDomainParameters named = EcCurves.byParameterId(13).orElseThrow();
    assertEquals(named, EcCurves.normalise(explicit()));
    assertEquals(named, EcCurves.normalise(withoutCofactor()));
  }

  @Test
  void explicitParametersWithAGeneratorOfTheirOwnAreNoCurve() {
    X9ECParameters curve = ECNamedCurveTable.getByName("brainpoolP256r1");
    byte[] other = curve.getG().twice().getEncoded(false);
    assertRefused(KeyFormatException.Kind.FORGED, with(GENERATOR, new DEROctetString(other)));
  }

  @Test
  void explicitParametersWithAnotherOrderAreNoCurve() {
    assertUnsupported(with(ORDER, new ASN1Integer(BigInteger.valueOf(7))));
  }

  @Test
  void explicitParametersWithAnotherCofactorAreNoCurve() {
    assertUnsupported(with(COFACTOR, new ASN1Integer(2)));
  }

  @Test
  void aTruncatedParameterSetIsMalformed() {
    ASN1Sequence cut = new DERSequence(explicit().getObjectAt(0));
    KeyFormatException e = assertThrows(KeyFormatException.class, () -> EcCurves.normalise(cut));
    assertEquals(KeyFormatException.Kind.MALFORMED, e.kind());
  }

  @Test
  void aPointOffTheCurveIsRefused() {
    ECDomainParameters domain = EcCurves.byParameterId(13).orElseThrow();
    byte[] point = domain.getG().getEncoded(false);
    point[64] ^= 1;
    assertThrows(KeyFormatException.class, () -> EcCurves.point(domain, Bytes.of(point)));
  }

  @Test
  void compressedPointsAndInfinityAreRefused() {
    ECDomainParameters domain = EcCurves.byParameterId(13).orElseThrow();
    Bytes compressed = Bytes.of(domain.getG().getEncoded(true));
    assertThrows(KeyFormatException.class, () -> EcCurves.point(domain, compressed));
    assertThrows(KeyFormatException.class, () -> EcCurves.point(domain, Bytes.of((byte) 0)));
    assertThrows(KeyFormatException.class, () -> EcCurves.point(domain, Bytes.empty()));
  }

  private static void assertUnsupported(ASN1Sequence parameters) {
    assertRefused(KeyFormatException.Kind.UNSUPPORTED, parameters);
  }

  private static void assertRefused(KeyFormatException.Kind kind, ASN1Sequence parameters) {
    KeyFormatException e =
        assertThrows(KeyFormatException.class, () -> EcCurves.normalise(parameters));
    assertEquals(kind, e.kind());
  }

  private static ASN1Sequence explicit() {
    return ASN1Sequence.getInstance(
        ECNamedCurveTable.getByName("brainpoolP256r1").toASN1Primitive());
  }

  private static ASN1Sequence withoutCofactor() {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    for (int i = 0; i < COFACTOR; i++) {
      parts.add(explicit().getObjectAt(i));
    }
    return new DERSequence(parts);
  }

  private static ASN1Sequence with(int index, org.bouncycastle.asn1.ASN1Encodable replacement) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    for (int i = 0; i < explicit().size(); i++) {
      parts.add(i == index ? replacement : explicit().getObjectAt(i));
    }
    return new DERSequence(parts);
  }
}
