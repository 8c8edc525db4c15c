package io.cardproof.simulator.chip;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/** Draws what a worked example says, in its order. */
final class ScriptedRandomness implements ChipRandomness {
  private final Deque<String> values;

  ScriptedRandomness(String... hex) {
    values = new ArrayDeque<>(List.of(hex));
  }

  @Override
  public byte[] bytes(int count) {
    byte[] next = HexFormat.of().parseHex(values.removeFirst());
    if (next.length != count) {
      throw new IllegalStateException("the chip draws " + count + " bytes");
    }
    return next;
  }

  @Override
  public BigInteger privateKey(BigInteger order) {
    return new BigInteger(values.removeFirst(), 16);
  }
}
