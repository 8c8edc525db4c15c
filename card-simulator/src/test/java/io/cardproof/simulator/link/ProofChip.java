package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.EcSignatureForm;
import io.cardproof.simulator.chip.SignatureTrailer;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.issuer.SharedRsaKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jmrtd.BACKey;
import org.jmrtd.lds.PACEInfo;
import org.jspecify.annotations.Nullable;

/** Chips that prove themselves, opened by BAC, and their public keys. */
final class ProofChip {
  /** Where there is no agreement: as good as a curve. */
  static final int NO_GROUP = 99;

  static final int EF_COM = 0x011E;
  static final byte[] CONTENT = {0x60, 0x03, 0x02, 0x01, 0x00};
  static final String NUMBER = "D23145890";
  static final BACKey MRZ = new BACKey(NUMBER, "900101", "350101");
  private static final String MRZ_INFORMATION = "D23145890790010113501014";
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final SharedRsaKeys RSA = new SharedRsaKeys();
  private static final Map<Integer, KeyPair> AGREEMENT = new HashMap<>();
  private static final int KEY_ID = 7;
  private static final int LAST_MODULAR = 2;

  /** How the keys of a chip are numbered. */
  enum KeyIds {
    NONE,
    ONE,
    SEVERAL
  }

  /** A chip for Chip Authentication: group, last arc of its protocol, numbers of its keys. */
  record AgreementCase(int group, int cipher, KeyIds ids) {
    boolean isModular() {
      return group <= LAST_MODULAR;
    }

    String oid() {
      return "0.4.0.127.0.7.2.2.3." + (isModular() ? 1 : 2) + "." + cipher;
    }

    PublicKey publicKey() {
      return agreement(group).getPublic();
    }

    @Nullable BigInteger keyId() {
      return ids == KeyIds.NONE ? null : BigInteger.valueOf(KEY_ID);
    }

    ChipImage.Builder image() {
      AsymmetricKeyParameter key = lightweight(agreement(group).getPrivate());
      return switch (ids) {
        case NONE -> base().chipAuthentication(key, oid(), OptionalInt.empty());
        case ONE -> base().chipAuthentication(key, oid(), OptionalInt.of(KEY_ID));
        case SEVERAL -> {
          AsymmetricKeyParameter other = lightweight(pair(group).getPrivate());
          yield base()
              .chipAuthentication(other, oid(), OptionalInt.of(KEY_ID - 1))
              .chipAuthentication(key, oid(), OptionalInt.of(KEY_ID));
        }
      };
    }
  }

  private ProofChip() {}

  static ChipImage.Builder base() {
    return ChipImage.builder().mrzKey(MRZ_INFORMATION).file(EF_COM, CONTENT);
  }

  static ChipImage.Builder image(KeyPair active, String digest, SignatureTrailer trailer) {
    return base().activeAuthentication((RSAPrivateKey) active.getPrivate(), digest, trailer);
  }

  static ChipImage.Builder image(KeyPair active, String digest, EcSignatureForm form) {
    return base()
        .activeAuthentication(
            (ECPrivateKeyParameters) lightweight(active.getPrivate()), digest, form);
  }

  static JmrtdReader opened(ChipImage.Builder image) throws CardServiceException {
    JmrtdReader reader = reader(image);
    reader.openByBac(MRZ);
    return reader;
  }

  static JmrtdReader reader(ChipImage.Builder image) throws CardServiceException {
    VirtualCard card = new VirtualCard(image.build(), new SecureRandom());
    return new JmrtdReader(new InProcessService(card), 1000);
  }

  static KeyPair rsa(int bits) {
    return RSA.pair(bits);
  }

  static KeyPair curve(int group) {
    return agreement(group);
  }

  private static KeyPair agreement(int group) {
    return AGREEMENT.computeIfAbsent(group, ProofChip::pair);
  }

  private static KeyPair pair(int group) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(group <= LAST_MODULAR ? "DH" : "EC", PROVIDER);
      generator.initialize(PACEInfo.toParameterSpec(group));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static AsymmetricKeyParameter lightweight(PrivateKey key) {
    try {
      return PrivateKeyFactory.createKey(key.getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
