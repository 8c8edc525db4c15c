package io.cardproof.chip;

import io.cardproof.value.Bytes;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Gives exactly these bytes, so that a worked example can be repeated. */
@SuppressWarnings("serial")
final class FixedRandom extends SecureRandom {
  private final Deque<Bytes> values;

  FixedRandom(String... hex) {
    this.values = new ArrayDeque<>(List.of(hex).stream().map(Bytes::ofHex).toList());
  }

  @Override
  public void nextBytes(byte[] bytes) {
    byte[] value = values.remove().toByteArray();
    if (value.length != bytes.length) {
      throw new IllegalStateException("asked for " + bytes.length + ", have " + value.length);
    }
    System.arraycopy(value, 0, bytes, 0, bytes.length);
  }
}
