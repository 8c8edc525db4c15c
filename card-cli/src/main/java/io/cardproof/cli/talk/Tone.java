package io.cardproof.cli.talk;

/** What a colour says. */
public enum Tone {
  /** Genuine. */
  GOOD("32", "42"),
  /** Genuine, or not known, with something to look at. */
  CAUTION("33", "43"),
  /** Not genuine. */
  BAD("31", "41"),
  /** Neither. */
  NEUTRAL("90", "100");

  private final String foreground;
  private final String background;

  Tone(String foreground, String background) {
    this.foreground = foreground;
    this.background = background;
  }

  String foreground() {
    return foreground;
  }

  String background() {
    return background;
  }
}
