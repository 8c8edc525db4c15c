package io.cardproof.simulator.wire;

import java.util.Optional;

/** {@code name=value}, or a name alone. */
record Setting(String name, Optional<String> value) {
  private static final int MOST_DIGITS = 9;

  static Setting parse(String text) {
    String[] parts = text.split("=", 2);
    return new Setting(parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
  }

  /** A decimal number from {@code least} on. */
  int number(int least) {
    return numberOf(needed(), least);
  }

  /** A decimal number, if there is one. */
  int number(int least, int otherwise) {
    return value.isPresent() ? number(least) : otherwise;
  }

  /** Hexadecimal digits, exactly so many. */
  int hex(int digits) {
    String text = needed();
    if (!text.matches("[0-9A-Fa-f]{" + digits + "}")) {
      throw wrong("needs " + digits + " hexadecimal digits");
    }
    return Integer.parseInt(text, 16);
  }

  String needed() {
    return value.orElseThrow(() -> wrong("needs a value"));
  }

  void none() {
    if (value.isPresent()) {
      throw wrong("takes no value");
    }
  }

  int numberOf(String text, int least) {
    boolean number = text.length() <= MOST_DIGITS && text.matches("[0-9]+");
    if (!number || Integer.parseInt(text) < least) {
      throw wrong("needs a number, from " + least + " on");
    }
    return Integer.parseInt(text);
  }

  IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(
        "the fault of the wire has " + name + value.map(v -> "=" + v).orElse("") + ": it " + why);
  }
}
