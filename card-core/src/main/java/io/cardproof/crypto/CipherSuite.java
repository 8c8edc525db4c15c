package io.cardproof.crypto;

/** The ciphers of a secure-messaging channel, ICAO 9303-11 §9.8. */
public enum CipherSuite {
  /** Two-key triple DES in CBC mode with the retail MAC. */
  TRIPLE_DES(16, 8),
  /** AES-128 in CBC mode with CMAC. */
  AES_128(16, 16),
  /** AES-192 in CBC mode with CMAC. */
  AES_192(24, 16),
  /** AES-256 in CBC mode with CMAC. */
  AES_256(32, 16);

  private final int keyBytes;
  private final int blockBytes;

  CipherSuite(int keyBytes, int blockBytes) {
    this.keyBytes = keyBytes;
    this.blockBytes = blockBytes;
  }

  /** The length of either key, in bytes. */
  public int keyBytes() {
    return keyBytes;
  }

  /** The length of a cipher block, and of the send sequence counter, in bytes. */
  public int blockBytes() {
    return blockBytes;
  }
}
