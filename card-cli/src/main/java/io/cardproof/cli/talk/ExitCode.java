package io.cardproof.cli.talk;

/** What the command says to scripts. The numbers never change. */
public enum ExitCode {
  /** Authentic; for commands without a verdict: done. */
  AUTHENTIC(0),
  /** Not authentic. */
  NOT_AUTHENTIC(1),
  /** Neither proven nor disproven. */
  INCONCLUSIVE(2),
  /** The chip refused the access key. */
  ACCESS_DENIED(3),
  /** No service, reader or card. */
  UNAVAILABLE(4),
  /** The chip broke the protocol, or is none that is supported. */
  PROTOCOL(5),
  /** Genuine, but past its date. */
  EXPIRED(6),
  /** Wrong usage. */
  USAGE(64),
  /** An input that cannot be read. */
  INPUT(65),
  /** A bug of ours. */
  INTERNAL(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number that the process ends with. */
  public int number() {
    return number;
  }
}
