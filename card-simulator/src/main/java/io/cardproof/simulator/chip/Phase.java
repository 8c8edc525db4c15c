package io.cardproof.simulator.chip;

/** What a session had reached when a command came. */
public enum Phase {
  /** No secure channel: also the commands that agree on the first one. */
  PLAIN,
  /** The channel of Basic Access Control. */
  BAC,
  /** The channel of PACE. */
  PACE,
  /** The channel of Chip Authentication. */
  CHIP_AUTHENTICATION,
  /** That channel, and a terminal that has authenticated itself. */
  TERMINAL_AUTHENTICATION
}
