package io.cardproof.simulator.link;

import io.cardproof.simulator.chip.ChipImage;
import io.cardproof.simulator.chip.VirtualCard;
import io.cardproof.simulator.tlv.DataObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A made-up document: files of the right tags and sizes, filled at random from a fixed seed. */
final class TestDocument {
  static final String CA_3DES = "0.4.0.127.0.7.2.2.3.2.1";
  static final String CA_AES_128 = "0.4.0.127.0.7.2.2.3.2.2";
  static final String CAN = "123456";
  static final String NUMBER = "D23145890";
  static final String BIRTH = "900101";
  static final String EXPIRY = "350101";
  private static final String MRZ_INFORMATION = "D23145890790010113501014";

  private final Map<Integer, byte[]> files = new LinkedHashMap<>();
  private final KeyPair chipAuthentication;
  private final KeyPair activeAuthentication;

  TestDocument() throws GeneralSecurityException {
    Random filling = new Random(9303);
    addFile(filling, 0x011E, 0x60, 22);
    addFile(filling, 0x011D, 0x77, 1770);
    addFile(filling, 0x0101, 0x61, 95);
    addFile(filling, 0x0102, 0x75, 14_931);
    addFile(filling, 0x0107, 0x67, 40_000);
    addFile(filling, 0x010D, 0x6D, 456);
    BouncyCastleProvider provider = new BouncyCastleProvider();
    KeyPairGenerator curves = KeyPairGenerator.getInstance("EC", provider);
    curves.initialize(new ECGenParameterSpec("brainpoolP256r1"));
    chipAuthentication = curves.generateKeyPair();
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    activeAuthentication = rsa.generateKeyPair();
  }

  Map<Integer, byte[]> files() {
    return files;
  }

  PublicKey chipAuthenticationKey() {
    return chipAuthentication.getPublic();
  }

  PublicKey activeAuthenticationKey() {
    return activeAuthentication.getPublic();
  }

  /** All ways in, and Chip Authentication by that protocol. */
  ChipImage.Builder image(String chipAuthenticationOid) {
    ChipImage.Builder image =
        ChipImage.builder()
            .can(CAN)
            .mrzKey(MRZ_INFORMATION)
            .pace("0.4.0.127.0.7.2.2.4.2.2", 13)
            .masterFile(0x011C, cardAccess())
            .locked(0x0103)
            .chipAuthentication(privateKey(), chipAuthenticationOid)
            .activeAuthentication((RSAPrivateKey) activeAuthentication.getPrivate(), "SHA-1");
    files.forEach(image::file);
    return image;
  }

  private ECPrivateKeyParameters privateKey() {
    try {
      return (ECPrivateKeyParameters)
          ECUtil.generatePrivateKeyParameter(chipAuthentication.getPrivate());
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  VirtualCard card(String chipAuthenticationOid) {
    return new VirtualCard(image(chipAuthenticationOid).build(), new SecureRandom());
  }

  static byte[] cardAccess() {
    return new BigInteger(
            "3134300D060804007F0007020202020101300F060A04007F000702020302020201013012060A"
                + "04007F0007020204020202010202010D",
            16)
        .toByteArray();
  }

  private void addFile(Random filling, int fid, int tag, int length) {
    int header = length < 0x82 ? 2 : length < 0x103 ? 3 : 4;
    byte[] content = new byte[length - header];
    filling.nextBytes(content);
    files.put(fid, DataObject.encode(tag, content));
  }
}
