package io.cardproof.simulator.chip;

import java.util.Arrays;

/** A response: data, possibly none, and a status word. */
public final class Answer {
  private final byte[] data;
  private final int statusWord;

  private Answer(byte[] data, int statusWord) {
    this.data = data;
    this.statusWord = statusWord;
  }

  /** Data and 9000. The array becomes the answer's. */
  public static Answer of(byte[] data) {
    return new Answer(data, StatusWord.OK);
  }

  static Answer done() {
    return of(new byte[0]);
  }

  /** A status word alone. */
  public static Answer status(int statusWord) {
    return new Answer(new byte[0], statusWord);
  }

  /** Other data, the same status word. The array becomes the answer's. */
  public Answer withData(byte[] other) {
    return new Answer(other, statusWord);
  }

  /** The same data, another status word. */
  public Answer withStatus(int other) {
    return new Answer(data, other);
  }

  /** The data, none at all or some; a copy. */
  public byte[] data() {
    return data.clone();
  }

  /** The two bytes behind the data. */
  public int statusWord() {
    return statusWord;
  }

  byte[] toBytes() {
    byte[] bytes = Arrays.copyOf(data, data.length + 2);
    bytes[data.length] = (byte) (statusWord >> 8);
    bytes[data.length + 1] = (byte) statusWord;
    return bytes;
  }

  /** Length and status word; no data. */
  @Override
  public String toString() {
    return "%d bytes, %04X".formatted(data.length, statusWord);
  }
}
