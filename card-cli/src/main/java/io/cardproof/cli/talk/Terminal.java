package io.cardproof.cli.talk;

import java.util.List;

/**
 * What is known of the terminal. Java 17 cannot tell the streams apart, so the launcher says.
 *
 * @param in whether somebody can type
 * @param out whether stdout is seen by a person
 * @param err whether stderr is seen by a person
 * @param columns the width of stdout in characters
 */
public record Terminal(boolean in, boolean out, boolean err, int columns) {
  private static final int USUAL_COLUMNS = 80;

  /** No terminal at all. */
  public static Terminal none() {
    return new Terminal(false, false, false, USUAL_COLUMNS);
  }

  /**
   * The terminal as the launcher describes it.
   *
   * @param streams the streams that are terminals, such as {@code "in out err"}
   * @param columns the width; not a number or zero when it is unknown
   */
  public static Terminal of(String streams, String columns) {
    List<String> names = List.of(streams.trim().split("\\s+"));
    return new Terminal(
        names.contains("in"), names.contains("out"), names.contains("err"), width(columns));
  }

  private static int width(String columns) {
    return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
  }
}
