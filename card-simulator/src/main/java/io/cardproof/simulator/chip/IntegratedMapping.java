package io.cardproof.simulator.chip;

import io.cardproof.simulator.crypto.CipherSuite;
import io.cardproof.simulator.crypto.Group;
import io.cardproof.simulator.crypto.GroupElement;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Integrated Mapping: an element computed from the nonces of both, ICAO 9303-11 §4.4.3.3.2. */
final class IntegratedMapping implements NonceMapping {
  /** Bits beyond the prime's, so that every residue is about as likely. */
  private static final int SURPLUS_BITS = 64;

  private static final byte[] C0_OF_16 = hex("A668892A7C41E3CA739F40B057D85904");
  private static final byte[] C1_OF_16 = hex("A4E136AC725F738B01C1F60217C188AD");
  private static final byte[] C0_OF_32 =
      hex("D463D65234124EF7897054986DCA0A174E28DF758CBAA03F240616414D5A1676");
  private static final byte[] C1_OF_32 =
      hex("54BD7255F0AAF831BEC3423FCF39D69B6CBF066677D0FAAE5AADD99DF8E53517");

  private final Group group;
  private final CipherSuite suite;

  IntegratedMapping(Group group, CipherSuite suite) {
    this.group = group;
    this.suite = suite;
  }

  /** The terminal's nonce is as long as a key; the chip's mapping data is empty. */
  @Override
  public Mapped map(byte[] nonce, byte[] terminalData) throws Refusal {
    if (terminalData.length != suite.keyLength()) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    BigInteger number = new BigInteger(1, pseudoRandom(nonce, terminalData)).mod(group.prime());
    GroupElement mapped = group.elementOf(number);
    if (mapped.isNeutral()) {
      throw new Refusal(StatusWord.WRONG_DATA);
    }
    return new Mapped(mapped, Optional.empty());
  }

  /** R(s, t): each round makes the next key and so many bytes of the result. */
  byte[] pseudoRandom(byte[] nonce, byte[] terminalNonce) {
    byte[] c0 = nonce.length == 16 ? C0_OF_16 : C0_OF_32;
    byte[] c1 = nonce.length == 16 ? C1_OF_16 : C1_OF_32;
    int enough = group.prime().bitLength() + SURPLUS_BITS;
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    byte[] key = key(terminalNonce, nonce);
    while (result.size() * 8 < enough) {
      result.writeBytes(encrypt(key, c1));
      key = key(key, c0);
    }
    return result.toByteArray();
  }

  private byte[] key(byte[] key, byte[] blocks) {
    return Arrays.copyOf(encrypt(key, blocks), suite.keyLength());
  }

  private byte[] encrypt(byte[] key, byte[] blocks) {
    return suite.encrypt(key, new byte[suite.blockSize()], blocks);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
