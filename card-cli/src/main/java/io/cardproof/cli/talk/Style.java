package io.cardproof.cli.talk;

/** The colours of a terminal, or none. */
public final class Style {
  private static final String RESET = "\u001b[0m";

  private final boolean coloured;
  private final boolean trueColour;

  private Style(boolean coloured, boolean trueColour) {
    this.coloured = coloured;
    this.trueColour = trueColour;
  }

  /** No colours: for files, pipes and those who ask for none. */
  public static Style plain() {
    return new Style(false, false);
  }

  /**
   * The colours that stdout can show. {@code NO_COLOR} switches them off, as no-color.org says;
   * {@code TERM=dumb} has none.
   */
  public static Style of(Surroundings here) {
    boolean coloured =
        here.terminal().out()
            && here.variable("NO_COLOR").isEmpty()
            && !here.variable("TERM").equals("dumb");
    String depth = here.variable("COLORTERM");
    return new Style(coloured, coloured && (depth.equals("truecolor") || depth.equals("24bit")));
  }

  /** Whether there are colours at all. */
  public boolean colours() {
    return coloured;
  }

  /** Whether pictures can be painted. */
  public boolean trueColour() {
    return trueColour;
  }

  /** A word on a block of colour. */
  public String block(Tone tone, String text) {
    return paint("1;97;" + tone.background(), " " + text + " ");
  }

  /** A word in a colour. */
  public String tint(Tone tone, String text) {
    return paint(tone.foreground(), text);
  }

  /** A word that stands out. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** A word that stands back. */
  public String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
