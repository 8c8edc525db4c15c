package io.cardproof.simulator.issuer;

/** The ciphers of secure messaging, and the last arc of the protocols that agree their keys. */
public enum SessionCipher {
  TRIPLE_DES(1, "3DES"),
  AES_128(2, "AES-128"),
  AES_192(3, "AES-192"),
  AES_256(4, "AES-256");

  private final int arc;
  private final String text;

  SessionCipher(int arc, String text) {
    this.arc = arc;
    this.text = text;
  }

  /** The last arc of a protocol's object identifier (ICAO 9303-11 §9.2). */
  public int arc() {
    return arc;
  }

  /** As people write it. */
  @Override
  public String toString() {
    return text;
  }
}
