package io.cardproof.simulator.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.link.PaceCombination.Password;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.DomainParameters;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jmrtd.lds.PACEInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chips with domain parameters of their own, and with several PACEInfos, opened by JMRTD. */
@Timeout(60)
class JmrtdPaceOffersTest {
  private static final String ECDH_GM_AES_128 = "0.4.0.127.0.7.2.2.4.2.2";
  private static final String DH_GM_AES_256 = "0.4.0.127.0.7.2.2.4.1.4";
  private static final String ECDH_GM_AES_256 = "0.4.0.127.0.7.2.2.4.2.4";
  private static final int OWN = 42;

  @ParameterizedTest
  @ValueSource(strings = {"secp256k1", "brainpoolP256t1", "secp160r1", "prime239v1"})
  void explicitCurves(String name) throws Exception {
    var curve = ECNamedCurveTable.getByName(name);
    ChipImage image =
        PaceChip.image()
            .pace(ECDH_GM_AES_128, OWN, algorithm(X9ObjectIdentifiers.id_ecPublicKey, curve))
            .build();
    ECParameterSpec spec =
        new ECParameterSpec(
            new EllipticCurve(
                new ECFieldFp(curve.getCurve().getField().getCharacteristic()),
                curve.getCurve().getA().toBigInteger(),
                curve.getCurve().getB().toBigInteger()),
            new ECPoint(
                curve.getG().getAffineXCoord().toBigInteger(),
                curve.getG().getAffineYCoord().toBigInteger()),
            curve.getN(),
            1);
    opens(image, ECDH_GM_AES_128, spec, null);
    opens(image, ECDH_GM_AES_128, spec, BigInteger.valueOf(OWN));
  }

  @Test
  void explicitModularGroup() throws Exception {
    PACEInfo.DHCParameterSpec spec =
        (PACEInfo.DHCParameterSpec) PACEInfo.toParameterSpec(PACEInfo.PARAM_ID_GFP_2048_256);
    DomainParameters group =
        new DomainParameters(spec.getP(), spec.getG(), spec.getQ(), null, null);
    ChipImage.Builder image =
        PaceChip.image()
            .pace(DH_GM_AES_256, OWN, algorithm(X9ObjectIdentifiers.dhpublicnumber, group));
    new PatientRuns()
        .run(
            image,
            PACEInfo.PARAM_ID_GFP_2048_256,
            ProofChip.NO_GROUP,
            reader -> {
              reader.openByPace(PaceChip.key(Password.CAN), DH_GM_AES_256, spec, null);
              assertArrayEquals(PaceChip.CONTENT, reader.read(PaceChip.EF_COM));
            });
  }

  @Test
  void aNumberIsNeededWhereTheProtocolIsOfferedTwice() throws Exception {
    ChipImage image =
        PaceChip.image()
            .pace(ECDH_GM_AES_128, 13)
            .pace(ECDH_GM_AES_128, 12)
            .pace(ECDH_GM_AES_256, 16)
            .build();
    for (int parameterId : new int[] {12, 13}) {
      AlgorithmParameterSpec spec = PACEInfo.toParameterSpec(parameterId);
      opens(image, ECDH_GM_AES_128, spec, BigInteger.valueOf(parameterId));
      CardServiceException refusal =
          assertThrows(CardServiceException.class, () -> opens(image, ECDH_GM_AES_128, spec, null));
      assertEquals(0x6A80, refusal.getSW());
    }
    opens(image, ECDH_GM_AES_256, PACEInfo.toParameterSpec(16), null);
  }

  private static void opens(
      ChipImage image, String oid, AlgorithmParameterSpec spec, @Nullable BigInteger parameterId)
      throws Exception {
    VirtualCard card = new VirtualCard(image, new SecureRandom());
    try (JmrtdReader reader = new JmrtdReader(new InProcessService(card), 1000)) {
      reader.openByPace(PaceChip.key(Password.CAN), oid, spec, parameterId);
      assertArrayEquals(PaceChip.CONTENT, reader.read(PaceChip.EF_COM));
    }
  }

  private static byte[] algorithm(ASN1ObjectIdentifier name, ASN1Encodable parameters)
      throws IOException {
    return new AlgorithmIdentifier(name, parameters).getEncoded();
  }
}
