package io.cardproof.crypto;

/** The send sequence counter: one more before every command and every response, §9.8.2. */
public final class SendSequenceCounter {
  private final byte[] value;

  private SendSequenceCounter(byte[] value) {
    this.value = value;
  }

  /** The counter at zero, as after PACE and Chip Authentication. */
  public static SendSequenceCounter zero(CipherSuite suite) {
    return new SendSequenceCounter(new byte[suite.blockBytes()]);
  }

  /** The counter at {@code start}, as after Basic Access Control. */
  public static SendSequenceCounter at(byte[] start) {
    return new SendSequenceCounter(start.clone());
  }

  /** Counts on and returns a copy. */
  public byte[] next() {
    int at = value.length - 1;
    while (at >= 0 && ++value[at] == 0) {
      at--;
    }
    return value.clone();
  }
}
