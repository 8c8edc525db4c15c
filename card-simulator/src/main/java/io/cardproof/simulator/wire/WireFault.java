package io.cardproof.simulator.wire;

import io.cardproof.simulator.chip.Interference;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A fault of the wire, {@code wire:DAMAGE@CONDITION,CONDITION…}, such as {@code
 * wire:status=6A82@ins=B0,times=2}. Without conditions it strikes at every command.
 *
 * <p>Conditions, all of which must hold: {@code number=N} or {@code number=N-M} counts the commands
 * since the reset from 1; {@code ins=HH} is the instruction; {@code file=DG2}, a file by name or by
 * its four digits; {@code phase=plain|bac|pace|ca|ta}, the channel in which the command came.
 * {@code times=N} ends it after so many strikes, {@code chance=P} leaves each to the card's seed.
 */
public final class WireFault {
  /** How a fault of this kind begins. */
  public static final String PREFIX = "wire:";

  private final String text;
  private final DamageKind kind;
  private final Setting setting;
  private final Aim aim;

  /**
   * One way of damage.
   *
   * @param form how it is written; {@code N}, {@code TAG}, {@code SW} and {@code MS} stand for
   *     values
   * @param summary one English line
   */
  public record Entry(String form, String summary) {}

  private WireFault(String text, DamageKind kind, Setting setting, Aim aim) {
    this.text = text;
    this.kind = kind;
    this.setting = setting;
    this.aim = aim;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it cannot be read; the message says what is wrong
   */
  public static WireFault parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a fault of the wire begins with " + PREFIX);
    }
    String[] parts = text.substring(PREFIX.length()).split("@", 2);
    Setting setting = Setting.parse(parts[0]);
    DamageKind kind = DamageKind.of(setting);
    kind.damage(setting, new Random(0));
    return new WireFault(
        text, kind, setting, parts.length == 2 ? Aim.parse(parts[1]) : Aim.EVERYWHERE);
  }

  /** All ways of damage. */
  public static List<Entry> list() {
    return Arrays.stream(DamageKind.values())
        .map(kind -> new Entry(PREFIX + kind.form(), kind.summary()))
        .toList();
  }

  /**
   * What does it to a chip.
   *
   * @param seed for chances and for the places of flipped bits; each card starts from it
   */
  public Interference interference(long seed) {
    return new Strike(kind, setting, aim, seed);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
