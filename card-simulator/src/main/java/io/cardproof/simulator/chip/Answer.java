package io.cardproof.simulator.chip;

import java.util.Arrays;

/** A response: data, possibly none, and a status word. */
final class Answer {
  private final byte[] data;
  private final int statusWord;

  private Answer(byte[] data, int statusWord) {
    this.data = data;
    this.statusWord = statusWord;
  }

  static Answer of(byte[] data) {
    return new Answer(data, StatusWord.OK);
  }

  static Answer done() {
    return of(new byte[0]);
  }

  static Answer status(int statusWord) {
    return new Answer(new byte[0], statusWord);
  }

  Answer withData(byte[] other) {
    return new Answer(other, statusWord);
  }

  Answer withStatus(int other) {
    return new Answer(data, other);
  }

  byte[] data() {
    return data.clone();
  }

  int statusWord() {
    return statusWord;
  }

  byte[] toBytes() {
    byte[] bytes = Arrays.copyOf(data, data.length + 2);
    bytes[data.length] = (byte) (statusWord >> 8);
    bytes[data.length + 1] = (byte) statusWord;
    return bytes;
  }
}
