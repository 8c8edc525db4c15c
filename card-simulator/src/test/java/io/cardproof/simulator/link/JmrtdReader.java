package io.cardproof.simulator.link;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.sf.scuba.smartcards.APDUListener;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.cert.CardVerifiableCertificate;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.protocol.EACCAResult;
import org.jmrtd.protocol.PACEResult;
import org.jspecify.annotations.Nullable;

/** JMRTD's own client with the settings that read safely: MACs checked, no short identifiers. */
final class JmrtdReader implements AutoCloseable {
  private static final String PACE_OID = "0.4.0.127.0.7.2.2.4.2.2";
  private static final String PUBLIC_KEY_OID = "0.4.0.127.0.7.2.2.1.2";
  private static final byte[] CHALLENGE = HexFormat.of().parseHex("0102030405060708");

  private final PassportService service;
  private final int block;

  JmrtdReader(CardService cardService, int block) throws CardServiceException {
    this.block = block;
    service =
        new PassportService(
            cardService,
            PassportService.NORMAL_MAX_TRANCEIVE_LENGTH,
            PassportService.EXTENDED_MAX_TRANCEIVE_LENGTH,
            block,
            false,
            true);
    service.open();
  }

  void openByCan(String can) throws CardServiceException {
    openByPace(PACEKeySpec.createCANKey(can));
  }

  void openByPaceMrz(BACKey mrz) throws CardServiceException, GeneralSecurityException {
    openByPace(PACEKeySpec.createMRZKey(mrz));
  }

  void openByBac(BACKey mrz) throws CardServiceException {
    service.sendSelectApplet(false);
    service.doBAC(mrz);
  }

  void listen(APDUListener listener) {
    service.addAPDUListener(listener);
  }

  byte[] read(int fid) throws CardServiceException, IOException {
    return service.getInputStream((short) fid, block).readAllBytes();
  }

  void authenticateChip(String oid, PublicKey key) throws CardServiceException {
    service.doEACCA(null, oid, PUBLIC_KEY_OID, key);
  }

  EACCAResult authenticateChip(@Nullable BigInteger keyId, @Nullable String oid, PublicKey key)
      throws CardServiceException {
    return service.doEACCA(keyId, oid, PUBLIC_KEY_OID, key);
  }

  /** What the chip answers to the challenge. */
  byte[] activeAuthentication(PublicKey key, String digest, String algorithm, byte[] challenge)
      throws CardServiceException {
    return service.doAA(key, digest, algorithm, challenge).getResponse();
  }

  /** Terminal Authentication of a chip that BAC opened, or PACE where there is a result of it. */
  void authenticateTerminal(
      JmrtdTerminal terminal, EACCAResult chip, @Nullable PACEResult pace, String documentNumber)
      throws CardServiceException {
    if (pace == null) {
      authenticateTerminal(terminal, terminal.certificates(), chip, documentNumber);
      return;
    }
    service.doEACTA(
        terminal.authority(),
        terminal.certificates(),
        terminal.key(),
        terminal.algorithm(),
        chip,
        pace);
  }

  /** With certificates of the caller's; JMRTD changes the list. */
  void authenticateTerminal(
      JmrtdTerminal terminal,
      List<CardVerifiableCertificate> certificates,
      EACCAResult chip,
      String documentNumber)
      throws CardServiceException {
    service.doEACTA(
        terminal.authority(),
        certificates,
        terminal.key(),
        terminal.algorithm(),
        chip,
        documentNumber);
  }

  /** Whether the chip's answer to a challenge verifies with SHA-1. */
  boolean provesByActiveAuthentication(PublicKey key)
      throws CardServiceException, GeneralSecurityException {
    byte[] answer = service.doAA(key, "SHA-1", "SHA1WithRSA/ISO9796-2", CHALLENGE).getResponse();
    Signature signature =
        Signature.getInstance("SHA1withRSA/ISO9796-2", new BouncyCastleProvider());
    signature.initVerify(key);
    signature.update(recovered((RSAPublicKey) key, answer));
    signature.update(CHALLENGE);
    return signature.verify(answer);
  }

  /** The access key of the MRZ's lines, TD1 or TD3. */
  static BACKey keyOf(List<String> mrz) {
    return mrz.size() == 3
        ? new BACKey(numberOf(mrz.get(0)), mrz.get(1).substring(0, 6), mrz.get(1).substring(8, 14))
        : new BACKey(
            mrz.get(1).substring(0, 9), mrz.get(1).substring(13, 19), mrz.get(1).substring(21, 27));
  }

  /** Of a TD1; one that is too long for its field goes on behind, up to its check digit. */
  private static String numberOf(String line) {
    int end = line.indexOf('<', 15);
    return line.charAt(14) == '<' && end > 15
        ? line.substring(5, 14) + line.substring(15, end - 1)
        : line.substring(5, 14);
  }

  @Override
  public void close() {
    service.close();
  }

  private void openByPace(PACEKeySpec key) throws CardServiceException {
    openByPace(key, PACE_OID, PACEInfo.PARAM_ID_ECP_BRAINPOOL_P256_R1);
  }

  PACEResult openByPace(PACEKeySpec key, String oid, int parameterId) throws CardServiceException {
    return openByPace(key, oid, PACEInfo.toParameterSpec(parameterId), null);
  }

  /**
   * @param parameterId to be sent, null for none
   */
  PACEResult openByPace(
      PACEKeySpec key,
      String oid,
      AlgorithmParameterSpec parameters,
      @Nullable BigInteger parameterId)
      throws CardServiceException {
    PACEResult result = service.doPACE(key, oid, parameters, parameterId);
    service.sendSelectApplet(true);
    return result;
  }

  /** Stays in the master file. */
  void openMasterFileByPace(PACEKeySpec key, String oid, int parameterId)
      throws CardServiceException {
    service.doPACE(key, oid, PACEInfo.toParameterSpec(parameterId), null);
  }

  /** M1 of ISO/IEC 9796-2: between the header of one byte and hash and trailer of 21. */
  private static byte[] recovered(RSAPublicKey key, byte[] answer) {
    byte[] block =
        new BigInteger(1, answer).modPow(key.getPublicExponent(), key.getModulus()).toByteArray();
    return Arrays.copyOfRange(block, 1, block.length - 21);
  }
}
