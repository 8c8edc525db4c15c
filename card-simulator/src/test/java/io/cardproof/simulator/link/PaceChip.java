package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.ECParameterSpec;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.lds.PACEInfo;

/** Chips that offer one way of PACE, and the keys that JMRTD opens them by. */
final class PaceChip {
  static final int EF_COM = 0x011E;
  static final int CARD_SECURITY = 0x011D;
  static final byte[] CONTENT = {0x60, 2, 1, 2};
  static final BigInteger STATIC_KEY =
      new BigInteger("0123456789ABCDEF0123456789ABCDEF01234567", 16);
  private static final String MRZ_INFORMATION = "D23145890790010113501014";
  private static final BACKey MRZ = new BACKey("D23145890", "900101", "350101");
  private static final String CAN = "123456";
  private static final String PIN = "654321";
  private static final String PUK = "9876543210";

  private PaceChip() {}

  static VirtualCard offering(PaceCombination combination) {
    ChipImage.Builder image = image().pace(combination.oid(), combination.parameterId());
    if (combination.mapping() == PaceCombination.Mapping.CHIP_AUTHENTICATION) {
      image.chipAuthenticationMapping(staticKey(combination.parameterId()));
    }
    return new VirtualCard(image.build(), new SecureRandom());
  }

  /** All passwords, no PACE yet. */
  static ChipImage.Builder image() {
    return ChipImage.builder()
        .mrzKey(MRZ_INFORMATION)
        .can(CAN)
        .pin(PIN, 3)
        .puk(PUK, 10)
        .masterFile(CARD_SECURITY, CONTENT)
        .file(EF_COM, CONTENT);
  }

  static ECPrivateKeyParameters staticKey(int parameterId) {
    ECParameterSpec curve = (ECParameterSpec) PACEInfo.toParameterSpec(parameterId);
    ECDomainParameters domain =
        new ECDomainParameters(
            EC5Util.convertCurve(curve.getCurve()),
            EC5Util.convertPoint(curve, curve.getGenerator()),
            curve.getOrder(),
            BigInteger.valueOf(curve.getCofactor()));
    return new ECPrivateKeyParameters(STATIC_KEY, domain);
  }

  static PACEKeySpec key(PaceCombination.Password password) throws GeneralSecurityException {
    return switch (password) {
      case MRZ -> PACEKeySpec.createMRZKey(MRZ);
      case CAN -> PACEKeySpec.createCANKey(CAN);
      case PIN -> PACEKeySpec.createPINKey(PIN);
      case PUK -> PACEKeySpec.createPUKKey(PUK);
    };
  }
}
